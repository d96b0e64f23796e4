package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.run.Manifest;
import dev.headroom.generator.LedgerConfiguration.Industry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The journal of a sound run is in all gates, and each test finds all that is labelled as its kind; what was done to another is told. */
@Timeout(180)
class JournalAuditTest {
    private static final long ENTRIES = 30_000;
    private static final String JOURNAL = "journal_entries.csv";

    @TempDir
    private static Path runs;

    @TempDir
    Path temp;

    private static Path sound(Industry industry) throws Exception {
        Path run = runs.resolve(industry.name());
        if (Files.notExists(run)) {
            AuditedRuns.generate(
                    run,
                    "{\"global\": {\"industry\": \"" + industry.name().toLowerCase(Locale.ROOT)
                            + "\"}, \"transactions\": {\"target_count\": " + ENTRIES
                            + "}, \"anomaly_injection\": {\"enabled\": true, \"total_rate\": 0.05},"
                            + " \"data_quality\": {\"enabled\": true}}");
        }
        return run;
    }

    private JournalFindings audit(Path run) throws Exception {
        return AuditedRuns.journal(run, temp);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void aSoundJournalIsInAllGates(Industry industry) throws Exception {
        JournalFindings findings = audit(sound(industry));
        assertThat(findings.notAudited()).isNull();
        assertThat(findings.violations()).isEmpty();
        assertThat(findings.statistics())
                .filteredOn(figure -> figure.name().startsWith("first"))
                .hasSize(5)
                .allSatisfy(figure -> assertThat(figure.verdict()).isEqualTo(Statistic.Verdict.CLOSE));
        assertThat(findings.statistics())
                .allSatisfy(figure -> assertThat(figure.verdict()).isNotEqualTo(Statistic.Verdict.OUTSIDE))
                .filteredOn(figure -> figure.verdict() != Statistic.Verdict.NOT_APPLICABLE)
                .hasSizeGreaterThan(12);
        assertThat(findings.anomalyTests()).hasSize(30).allSatisfy(result -> {
            assertThat(result.labelled()).as(result.test().type()).isPositive();
            assertThat(result.recall()).as(result.test().type()).isEqualTo(1);
            // People like round amounts, too.
            boolean common = result.test() == AnomalyTest.ROUND_DOLLAR;
            assertThat(result.precision()).as(result.test().type()).isGreaterThan(common ? .02 : .5);
        });
        assertThat(findings.journalTests())
                .filteredOn(result ->
                        Set.of(JournalTest.NUMBER_GAPS, JournalTest.LOG_TOTALS).contains(result.test()))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.found()).isZero());
        assertThat(findings.journalTests())
                .allSatisfy(result ->
                        assertThat(result.found()).as(result.test().text()).isLessThan(result.of() / 10));
        assertThat(temp).isEmptyDirectory();
    }

    /** A copy of a run, with other lines of the journal. */
    private Path doctored(UnaryOperator<List<String[]>> change) throws Exception {
        Path run = sound(Industry.RETAIL);
        Path copy = Files.createDirectory(temp.resolve("run"));
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String[]> lines = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve(JOURNAL))) {
            lines.add(line.split(",", -1));
        }
        Files.write(
                copy.resolve(JOURNAL),
                change.apply(lines).stream()
                        .map(fields -> String.join(",", fields))
                        .toList());
        return copy;
    }

    private static int column(List<String[]> lines, String name) {
        return List.of(lines.get(0)).indexOf(name);
    }

    @Test
    void amountsThatDoNotFollowBenfordsLawAreTold() throws Exception {
        Path run = doctored(lines -> {
            int amount = column(lines, "amount");
            lines.stream()
                    .skip(1)
                    .filter(fields -> fields[amount].startsWith("1"))
                    .forEach(fields -> fields[amount] = "7" + fields[amount].substring(1));
            return lines;
        });
        assertThat(audit(run).violations())
                .anyMatch(text -> text.startsWith("statistics: first digits, mean absolute deviation is 0."))
                .anyMatch(text -> text.startsWith("statistics: first two digits, mean absolute deviation is 0."));
    }

    @Test
    void peopleWhoWorkAtNightAreTold() throws Exception {
        Path run = doctored(lines -> {
            int source = column(lines, "source");
            int time = column(lines, "entered_time");
            lines.stream()
                    .filter(fields -> fields[source].equals("manual"))
                    .forEach(fields -> fields[time] = "23" + fields[time].substring(2));
            return lines;
        });
        JournalFindings findings = audit(run);
        assertThat(findings.violations())
                .anyMatch(
                        text -> text.startsWith("statistics: hours of people's entries, largest deviation of a share"));
        assertThat(findings.anomalyTests()
                        .get(AnomalyTest.AFTER_HOURS_POSTING.code())
                        .precision())
                .isLessThan(.1);
    }

    @Test
    void anEntryThatIsMissingIsAGapAndNotInTheLog() throws Exception {
        Path run = doctored(lines -> {
            String id = lines.get(lines.size() / 2)[0];
            lines.removeIf(fields -> fields[0].equals(id));
            return lines;
        });
        assertThat(audit(run).violations())
                .anyMatch(text -> text.startsWith("journal test number gaps: 1 numbers"))
                .anyMatch(text -> text.startsWith("journal test log totals: "));
    }

    @Test
    void anAnomalyThatIsNoneIsTold() throws Exception {
        Path run = doctored(lines -> {
            int approver = column(lines, "approved_by");
            int source = column(lines, "source");
            String someone = lines.stream()
                    .map(fields -> fields[approver])
                    .filter(user -> !user.isEmpty())
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            lines.stream()
                    .filter(fields -> fields[source].equals("manual") && fields[approver].isEmpty())
                    .forEach(fields -> fields[approver] = someone);
            return lines;
        });
        assertThat(audit(run).violations())
                .anyMatch(text -> text.startsWith("audit test skipped_approval: ")
                        && text.endsWith("are not among manual entries without approver"));
    }

    @Test
    void aJournalWithMalformedValuesIsNotAudited() throws Exception {
        Path run = doctored(lines -> {
            lines.get(5)[column(lines, "amount")] = "much";
            return lines;
        });
        assertThat(audit(run).notAudited()).startsWith("a value does not have its column's form: 'much'");
    }

    /** Amounts of other sizes, many periods, more accounts than are used, and a company in which one person does everything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"global\": {\"period_months\": 24, \"group_currency\": \"JPY\"}, \"companies\": [{\"code\": \"J1\", \"name\": \"A\","
                        + " \"currency\": \"JPY\", \"country\": \"JP\", \"volume_weight\": 1}, {\"code\": \"H1\", \"name\": \"B\","
                        + " \"currency\": \"HUF\", \"country\": \"HU\", \"volume_weight\": 1}], \"transactions\": {\"target_count\": 6000},"
                        + " \"anomaly_injection\": {\"enabled\": true, \"total_rate\": 0.1}, \"output\": {\"formats\": [\"ndjson\"]}}",
                "{\"global\": {\"period_months\": 120, \"industry\": \"technology\"}, \"chart_of_accounts\": {\"complexity\": \"large\"},"
                        + " \"transactions\": {\"target_count\": 12000}, \"anomaly_injection\": {\"enabled\": true}}",
                "{\"global\": {\"period_months\": 2}, \"companies\": [{\"code\": \"A\", \"name\": \"A\", \"currency\": \"EUR\","
                        + " \"country\": \"DE\", \"volume_weight\": 1}], \"transactions\": {\"target_count\": 300}, \"master_data\":"
                        + " {\"employees\": {\"count\": 3}}, \"anomaly_injection\": {\"enabled\": true, \"total_rate\": 0.15}}"
            })
    void otherJournalsAreSoundToo(String json) throws Exception {
        Path run = temp.resolve("run");
        AuditedRuns.generate(run, json);
        JournalFindings findings = audit(run);
        assertThat(findings.notAudited()).isNull();
        assertThat(findings.violations()).isEmpty();
        assertThat(findings.anomalyTests().stream()
                        .mapToLong(AnomalyTestResult::labelled)
                        .sum())
                .isPositive();
    }

    @Test
    void ofARunThatKeptNothingItIsSaid() throws Exception {
        Path run = temp.resolve("run");
        AuditedRuns.generate(
                run, "{\"transactions\": {\"target_count\": 1000}, \"output\": {\"formats\": [\"none\"]}}");
        assertThat(audit(run).notAudited()).isEqualTo("its format is none, so that nothing was kept of it");
        assertThat(AuditedRuns.rules(run, temp).notProven())
                .isEqualTo("its format is none, so that nothing was kept of it");
    }

    @Test
    void aRunThatHasNotEndedIsNotAudited() throws Exception {
        Path run = Files.createDirectory(temp.resolve("run"));
        Files.writeString(
                run.resolve(Manifest.NAME),
                Files.readString(sound(Industry.RETAIL).resolve(Manifest.NAME)).replace("COMPLETED", "STOPPED"));
        assertThat(audit(run).notAudited()).isEqualTo("the run is not complete");
    }
}
