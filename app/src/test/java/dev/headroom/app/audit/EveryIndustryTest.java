package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.run.ScriptedGuard;
import dev.headroom.app.verify.RunVerification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ledgers of every industry and size of chart keep all rules, whenever they begin, however long they are, in whatever countries, and at whatever
 * levels they are made.
 */
@Timeout(300)
class EveryIndustryTest {
    private static final List<String> INDUSTRIES =
            List.of("manufacturing", "retail", "financial_services", "healthcare", "technology");
    private static final List<String> SIZES = List.of("small", "medium", "large");
    private static final List<String> STARTS = List.of("2024-01-01", "2024-07-01");
    private static final int[] MONTHS = {12, 1, 18, 36};

    private static final String GERMANY = company("1000", "EUR", "DE");
    private static final String AMERICA = company("2000", "USD", "US");
    private static final String JAPAN = company("3000", "JPY", "JP");
    private static final List<String> COMPANIES =
            List.of(GERMANY, AMERICA, JAPAN, GERMANY + "," + AMERICA + "," + JAPAN);

    @TempDir
    Path run;

    @TempDir
    Path temporary;

    private static String company(String code, String currency, String country) {
        return "{\"code\": \"" + code + "\", \"name\": \"Alpha " + country + "\", \"currency\": \"" + currency
                + "\", \"country\": \"" + country + "\"}";
    }

    /** Each industry with each size; start, months and companies differ from one to the next. */
    static Stream<String> ledgers() {
        List<String> ledgers = new ArrayList<>();
        for (String industry : INDUSTRIES) {
            for (String size : SIZES) {
                int number = ledgers.size();
                int months = MONTHS[number % MONTHS.length];
                ledgers.add(ledger(
                        industry,
                        size,
                        months,
                        STARTS.get(number / 2 % 2),
                        COMPANIES.get((number + number / 4) % 4),
                        3000));
            }
        }
        return ledgers.stream();
    }

    static String ledger(String industry, String size, int months, String start, String companies, int entries) {
        return "{\"global\": {\"seed\": 5, \"industry\": \"" + industry + "\", \"start_date\": \"" + start
                + "\", \"period_months\": " + months + ", \"group_currency\": \"EUR\"}, \"companies\": [" + companies
                + "], \"chart_of_accounts\": {\"complexity\": \"" + size
                + "\"}, \"master_data\": {\"vendors\": {\"count\": 60}, \"customers\": {\"count\": 80}, \"materials\": {\"count\": 90},"
                + "\"employees\": {\"count\": 60}, \"cost_centers\": {\"count\": 20}, \"assets\": {\"count\": 40}},"
                + "\"transactions\": {\"target_count\": " + entries + "},"
                + "\"anomaly_injection\": {\"total_rate\": 0.05}, \"data_quality\": {}, \"graph_export\": {},"
                + "\"output\": {\"formats\": [\"csv\"]}}";
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void aLedgerKeepsAllRules(String configuration) throws Exception {
        AuditedRuns.generate(run, configuration, ScriptedGuard::changing);
        assertThat(RunVerification.of(run).violations()).isEmpty();
        AuditReport report = AuditedRuns.rules(run, temporary);
        assertThat(report.violations()).isEmpty();
        assertThat(report.rules()).allMatch(rule -> rule.violations() == 0);
    }
}
