package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo makes, read by programs that know nothing of Headroom: python's csv and json modules. */
class IndependentReaderIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path temp;

    @Test
    void theDemoLoadsBalancesAndResolvesOnceItsQualityLabelsAreUndone() throws Exception {
        Path run = temp.resolve("demo");
        PackagedHeadroom.Outcome made = new PackagedHeadroom()
                .run("generate", "--demo", "--format", "csv,json,ndjson", "--output", run.toString())
                .exitsWith(0);
        assertThat(made.out())
                .contains(run.toString())
                .contains("10,000 journal entries")
                .contains("all at NORMAL")
                .containsPattern("peak memory \\d+ MB of 256 MB");
        String checked = check(run);
        assertThat(checked).contains(" 10000 entries,");
        assertThat(checked).doesNotContain(", 0 quality labels").doesNotContain(", 0 entries named");
    }

    private String check(Path run) throws IOException, InterruptedException {
        Path script = temp.resolve("check_run.py");
        try (InputStream in = IndependentReaderIT.class.getResourceAsStream("check_run.py")) {
            Files.copy(Objects.requireNonNull(in), script);
        }
        Path schema = temp.resolve("schema.json");
        JSON.writeValue(schema.toFile(), schema());
        try {
            return PackagedHeadroom.commandOutput("python3", script.toString(), run.toString(), schema.toString());
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
                        .put("key", column.key())
                        .put("nullable", column.nullable())
                        .put("references", column.references())
                        .put("per_group", column.repetition() == Repetition.PER_GROUP);
            }
        }
        return tables;
    }
}
