package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Companies whose currencies are worth much less than a dollar, some of them without minor units. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurrencyScaleTest {
    private static final Map<String, Long> SCALES = Map.of("USD", 1L, "JPY", 200L, "HUF", 500L, "KRW", 1000L);
    private static final Set<String> WHOLE = Set.of("JPY", "KRW");

    private Tabulation data;
    private final Map<String, String> companyCurrencies = new HashMap<>();

    @BeforeAll
    void generate() {
        LedgerConfiguration usual = Configurations.full(20_000);
        data = Tabulation.of(
                Ledger.of(usual.withPeriod(LocalDate.of(2025, 1, 1), 12)
                        .withCompanies(
                                "JPY",
                                new Company("US01", "Northfield Inc.", "USD", "US", 1),
                                new Company("JP01", "Kitano KK", "JPY", "JP", 1),
                                new Company("HU01", "Eszakmezo Kft", "HUF", "HU", 1),
                                new Company("KR01", "Bukdeul Co", "KRW", "KR", 1))
                        .withDataQuality(Configurations.NO_ISSUES)),
                Fidelity.NORMAL,
                4096);
        companyCurrencies.clear();
        data.rows("companies").forEach(row -> companyCurrencies.put(row.text("company_code"), row.text("currency")));
    }

    @Test
    void hasWholeAmountsWhereThereAreNoMinorUnits() {
        int checked = 0;
        for (Row line : data.rows("journal_entries")) {
            for (String column : List.of("amount", "local_amount", "reporting_amount")) {
                if (WHOLE.contains(line.text(column + "_currency"))) {
                    assertThat(line.number(column) % 100)
                            .as("%s of %s", column, line)
                            .isZero();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(50_000);
        for (String table : List.of("purchase_orders", "vendor_invoices", "payments")) {
            for (Row document : data.rows(table)) {
                if (WHOLE.contains(document.text("currency"))) {
                    document.values().forEach((column, value) -> {
                        if (column.endsWith("amount") && !column.startsWith("local")) {
                            assertThat((Long) value % 100)
                                    .as("%s of %s", column, document)
                                    .isZero();
                        }
                    });
                }
            }
        }
        for (Row material : data.rows("materials")) {
            if (WHOLE.contains(companyCurrencies.get(material.text("company_code")))) {
                assertThat(material.number("standard_cost") % 100).isZero();
                assertThat(material.number("price") % 100).isZero();
                assertThat(material.number("price")).isGreaterThanOrEqualTo(material.number("standard_cost"));
            }
        }
    }

    @Test
    void scalesAmountsByWhatTheCurrencyIsWorth() {
        assertScaled("journal_entries", "business_unit_code", "local_amount", .35);
        assertScaled("materials", "company_code", "standard_cost", .2);
        assertScaled("fixed_assets", "company_code", "acquisition_cost", .7);
    }

    private void assertScaled(String table, String companyColumn, String column, double tolerance) {
        Map<String, Double> logarithms = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : data.rows(table)) {
            String currency = companyCurrencies.get(row.text(companyColumn));
            logarithms.merge(currency, Math.log((double) row.number(column)), Double::sum);
            counts.merge(currency, 1, Integer::sum);
        }
        double dollars = logarithms.get("USD") / counts.get("USD");
        SCALES.forEach((currency, scale) -> assertThat(logarithms.get(currency) / counts.get(currency))
                .as(table + " in " + currency)
                .isEqualTo(dollars + Math.log((double) scale), within(tolerance)));
    }

    @Test
    void scalesApprovalLimits() {
        for (Row employee : data.rows("employees")) {
            if (employee.values().get("approval_limit") != null) {
                long scale = SCALES.get(companyCurrencies.get(employee.text("company_code")));
                assertThat(Set.of(1_000_00L, 5_000_00L, 25_000_00L, 100_000_00L, 500_000_00L))
                        .contains(employee.number("approval_limit") / scale);
            }
        }
    }

    @Test
    void followsBenfordsLawInEveryCompany() {
        Map<String, long[]> digits = new TreeMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("source_document_id") == null && line.number("local_amount") >= 1000) {
                digits.computeIfAbsent(line.text("business_unit_code"), company -> new long[10])[
                        Long.toString(line.number("local_amount")).charAt(0) - '0']++;
            }
        }
        assertThat(digits).hasSize(4);
        digits.forEach((company, counts) -> {
            long total = 0;
            for (long count : counts) {
                total += count;
            }
            double deviation = 0;
            for (int digit = 1; digit <= 9; digit++) {
                deviation += Math.abs(counts[digit] / (double) total - Math.log10(1 + 1.0 / digit)) / 9;
            }
            assertThat(deviation).as(company).isLessThan(.012);
        });
    }

    @Test
    void balancesEveryEntryThatNoLabelNames() {
        Set<String> named = new HashSet<>();
        data.rows("anomaly_labels").forEach(label -> named.add(label.text("record_key")));
        for (String column : List.of("amount", "local_amount", "reporting_amount")) {
            Map<String, Long> sums = new HashMap<>();
            for (Row line : data.rows("journal_entries")) {
                long amount = line.number(column);
                assertThat(amount).isPositive();
                boolean debit = line.text("amount_credit_debit_indicator").equals("D");
                sums.merge(line.text("journal_id"), debit ? amount : -amount, Long::sum);
            }
            sums.keySet().removeAll(named);
            assertThat(sums)
                    .isNotEmpty()
                    .allSatisfy((id, sum) -> assertThat(sum).isZero());
        }
    }
}
