package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.totals.RangeTotals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two years are closed, the first after half of it is in the ledger; three months of the next one stay open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearCloseTest {
    private Tabulation tables;
    private Books books;
    private final Set<String> resultAccounts = new HashSet<>();

    @BeforeAll
    void generate() {
        Ledger ledger = Ledger.of(Configurations.full(5000).withPeriod(LocalDate.of(2023, 7, 1), 21));
        tables = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
        books = new Books(ledger, tables);
        resultAccounts.clear();
        tables.rows("gl_accounts").stream()
                .filter(row -> Set.of("REVENUE", "EXPENSE").contains(row.text("type")))
                .forEach(row -> resultAccounts.add(row.text("gl_account_number")));
    }

    @Test
    void bringsRevenuesAndExpensesToZeroInBothCurrencies() {
        int closed = 0;
        for (Row row : tables.rows("trial_balances")) {
            if (!resultAccounts.contains(row.text("gl_account_number"))) {
                continue;
            }
            if (row.number("period") == 13) {
                assertThat(row.number("ending_balance")).isZero();
                assertThat(row.number("reporting_ending_balance")).isZero();
                closed++;
            }
            if (row.number("period") == 1) {
                assertThat(row.number("beginning_balance")).isZero();
                assertThat(row.number("reporting_beginning_balance")).isZero();
            }
            assertThat(row.number("period")).isNotZero();
        }
        assertThat(closed).isGreaterThan(500);
    }

    @Test
    void retainedEarningsTakeTheResult() {
        Map<String, Long> results = new HashMap<>();
        for (Row row : tables.rows("trial_balances")) {
            if (resultAccounts.contains(row.text("gl_account_number")) && row.number("period") == 12) {
                results.merge(
                        row.text("company_code") + row.number("fiscal_year"), row.number("ending_balance"), Long::sum);
            }
        }
        String retained = books.account(AccountRole.RETAINED_EARNINGS);
        for (String company : List.of("US01", "DE01", "GB01")) {
            for (long year : List.of(2023L, 2024L)) {
                assertThat(books.balance(company, year, 13, retained, "ending_balance")
                                - books.balance(company, year, 13, retained, "beginning_balance"))
                        .isEqualTo(results.get(company + year));
            }
        }
    }

    /** All amounts of a line are on one side. */
    @Test
    void closesAnAccountWithDifferentSidesInTheTwoCurrenciesByTwoLines() {
        Ledger ledger = Ledger.of(Configurations.clean(2000));
        RangeTotals totals = new RangeTotals(ledger.totalsLayout());
        ChartOfAccounts chart = ledger.masters().accounts();
        int slot = ledger.totalsLayout().slot(2024, 9);
        int gain = chart.account(AccountRole.FX_GAIN);
        totals.addLine(1, slot, gain, 0, 500_00, 550_00);
        totals.addLine(1, slot, gain, 1, 510_00, 540_00);
        Tabulation epilogue = Tabulation.ofEpilogue(ledger, totals.totals());
        List<Row> lines = new Books(ledger, epilogue)
                .entries("closing").values().stream().findFirst().orElseThrow();
        assertThat(lines.stream().map(line -> Books.signed(line, "local_amount")))
                .containsExactly(510_00L, -500_00L, 500_00L, -510_00L);
        assertThat(lines.stream().map(line -> Books.signed(line, "reporting_amount")))
                .containsExactly(540_00L, -550_00L, 550_00L, -540_00L);
        assertThat(lines.stream().map(line -> line.text("gl_account_number")).distinct())
                .containsExactly(books.account(AccountRole.FX_GAIN), books.account(AccountRole.RETAINED_EARNINGS));
    }

    @Test
    void isTheLastEntryOfItsYearAndEnteredWhileItsPeriodIsOpen() {
        Map<String, Row> periods = new HashMap<>();
        tables.rows("fiscal_periods")
                .forEach(row -> periods.put(
                        row.text("company_code") + row.number("fiscal_year") + "/" + row.number("period"), row));
        Map<String, Long> last = new HashMap<>();
        for (Row line : tables.rows("journal_entries")) {
            last.merge(
                    line.text("business_unit_code") + line.number("fiscal_year"),
                    Long.parseLong(line.text("journal_id").substring("US01-2023-".length())),
                    Math::max);
        }
        Map<String, List<Row>> entries = books.entries("closing");
        assertThat(entries).hasSize(6);
        entries.forEach((id, lines) -> {
            Row header = lines.get(0);
            String year = header.text("business_unit_code") + header.number("fiscal_year");
            Row period = periods.get(year + "/13");
            assertThat(header.number("period")).isEqualTo(13);
            assertThat(header.day("effective_date")).isEqualTo(period.day("ends_on"));
            assertThat(header.day("entered_date")).isBetween(period.day("opened_on"), period.day("closed_on"));
            assertThat(period.day("starts_on")).isEqualTo(period.day("ends_on"));
            assertThat(period.day("closed_on"))
                    .isEqualTo(periods.get(year + "/12").day("closed_on"));
            assertThat(header.text("entered_by")).isEqualTo("FI_CLOSE");
            assertThat(id).endsWith(String.format("-%09d", last.get(year)));
        });
        assertThat(periods.keySet()).doesNotContain("US012025/13");
    }
}
