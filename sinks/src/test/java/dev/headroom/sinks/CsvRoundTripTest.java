package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sinks.SampleTable.Cell;
import dev.headroom.table.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written as CSV comes back from a reader that does not know the writer. */
class CsvRoundTripTest {
    /** Reads RFC 4180, strictly, with line feeds; null is an empty field without quotes. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<List<String>> records() {
            List<List<String>> records = new ArrayList<>();
            while (at < text.length()) {
                List<String> fields = new ArrayList<>();
                do {
                    fields.add(text.charAt(at) == '"' ? quoted() : unquoted());
                } while (text.charAt(at++) == ',');
                assertThat(text.charAt(at - 1)).isEqualTo('\n');
                records.add(fields);
            }
            return records;
        }

        private String unquoted() {
            int start = at;
            while (",\n".indexOf(text.charAt(at)) < 0) {
                assertThat(text.charAt(at)).isNotIn('"', '\r');
                at++;
            }
            return at == start ? null : text.substring(start, at);
        }

        private String quoted() {
            StringBuilder field = new StringBuilder();
            while (true) {
                int end = text.indexOf('"', at + 1);
                field.append(text, at + 1, end);
                at = end + 1;
                if (text.charAt(at) != '"') {
                    return field.toString();
                }
                field.append('"');
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyValueComesBack(long seed, @TempDir Path directory) throws IOException {
        SampleTable table = SampleTable.random(seed, 700);
        byte[] file = Encoded.file(new CsvSinkProvider(), directory, table.batches(500));

        List<List<String>> records = new Reader(new String(file, UTF_8)).records();

        assertThat(records.get(0))
                .isEqualTo(table.schema().columns().stream().map(Column::name).toList());
        assertThat(records.subList(1, records.size()))
                .isEqualTo(table.cells().stream()
                        .map(row -> row.stream().map(Cell::text).toList())
                        .toList());
    }
}
