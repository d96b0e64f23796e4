package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs make, read by programs that know nothing of Headroom: python's csv and json modules, and sqlite. */
class IndependentReaderIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void theDemoLoadsBalancesAndResolvesOnceItsQualityLabelsAreUndone() throws Exception {
        Path run = temp.resolve("demo");
        Path configuration = Files.writeString(temp.resolve("demo.yaml"), smallDemo());
        PackagedHeadroom.Outcome made = new PackagedHeadroom()
                .run(
                        "generate",
                        "--config",
                        configuration.toString(),
                        "--format",
                        "csv,json,ndjson",
                        "--output",
                        run.toString())
                .exitsWith(0);
        assertThat(made.out())
                .contains(run.toString())
                .contains("3,000 journal entries")
                .contains("all at NORMAL")
                .containsPattern("peak memory \\d+ MB of 256 MB");
        String checked = check(run);
        assertThat(checked).contains(" 3000 entries,");
        assertThat(checked).doesNotContain(", 0 quality labels").doesNotContain(", 0 entries named");

        assertThatThrownBy(() -> load(run)).hasMessageMatching("(?s).*record \\d+: .+; load it with --undo-labels, .+");
        assertThat(load(run, "--undo-labels"))
                .contains("3 companies", " journal_entries", " quality_labels")
                .endsWith("\n0 broken references\n");
        assertThat(trialBalance()).contains("journal_entries.fiscal_year: integer", "FOREIGN KEY constraint failed");
    }

    /** The demo with fewer entries, as Python takes longer than Headroom. */
    private static String smallDemo() throws IOException {
        try (InputStream demo = HeadroomConfiguration.class.getResourceAsStream("demo.yaml")) {
            return new String(Objects.requireNonNull(demo).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("target_count: 10000", "target_count: 3000");
        }
    }

    /** Python reads no such files, and says what does. */
    @Test
    void whatZstdHasCompressedIsNotTakenForAnEmptyRun() throws Exception {
        Path run = Files.createDirectory(temp.resolve("packed"));
        Files.createFile(run.resolve("companies.csv.zst"));
        assertThatThrownBy(() -> load(run)).hasMessageContaining("zstd -d " + run);
    }

    /** Anomalies are found from the files by the tests that auditors apply, and the graph is one for its readers. */
    @Test
    void standardJournalEntryTestsFindEveryLabelledAnomaly() throws Exception {
        Path configuration = temp.resolve("audited.yaml");
        Files.writeString(configuration, """
                transactions:
                  target_count: 8000
                  sources: {manual: 0.3, automated: 0.6, documents: 0.5, interface: 0.1, recurring: 0.07, adjustment: 0.03}
                anomaly_injection: {total_rate: 0.16, fraud: 0.3, error: 0.25, process: 0.10, statistical: 0.2, relational: 0.15}
                graph_export: {enabled: true}
                output: {formats: [csv]}
                """);
        Path run = temp.resolve("audited");
        new PackagedHeadroom()
                .run("generate", "--config", configuration.toString(), "--output", run.toString())
                .exitsWith(0);
        assertThat(python("audit_run.py", run.toString()))
                .contains("30 types, 0 labelled entries missed")
                .contains(" 0 loose, 0 nodes repeated");
    }

    /** The types, keys and references that {@code tables --sql} says, held by sqlite; a trial balance is a query. */
    @Test
    void aRunLoadsIntoSqliteWhereItsReferencesHoldAndItBalances() throws Exception {
        Path configuration = temp.resolve("clean.yaml");
        Files.writeString(configuration, """
                companies:
                  - {code: US01, name: Northfield Inc., currency: USD, country: US, volume_weight: 2}
                  - {code: DE01, name: Nordfeld GmbH, currency: EUR, country: DE, volume_weight: 1}
                transactions: {target_count: 3000}
                graph_export: {enabled: true}
                output: {formats: [csv], compression: gzip}
                """);
        Path run = temp.resolve("clean");
        new PackagedHeadroom()
                .run("generate", "--config", configuration.toString(), "--output", run.toString())
                .exitsWith(0);
        assertThat(load(run))
                .contains("2 companies", " journal_entries", " graph_edges")
                .endsWith("\n0 broken references\n");
        assertThat(trialBalance())
                .containsExactly(
                        "many balances, which add up to 0",
                        "journal_entries.gl_account_number: text",
                        "journal_entries.fiscal_year: integer",
                        "journal_entries.reversal_indicator: integer",
                        "vendor_invoices.gross_amount: integer, real",
                        "FOREIGN KEY constraint failed");
    }

    /** What the example prints that loads a run into sqlite. */
    private String load(Path run, String... options) throws IOException, InterruptedException {
        Path schema = temp.resolve("schema.sql");
        Files.writeString(
                schema,
                new PackagedHeadroom().run("tables", "--sql").exitsWith(0).out());
        Path loader = Path.of(System.getProperty("basedir", "."), "../examples/load_sqlite.py");
        List<String> arguments = new ArrayList<>(
                List.of(schema.toString(), run.toString(), database().toString()));
        arguments.addAll(List.of(options));
        return pythonScript(loader, arguments.toArray(String[]::new));
    }

    private Stream<String> trialBalance() throws IOException, InterruptedException {
        return python("trial_balance.py", database().toString()).lines();
    }

    private Path database() {
        return temp.resolve("ledger.db");
    }

    private String check(Path run) throws IOException, InterruptedException {
        Path schema = temp.resolve("schema.json");
        JSON.writeValue(schema.toFile(), schema());
        return python("check_run.py", run.toString(), schema.toString());
    }

    private String python(String name, String... arguments) throws IOException, InterruptedException {
        Path script = temp.resolve(name);
        try (InputStream in = IndependentReaderIT.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        return pythonScript(script, arguments);
    }

    private static String pythonScript(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", script.toString()));
        command.addAll(List.of(arguments));
        try {
            return PackagedHeadroom.commandOutput(command.toArray(String[]::new));
        } catch (IOException e) {
            Assumptions.assumeFalse(String.valueOf(e.getMessage()).contains("error=2"), "there is no python3");
            throw e;
        }
    }

    private static ArrayNode schema() {
        ArrayNode tables = JSON.createArrayNode();
        for (TableSchema table : Ledger.catalogue()) {
            ObjectNode node = tables.addObject().put("name", table.name());
            ArrayNode columns = node.putArray("columns");
            for (Column column : table.columns()) {
                columns.addObject()
                        .put("name", column.name())
                        .put("header", column.header())
                        .put("key", column.key())
                        .put("nullable", column.nullable())
                        .put("references", column.references())
                        .put("per_group", column.repetition() == Repetition.PER_GROUP);
            }
        }
        return tables;
    }
}
