package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {
    /** What a trial balance says of an account in a period: debits, credits and lines. */
    private record Activity(long debit, long credit, long lines) {
        static final Activity NONE = new Activity(0, 0, 0);

        Activity plus(Activity other) {
            return new Activity(debit + other.debit, credit + other.credit, lines + other.lines);
        }
    }

    private static String key(Tabulation.Row row, String company) {
        return row.text(company) + " " + row.number("fiscal_year") + " " + row.number("period") + " "
                + row.text("gl_account_number");
    }

    @Test
    void everyRowIsTheSumOfTheLinesOfItsAccountAndPeriod() {
        LedgerConfiguration full = Configurations.full(3000);
        Ledger ledger = Ledger.of(Configurations.with(full.transactions(), full.anomalies(), Configurations.NO_ISSUES));
        Tabulation tables = Tabulation.of(ledger, Fidelity.NORMAL, 1000);
        Map<String, Activity> lines = new HashMap<>();
        for (Tabulation.Row line : tables.rows("journal_entries")) {
            boolean debit = line.text("amount_credit_debit_indicator").equals("D");
            long amount = line.number("local_amount");
            Activity activity = new Activity(debit ? amount : 0, debit ? 0 : amount, 1);
            lines.merge(key(line, "business_unit_code"), activity, Activity::plus);
        }
        Map<String, Activity> balances = new HashMap<>();
        Map<String, Long> endings = new HashMap<>();
        for (Tabulation.Row row : tables.rows("trial_balances")) {
            String account = row.text("company_code") + " " + row.text("gl_account_number");
            assertThat(row.number("beginning_balance")).isEqualTo(endings.getOrDefault(account, 0L));
            endings.put(account, row.number("ending_balance"));
            Activity activity =
                    new Activity(row.number("debit_amount"), row.number("credit_amount"), row.number("line_count"));
            if (row.number("period") != 0) {
                assertThat(row.number("ending_balance") - row.number("beginning_balance"))
                        .isEqualTo(activity.debit() - activity.credit());
            }
            if (!activity.equals(Activity.NONE)) {
                balances.put(key(row, "company_code"), activity);
            }
        }
        assertThat(balances).isEqualTo(lines);
    }

    @Test
    void theBalancesOfEveryPeriodAddUpToZeroAndHaveAllAccounts() {
        LedgerConfiguration clean = Configurations.clean(3000).withPeriod(LocalDate.of(2023, 7, 1), 21);
        Tabulation tables = Tabulation.of(Ledger.of(clean), Fidelity.NORMAL, 1000);
        Map<String, Long> sums = new TreeMap<>();
        Map<String, Integer> accounts = new TreeMap<>();
        for (Tabulation.Row row : tables.rows("trial_balances")) {
            String period = String.format(
                    "%s %d %02d", row.text("company_code"), row.number("fiscal_year"), row.number("period"));
            sums.merge(period, row.number("ending_balance"), Long::sum);
            sums.merge("reporting " + period, row.number("reporting_ending_balance"), Long::sum);
            accounts.merge(period, 1, Integer::sum);
        }
        assertThat(sums)
                .hasSize(3 * 2 * (1 + 21 + 2))
                .allSatisfy((period, sum) -> assertThat(sum).isZero());
        for (String company : List.of("US01", "DE01", "GB01")) {
            for (int year : List.of(2023, 2024)) {
                assertThat(accounts.get(company + " " + year + " 13"))
                        .isGreaterThanOrEqualTo(accounts.get(company + " " + year + " 12"));
            }
        }
    }
}
