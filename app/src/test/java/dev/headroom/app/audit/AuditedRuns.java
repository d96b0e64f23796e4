package dev.headroom.app.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RecordedConfiguration;
import dev.headroom.app.run.Run;
import dev.headroom.app.run.RunRequest;
import dev.headroom.app.run.ScriptedGuard;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.app.run.StopRequest;
import dev.headroom.generator.Ledger;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Compression.Method;
import dev.headroom.table.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Small runs with everything that can be injected. */
final class AuditedRuns {
    private AuditedRuns() {}

    /** Generates a run of three companies with three currencies. */
    static void generate(Path directory, String industry, int entries, String format, Method method) throws Exception {
        String json = "{\"global\": {\"seed\": 11, \"industry\": \"" + industry
                + "\", \"start_date\": \"2024-01-01\", \"period_months\": 14, \"group_currency\": \"EUR\"},"
                + "\"companies\": [{\"code\": \"1000\", \"name\": \"Alpha GmbH\", \"currency\": \"EUR\", \"country\": \"DE\"},"
                + "{\"code\": \"2000\", \"name\": \"Beta Inc\", \"currency\": \"USD\", \"country\": \"US\"},"
                + "{\"code\": \"3000\", \"name\": \"Gamma KK\", \"currency\": \"JPY\", \"country\": \"JP\"}],"
                + "\"master_data\": {\"vendors\": {\"count\": 60}, \"customers\": {\"count\": 80}, \"materials\": {\"count\": 150},"
                + "\"employees\": {\"count\": 120}, \"cost_centers\": {\"count\": 20}, \"assets\": {\"count\": 30}},"
                + "\"transactions\": {\"target_count\": " + entries + "},"
                + "\"document_flows\": {\"o2c\": {\"bad_debt\": 0.05}},"
                + "\"anomaly_injection\": {\"total_rate\": 0.08}, \"data_quality\": {\"duplicates\": 0.02}, \"graph_export\": {},"
                + "\"output\": {\"formats\": [\"" + format + "\"], \"compression\": \""
                + method.name().toLowerCase(Locale.ROOT) + "\"}}";
        generate(directory, json);
    }

    /** Generates a run of a configuration. */
    static void generate(Path directory, String json) throws Exception {
        generate(directory, json, ScriptedGuard::calm);
    }

    /** Generates a run of a configuration whose guard says of each range at what level it is made. */
    static void generate(Path directory, String json, Supplier<ScriptedGuard> guards) throws Exception {
        run().generate(directory, false, request(json, guards), null, null);
    }

    /** Makes and merges runs. */
    static Run run() {
        return new Run(SinkCatalogue.installed(), TimeSource.system(), "test");
    }

    /** What is asked for by a configuration. */
    static RunRequest request(String json, Supplier<ScriptedGuard> guards) throws Exception {
        HeadroomConfiguration configuration =
                new ConfigurationReader(List.of("csv", "json", "ndjson")).readJson("test", json, Overrides.NONE);
        return new RunRequest(
                Ledger.of(configuration.ledger()),
                new RecordedConfiguration(
                        new ObjectMapper().readTree(configuration.toJson()),
                        configuration.hash(),
                        configuration.checksums()),
                configuration.output().formats(),
                configuration.output().compression(),
                OptionalInt.of(2),
                OptionalLong.empty(),
                1000,
                Duration.ofSeconds(10),
                (output, decisions) -> guards.get(),
                Emergency.STOP,
                new StopRequest(),
                view -> {});
    }

    /** Links to the files of a run, so that a test can change one of them. */
    static void link(Path run, Path directory) throws Exception {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.toList()) {
                Files.createLink(directory.resolve(file.getFileName()), file);
            }
        }
    }

    /** Proves all rules on a directory of CSV, whatever its manifest says. */
    static RuleFindings prove(Path directory, Path temporary) throws Exception {
        RuleFindings findings = new RuleFindings();
        List<String> names = Stream.concat(
                        Ledger.catalogue().stream().map(TableSchema::name),
                        Stream.of("trial_balances", "open_items", "inventory_balances", "payroll_lines"))
                .distinct()
                .toList();
        RunTables tables = RunTables.of(directory, "csv", Method.NONE, names);
        try (SpillDirectory spill = new SpillDirectory(temporary)) {
            Proof.prove(tables, Labels.read(tables, spill, findings), spill, findings);
        }
        return findings;
    }

    /** Proves all rules on a run. */
    static AuditReport rules(Path run, Path temporary) throws Exception {
        try (RunAudit audit = RunAudit.of(run, Manifest.read(run), temporary)) {
            return audit.rules();
        }
    }

    /** Audits the journal of a run. */
    static JournalFindings journal(Path run, Path temporary) throws Exception {
        try (RunAudit audit = RunAudit.of(run, Manifest.read(run), temporary)) {
            return audit.journal();
        }
    }

    /** All that was kept of what does not hold. */
    static List<String> violations(RuleFindings findings) {
        return Stream.of(Rule.values())
                .flatMap(rule -> findings.kept(rule).stream())
                .map(violation -> violation.rule().key() + " " + violation.table() + " " + violation.row() + ": "
                        + violation.what())
                .toList();
    }
}
