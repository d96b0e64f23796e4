package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With eight times as many anomalies as usual, which hit the bank hard. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningBalanceTest {
    private static final List<String> COMPANIES = List.of("US01", "DE01", "GB01");

    private Ledger ledger;
    private Tabulation tables;
    private Books books;

    @BeforeAll
    void generate() {
        ledger = Ledger.of(Configurations.full(6000).withAnomalies(.16).withDataQuality(Configurations.NO_ISSUES));
        tables = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
        books = new Books(ledger, tables);
    }

    @Test
    void addUpToZeroInBothCurrencies() {
        for (String column : List.of("ending_balance", "reporting_ending_balance")) {
            Map<String, Long> sums = new HashMap<>();
            for (Row row : tables.rows("trial_balances")) {
                if (row.number("period") == 0) {
                    sums.merge(row.text("company_code"), row.number(column), Long::sum);
                    assertThat(row.number("beginning_balance")).isZero();
                    assertThat(row.number("line_count")).isZero();
                }
            }
            assertThat(sums)
                    .containsOnlyKeys(COMPANIES)
                    .allSatisfy((company, sum) -> assertThat(sum).isZero());
        }
    }

    /** Of undone anomalies nothing is known but what the entries of the same cases are without them. */
    @Test
    void theBankSufficesWithAndWithoutAnomalies() {
        String bank = books.account(AccountRole.BANK);
        Map<String, Map<Long, Long>> clean = new HashMap<>();
        for (Row line : Tabulation.of(ledger, Fidelity.MINIMAL, 4096).rows("journal_entries")) {
            if (line.text("gl_account_number").equals(bank)
                    && !line.text("source").equals("tax")) {
                addTo(clean, line);
            }
        }
        for (Row line : tables.rows("journal_entries")) {
            if (line.text("gl_account_number").equals(bank)
                    && line.text("source").equals("tax")) {
                addTo(clean, line);
            }
        }
        for (String company : COMPANIES) {
            long balance = books.balance(company, 2024, 0, bank, "ending_balance");
            assertThat(balance).isPositive();
            for (long movement : clean.get(company).values()) {
                balance += movement;
                assertThat(balance).isNotNegative();
            }
        }
        assertThat(tables.rows("trial_balances"))
                .filteredOn(row -> row.text("gl_account_number").equals(bank))
                .hasSizeGreaterThan(50)
                .allMatch(row -> row.number("ending_balance") >= 0);
    }

    private static void addTo(Map<String, Map<Long, Long>> sums, Row line) {
        sums.computeIfAbsent(line.text("business_unit_code"), company -> new TreeMap<>())
                .merge(
                        line.number("fiscal_year") * 100 + line.number("period"),
                        Books.signed(line, "local_amount"),
                        Long::sum);
    }

    /** Suspense and an account out of use are where anomalies show. */
    @Test
    void accountsThatPeopleAndProvisionsPostToStayOnTheirSide() {
        Set<String> debits = new HashSet<>();
        Set<String> credits = new HashSet<>();
        for (Row account : tables.rows("gl_accounts")) {
            boolean balanceSheet = Set.of("ASSET", "LIABILITY").contains(account.text("type"));
            boolean byHand = account.text("control_type") == null
                    && !Set.of("Suspense", "Legacy System Clearing", "Deferred Revenue", "Foreign Currency Valuation")
                            .contains(account.text("name"));
            if (balanceSheet && byHand) {
                (account.text("normal_balance").equals("D") ? debits : credits).add(account.text("gl_account_number"));
            }
        }
        int checked = 0;
        for (Row row : tables.rows("trial_balances")) {
            if (debits.contains(row.text("gl_account_number"))) {
                assertThat(row.number("ending_balance")).isNotNegative();
                checked++;
            } else if (credits.contains(row.text("gl_account_number"))) {
                assertThat(row.number("ending_balance")).isNotPositive();
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(2000);
    }

    @Test
    void fixedAssetsAreThoseOfTheRegister() {
        int firstDay = tables.rows("fiscal_periods").get(0).day("starts_on");
        Map<String, Long> costs = new HashMap<>();
        for (Row asset : tables.rows("fixed_assets")) {
            if (asset.day("acquired_on") < firstDay) {
                costs.merge(asset.text("company_code"), asset.number("acquisition_cost"), Long::sum);
            }
        }
        String assets = books.account(AccountRole.FIXED_ASSETS);
        String depreciation = books.account(AccountRole.ACCUMULATED_DEPRECIATION);
        for (String company : COMPANIES) {
            assertThat(books.balance(company, 2024, 0, assets, "ending_balance"))
                    .isEqualTo(costs.get(company));
            assertThat(books.balance(company, 2024, 0, depreciation, "ending_balance"))
                    .isBetween(-costs.get(company), -1L);
        }
    }

    @Test
    void shareCapitalIsARoundAmount() {
        String capital = books.account(AccountRole.SHARE_CAPITAL);
        for (String company : COMPANIES) {
            long amount = -books.balance(company, 2024, 0, capital, "ending_balance");
            assertThat(amount).isPositive();
            assertThat(amount % 50_000_00).isZero();
        }
    }
}
