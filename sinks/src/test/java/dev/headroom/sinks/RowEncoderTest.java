package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowEncoderTest {
    static Stream<RowSyntax> syntaxes() {
        return Stream.of(new CsvSyntax(), JsonSyntax.lines(), JsonSyntax.array());
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void bytesDependNeitherOnBatchesNorOnBuffers(RowSyntax syntax) {
        for (long seed = 100; seed < 106; seed++) {
            SampleTable table = SampleTable.random(seed, 1000);
            byte[] whole = Encoded.rows(syntax, table.batches(1000), 1 << 24);
            for (int capacity : new int[] {1, 7, 63, 64, 65, 333}) {
                assertThat(Encoded.rows(syntax, table.batches(capacity), 1 << 24))
                        .isEqualTo(whole);
            }
            for (int capacity : new int[] {1, 100, 1000, 4096, 65_536}) {
                assertThat(Encoded.rows(syntax, table.batches(700), capacity)).isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void aBufferIsFilledToItsCapacityAndNotBeyond(RowSyntax syntax) {
        SampleTable table = SampleTable.of(Column.integer("a"), Column.text("b"));
        for (long i = 0; i < 1000; i++) {
            table.addRow(100 + i % 900, "fixed");
        }
        RecordBatch batch = table.batches(1000).get(0);
        BatchEncoder encoder = new RowEncoder(new TableSyntax(syntax, table.schema()));
        int rowLength = Encoded.rows(
                        syntax,
                        SampleTable.of(Column.integer("a"), Column.text("b"))
                                .addRow(100L, "fixed")
                                .batches(1),
                        100)
                .length;
        EncodingBuffer buffer = new EncodingBuffer(5 * rowLength + 3);
        encoder.encode(batch, 0, buffer);
        buffer.clear();
        assertThat(encoder.encode(batch, 20, buffer)).isEqualTo(25);
        assertThat(buffer.size()).isEqualTo(5 * rowLength);
        assertThat(buffer.allocated()).isEqualTo(buffer.capacity());
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void aGiantRowIsWrittenWhole(RowSyntax syntax) {
        String giant = "quote\" comma, back\\slash\n".repeat(40_000);
        SampleTable table = SampleTable.of(Column.text("a"), Column.text("b").perGroup());
        table.addRow("before", "x").addRow(giant, giant).addRow("after", "y");
        byte[] bytes = Encoded.rows(syntax, table.batches(3), 512);
        String text = new String(bytes, UTF_8);
        String expected = syntax instanceof CsvSyntax
                ? "\"" + giant.replace("\"", "\"\"") + "\""
                : "\"" + giant.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        assertThat(text).contains("before").contains("after");
        assertThat(text.indexOf(expected)).isPositive();
        assertThat(text.lastIndexOf(expected)).isGreaterThan(text.indexOf(expected));
    }

    @Test
    void aBatchMayComeWithAnotherDictionary() {
        TableSchema schema = new TableSchema("t", "", List.of(Column.text("a")));
        RowEncoder encoder = new RowEncoder(new TableSyntax(new CsvSyntax(), schema));
        List<String> seen = new ArrayList<>();
        for (TextDictionary dictionary : List.of(TextDictionary.of("one"), TextDictionary.of("two"))) {
            RecordBatch batch = new RecordBatch(schema, 1);
            batch.texts("a").useDictionary(dictionary);
            batch.texts("a").setCode(batch.addRow(), 0);
            EncodingBuffer buffer = new EncodingBuffer(100);
            encoder.encode(batch, 0, buffer);
            seen.add(new String(buffer.array(), 0, buffer.size(), UTF_8));
        }
        assertThat(seen).containsExactly("one\n", "two\n");
    }

    @Test
    void blankedColumnsAreAbsentInEveryRow() {
        SampleTable table = SampleTable.of(
                Column.integer("a").asOptional(), Column.text("b").asOptional(), Column.bool("c"));
        RecordBatch batch =
                table.addRow(1L, "x", true).addRow(2L, "y", false).batches(2).get(0);
        batch.blankOptionalColumns();
        assertThat(new String(Encoded.rows(new CsvSyntax(), List.of(batch), 100), UTF_8))
                .isEqualTo(",,true\n,,false\n");
        assertThat(new String(Encoded.rows(JsonSyntax.lines(), List.of(batch), 100), UTF_8))
                .isEqualTo("{\"a\":null,\"b\":null,\"c\":true}\n{\"a\":null,\"b\":null,\"c\":false}\n");
    }
}
