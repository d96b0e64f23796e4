package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProvisionTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 1);
    private static final int MONTHS = 15;

    private static Tabulation data(double badDebt) {
        LedgerConfiguration configuration = PeriodicLedgers.of(Industry.RETAIL, FIRST_DAY, MONTHS, 10_000, badDebt);
        return Tabulation.of(Ledger.of(configuration), Fidelity.NORMAL, 1000);
    }

    private static List<Row> provisions(Tabulation data) {
        return data.rows("journal_entries").stream()
                .filter(line -> line.text("source").equals("provisions"))
                .toList();
    }

    @Test
    void eachMonthEachCompanyExpectsNotToBePaidTheConfiguredShareOfItsRevenue() {
        Tabulation data = data(.02);
        Map<String, List<Row>> debits = new TreeMap<>();
        Map<String, Long> sums = new HashMap<>();
        for (Row line : provisions(data)) {
            boolean debit = line.text("amount_credit_debit_indicator").equals("D");
            assertThat(line.text("gl_account_number")).isEqualTo(debit ? "670000" : "119000");
            assertThat(line.text("entered_by")).isEqualTo("AR_PROVIS");
            assertThat(line.text("approved_by")).isNull();
            assertThat(line.text("cost_center_id") != null).isEqualTo(debit);
            sums.merge(line.text("business_unit_code"), debit ? line.number("local_amount") : 0, Long::sum);
            if (debit) {
                debits.computeIfAbsent(line.text("business_unit_code"), code -> new ArrayList<>())
                        .add(line);
            }
        }
        Map<String, Long> revenues = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("source").equals("sales")
                    && line.text("gl_account_number").startsWith("4")) {
                revenues.merge(line.text("business_unit_code"), -PeriodicLedgers.signed(line), Long::sum);
            }
        }
        assertThat(debits).containsOnlyKeys("DE01", "JP01", "US01");
        debits.forEach((company, lines) -> {
            assertThat(lines).hasSize(MONTHS);
            for (int month = 0; month < MONTHS; month++) {
                LocalDate end = FIRST_DAY.plusMonths(month + 1L).minusDays(1);
                LocalDate day = LocalDate.ofEpochDay(lines.get(month).day("effective_date"));
                assertThat(day).isBetween(end.minusDays(5), end);
            }
            assertThat(sums.get(company) / (double) revenues.get(company)).isBetween(.013, .03);
        });
    }

    @Test
    void thereAreNoneWhereEverybodyPays() {
        Tabulation data = data(0);
        assertThat(provisions(data)).isEmpty();
        assertThat(data.rows("journal_entries").stream()
                        .map(line -> line.text("journal_id"))
                        .distinct())
                .hasSize(10_000);
    }
}
