package dev.headroom.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.headroom.sinks.SampleTable.Cell;
import dev.headroom.table.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as JSON comes back, with its type, from a reader that knows nothing of the writer. */
class JsonRoundTripTest {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyValueComesBack(long seed, @TempDir Path directory) throws IOException {
        SampleTable table = SampleTable.random(seed, 700);
        byte[] file = Encoded.file(new NdjsonSinkProvider(), directory, table.batches(500));
        assertThat(new String(file, StandardCharsets.UTF_8).lines()).hasSize(700);
        assertComesBack(table, file);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyValueComesBackFromAnArray(long seed, @TempDir Path directory) throws IOException {
        SampleTable table = SampleTable.random(seed, 700);
        byte[] file = Encoded.file(new JsonSinkProvider(), directory, table.batches(500));
        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("[\n{").endsWith("}\n]\n");
        assertComesBack(table, file);
    }

    /** The reader takes an array and a sequence of objects alike. */
    private static void assertComesBack(SampleTable table, byte[] file) throws IOException {
        List<Column> columns = table.schema().columns();
        List<String> names = columns.stream().map(Column::name).toList();

        List<List<String>> rows = new ArrayList<>();
        Iterator<List<Cell>> expected = table.cells().iterator();
        try (MappingIterator<JsonNode> objects =
                MAPPER.readerFor(JsonNode.class).readValues(file)) {
            while (objects.hasNext()) {
                JsonNode object = objects.next();
                List<String> keys = new ArrayList<>();
                object.fieldNames().forEachRemaining(keys::add);
                assertThat(keys).isEqualTo(names);
                rows.add(texts(columns, object, expected.next()));
            }
        }

        assertThat(rows)
                .isEqualTo(table.cells().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList());
    }

    private static List<String> texts(List<Column> columns, JsonNode object, List<Cell> expected) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = object.get(columns.get(i).name());
            assertThat(value.getNodeType())
                    .as("%s of %s", value, columns.get(i))
                    .isEqualTo(nodeType(columns.get(i), expected.get(i)));
            texts.add(
                    value.isNull()
                            ? null
                            : value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText());
        }
        return texts;
    }

    private static JsonNodeType nodeType(Column column, Cell expected) {
        if (expected.text() == null) {
            return JsonNodeType.NULL;
        }
        if (expected.overridden()) {
            return JsonNodeType.STRING;
        }
        return switch (column.type()) {
            case INTEGER, DECIMAL -> JsonNodeType.NUMBER;
            case BOOLEAN -> JsonNodeType.BOOLEAN;
            case DATE, TIME, TIMESTAMP, TEXT -> JsonNodeType.STRING;
        };
    }
}
