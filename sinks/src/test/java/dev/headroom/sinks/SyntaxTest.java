package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.table.Column;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {
    private static String row(RowSyntax syntax, SampleTable table) {
        return new String(Encoded.rows(syntax, table.batches(10), 1000), UTF_8);
    }

    private static SampleTable everyType() {
        return SampleTable.of(
                        Column.integer("n"),
                        Column.decimal("d", 2),
                        Column.date("day"),
                        Column.time("t"),
                        Column.timestamp("ts"),
                        Column.bool("b"),
                        Column.text("s"),
                        Column.text("empty"),
                        Column.text("absent").asNullable())
                .addRow(
                        -7L,
                        -5L,
                        LocalDate.of(2025, 3, 9),
                        LocalTime.of(7, 5),
                        LocalDateTime.of(1969, 12, 31, 23, 59, 58),
                        true,
                        "Ünal, \"A\" & Co",
                        "",
                        null);
    }

    @Test
    void aCsvRow() {
        assertThat(row(new CsvSyntax(), everyType()))
                .isEqualTo("-7,-0.05,2025-03-09,07:05:00,1969-12-31T23:59:58,true,\"Ünal, \"\"A\"\" & Co\",\"\",\n");
        assertThat(new String(new CsvSyntax().header(everyType().schema()), UTF_8))
                .isEqualTo("n,d,day,t,ts,b,s,empty,absent\n");
    }

    @Test
    void aJsonRow() {
        assertThat(row(JsonSyntax.lines(), everyType()))
                .isEqualTo(
                        "{\"n\":-7,\"d\":-0.05,\"day\":\"2025-03-09\",\"t\":\"07:05:00\",\"ts\":\"1969-12-31T23:59:58\","
                                + "\"b\":true,\"s\":\"Ünal, \\\"A\\\" & Co\",\"empty\":\"\",\"absent\":null}\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "plain|plain",
                "a b|a b",
                "a;b|a;b",
                "a'b|a'b",
                "ab\tc|ab\tc",
                "a,b|\"a,b\"",
                "a long text that needs quotes,|\"a long text that needs quotes,\"",
                "\"|\"\"\"\"",
                "`a\nb`|`\"a\nb\"`",
                "`a\rb`|`\"a\rb\"`",
                "` a`|\" a\"",
                "`a `|\"a \"",
                "``|\"\"",
            })
    void csvQuotesWhatNeedsQuotes(String text, String field) {
        assertThat(row(new CsvSyntax(), SampleTable.of(Column.text("a")).addRow(text)))
                .isEqualTo(field + "\n");
    }

    @Test
    void jsonEscapesWhatMustBeEscaped() {
        for (int c = 0; c < 0x2100; c++) {
            String text = "x" + (char) c;
            String escaped = switch (c) {
                case '"' -> "x\\\"";
                case '\\' -> "x\\\\";
                case '\b' -> "x\\b";
                case '\t' -> "x\\t";
                case '\n' -> "x\\n";
                case '\f' -> "x\\f";
                case '\r' -> "x\\r";
                default ->
                    c < 0x20 ? "x\\u00" + List.of("0", "1").get(c >> 4) + "0123456789abcdef".charAt(c & 15) : text;
            };
            assertThat(row(JsonSyntax.lines(), SampleTable.of(Column.text("a")).addRow(text)))
                    .isEqualTo("{\"a\":\"" + escaped + "\"}\n");
        }
    }

    @Test
    void specialCharactersAreSeenAtEveryPlaceOfAText() {
        for (int length = 1; length < 40; length++) {
            for (int place = 0; place < length; place++) {
                String text = "é".repeat(place) + "," + "é".repeat(length - place - 1);
                assertThat(row(new CsvSyntax(), SampleTable.of(Column.text("a")).addRow(text)))
                        .isEqualTo("\"" + text + "\"\n");
                String escaped = text.replace(',', '\n');
                assertThat(row(
                                JsonSyntax.lines(),
                                SampleTable.of(Column.text("a")).addRow(escaped)))
                        .isEqualTo("{\"a\":\"" + text.replace(",", "\\n") + "\"}\n");
            }
        }
    }
}
