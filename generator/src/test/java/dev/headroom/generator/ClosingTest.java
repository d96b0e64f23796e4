package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ledgers of all lengths and kinds of companies end with books that add up. */
class ClosingTest {
    private static final Company AMERICAN = new Company("US01", "Northfield Inc.", "USD", "US", 1);
    private static final Company JAPANESE = new Company("JP01", "Kitano KK", "JPY", "JP", 2);

    static Stream<LedgerConfiguration> configurations() {
        LedgerConfiguration usual = Configurations.clean(1500);
        return Stream.of(
                usual.withPeriod(LocalDate.of(2024, 12, 1), 1),
                usual.withPeriod(LocalDate.of(2024, 2, 1), 1),
                usual.withPeriod(LocalDate.of(2023, 4, 1), 24),
                usual.withCompanies("USD", AMERICAN),
                usual.withCompanies("JPY", JAPANESE, AMERICAN),
                usual.withTransactions(new Transactions(800, 1, 0, 0, 0, 0)));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void haveTheirNumberOfEntriesAndBalance(LedgerConfiguration configuration) {
        Tabulation tables = Tabulation.of(Ledger.of(configuration), Fidelity.NORMAL, 1000);
        Map<String, Long> numbers = new TreeMap<>();
        Map<String, Long> entries = new TreeMap<>();
        for (Row line : tables.rows("journal_entries")) {
            String id = line.text("journal_id");
            String series = id.substring(0, id.length() - 9);
            numbers.merge(series, Long.parseLong(id.substring(series.length())), Math::max);
            entries.merge(series, line.number("journal_id_line_number") == 1 ? 1L : 0L, Long::sum);
        }
        assertThat(entries).isEqualTo(numbers);
        assertThat(entries.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(configuration.transactions().targetCount());
        int closedYears = (configuration.startDate().getMonthValue() - 1 + configuration.periodMonths()) / 12;
        for (String column : new String[] {"ending_balance", "reporting_ending_balance"}) {
            Map<String, Long> sums = new HashMap<>();
            for (Row row : tables.rows("trial_balances")) {
                sums.merge(
                        row.text("company_code") + row.number("fiscal_year") + "/" + row.number("period"),
                        row.number(column),
                        Long::sum);
            }
            assertThat(sums)
                    .hasSize((1 + configuration.periodMonths() + closedYears)
                            * configuration.companies().size())
                    .allSatisfy((period, sum) -> assertThat(sum).as(period).isZero());
        }
    }
}
