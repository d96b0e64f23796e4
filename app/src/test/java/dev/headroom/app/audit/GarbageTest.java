package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.run.Manifest;
import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a column, verify tells of it and does not break off. */
@Timeout(3600)
class GarbageTest {
    private static final String HUGE = "99999999999999999999999999";
    private static final String LARGE = "999999999999999999";
    private static final List<String> GARBAGE =
            List.of("", "x", "-1", "-1.00", HUGE, LARGE, "9999999999999999.99", "NaN", "9999-99-99", "9999-12-31", "0");

    @TempDir
    private static Path shared;

    private static Path run;

    @TempDir
    Path temp;

    @BeforeAll
    static void generate() throws Exception {
        run = shared.resolve("run");
        AuditedRuns.generate(
                run,
                "{\"global\": {\"seed\": 5, \"industry\": \"manufacturing\", \"period_months\": 4},"
                        + " \"companies\": [{\"code\": \"1000\", \"name\": \"A\", \"currency\": \"EUR\", \"country\": \"DE\"},"
                        + " {\"code\": \"2000\", \"name\": \"B\", \"currency\": \"USD\", \"country\": \"US\"}],"
                        + " \"master_data\": {\"vendors\": {\"count\": 60}, \"customers\": {\"count\": 80},"
                        + " \"materials\": {\"count\": 80}, \"employees\": {\"count\": 80}, \"cost_centers\": {\"count\": 20},"
                        + " \"assets\": {\"count\": 30}}, \"transactions\": {\"target_count\": 600},"
                        + " \"anomaly_injection\": {\"total_rate\": 0.05}, \"data_quality\": {\"duplicates\": 0.02},"
                        + " \"graph_export\": {}, \"output\": {\"formats\": [\"csv\"]}}");
    }

    /** A value that is put into a row. */
    private record Damage(TableSchema table, Column column, int row, String value) {
        /** Whether the value cannot be one of the column. */
        boolean isMalformed() {
            try {
                Values.check(row(value), 0, column);
                return false;
            } catch (MalformedValueException e) {
                return true;
            }
        }

        private static Row row(String value) {
            Row row = new Row(1);
            if (value.isEmpty()) {
                row.addNull();
            } else {
                row.count = 1;
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                row.replace(0, bytes, 0, bytes.length);
            }
            return row;
        }
    }

    private static List<TableSchema> tables() {
        return Ledger.catalogue().stream()
                .filter(schema -> Files.exists(run.resolve(schema.name() + ".csv")))
                .toList();
    }

    private RuleFindings prove(List<Damage> damages) throws Exception {
        Path copy = Files.createTempDirectory(temp, "run");
        AuditedRuns.link(run, copy);
        for (TableSchema schema : tables()) {
            List<Damage> here =
                    damages.stream().filter(damage -> damage.table() == schema).toList();
            if (!here.isEmpty()) {
                CsvTable table = CsvTable.read(copy.resolve(schema.name() + ".csv"));
                here.forEach(damage -> table.set(damage.row(), damage.column().header(), damage.value()));
                table.write();
            }
        }
        Path aside = Files.createTempDirectory(temp, "aside");
        RuleFindings findings = AuditedRuns.prove(copy, aside);
        try (RunAudit audit = RunAudit.of(copy, Manifest.read(copy), aside)) {
            audit.journal();
        }
        assertThat(aside).isEmptyDirectory();
        return findings;
    }

    private static int size(TableSchema schema) throws Exception {
        return CsvTable.read(run.resolve(schema.name() + ".csv")).size();
    }

    /** Something in all columns of a table, each in a row of its own; in one column of it where it has few rows. */
    private static List<Damage> damages(TableSchema schema, int number) throws Exception {
        List<Column> columns = schema.columns();
        int size = size(schema);
        List<Damage> damages = new ArrayList<>();
        for (int i = 0; i < columns.size() && size > 0; i++) {
            String value = GARBAGE.get((number / columns.size() + number + i) % GARBAGE.size());
            if (size > 4 * columns.size()) {
                damages.add(new Damage(schema, columns.get(i), size / 2 + i, value));
            } else if (i == number % columns.size()) {
                damages.add(new Damage(schema, columns.get(i), (size + 1) / 2, value));
            }
        }
        return damages;
    }

    private void assertTold(List<Damage> damages) throws Exception {
        RuleFindings findings = prove(damages);
        long malformed = damages.stream().filter(Damage::isMalformed).count();
        assertThat(findings.violations(Rule.VALUES) + findings.violations(Rule.LABELS))
                .as(damages.toString())
                .isGreaterThanOrEqualTo(malformed);
    }

    /** In all tables at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 8})
    void garbageInAllTablesIsTold(int number) throws Exception {
        List<Damage> damages = new ArrayList<>();
        for (TableSchema schema : tables()) {
            damages.addAll(damages(schema, number));
        }
        assertTold(damages);
    }

    /** In each table by itself; takes minutes. */
    @Test
    @EnabledIfSystemProperty(named = "headroom.garbage", matches = "all")
    void garbageInAnyTableIsTold() throws Exception {
        for (TableSchema schema : tables()) {
            boolean few = damages(schema, 0).size() < schema.columns().size();
            for (int i = 0; i < GARBAGE.size() * (few ? schema.columns().size() : 1); i++) {
                assertTold(damages(schema, i));
            }
        }
    }
}
