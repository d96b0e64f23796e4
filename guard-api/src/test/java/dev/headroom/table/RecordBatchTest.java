package dev.headroom.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBatchTest {
    private static final TableSchema SCHEMA = new TableSchema(
            "journal_entries",
            "One row for each line",
            List.of(
                    Column.text("journal_id").asKey().perGroup(),
                    Column.integer("line_number").asKey(),
                    Column.date("effective_date").perGroup(),
                    Column.time("entered_time").asOptional().perGroup(),
                    Column.decimal("amount", 2),
                    Column.text("indicator"),
                    Column.text("note").asOptional(),
                    Column.bool("reversal")));

    private static RecordBatch filled() {
        RecordBatch batch = new RecordBatch(SCHEMA, 4);
        batch.texts("indicator").useDictionary(TextDictionary.of("D", "C"));
        int line = 0;
        for (int entry = 0; entry < 2; entry++) {
            int group = batch.beginGroup();
            LocalTextDictionary ids = batch.texts("journal_id").local();
            ids.append("JE-".getBytes(StandardCharsets.UTF_8));
            ids.appendNumber(entry + 9, 2);
            batch.texts("journal_id").setCode(group, ids.endText());
            batch.ints("effective_date")
                    .set(group, (int) LocalDate.of(2025, 3, 1 + entry).toEpochDay());
            batch.ints("entered_time").set(group, 3600);
            for (int i = 0; i < 2; i++) {
                int row = batch.addRow();
                batch.longs("line_number").set(row, i + 1);
                batch.longs("amount").set(row, 12345 + line++);
                batch.texts("indicator").setCode(row, i);
                batch.texts("note").setNull(row);
                batch.booleans("reversal").set(row, entry == 1);
            }
        }
        return batch;
    }

    @Test
    void cursorRepeatsGroupedValuesInEachRow() {
        RowCursor rows = filled().cursor();
        StringBuilder seen = new StringBuilder();
        while (rows.next()) {
            seen.append(rows.getText(0))
                    .append(' ')
                    .append(rows.getLong(1))
                    .append(' ')
                    .append(rows.getDate(2));
            seen.append(' ')
                    .append(rows.getDecimal(4))
                    .append(' ')
                    .append(rows.getText(5))
                    .append('\n');
        }
        assertThat(seen)
                .hasToString("JE-09 1 2025-03-01 123.45 D\nJE-09 2 2025-03-01 123.46 C\n"
                        + "JE-10 1 2025-03-02 123.47 D\nJE-10 2 2025-03-02 123.48 C\n");
    }

    @Test
    void cursorReadsEveryType() {
        RowCursor rows = filled().cursor();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getTime(3)).isEqualTo(LocalTime.of(1, 0));
        assertThat(rows.getDecimal(4)).isEqualTo(new BigDecimal("123.45"));
        assertThat(rows.isNull(6)).isTrue();
        assertThat(rows.getBoolean(7)).isFalse();
    }

    @Test
    void overridesStandBesideTheTypedValue() {
        RecordBatch batch = filled();
        byte[] text = "01/03/2025".getBytes(StandardCharsets.UTF_8);
        batch.vector(2).override(0, text, 0, text.length);
        RowCursor rows = batch.cursor();
        rows.next();
        assertThat(rows.isOverridden(2)).isTrue();
        assertThat(rows.getOverride(2)).isEqualTo("01/03/2025");
        assertThat(rows.getDate(2)).isEqualTo(LocalDate.of(2025, 3, 1));
        rows.next();
        assertThat(rows.isOverridden(2)).as("the second row of the group").isTrue();
        rows.next();
        assertThat(rows.isOverridden(2)).isFalse();
        assertThatThrownBy(() -> batch.vector(2).override(0, text, 0, text.length))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void clearForgetsRowsNullsOverridesAndLocalTexts() {
        RecordBatch batch = filled();
        batch.blankOptionalColumns();
        assertThat(batch.vector(3).isAllNull()).isTrue();
        assertThat(batch.vector(0).isAllNull()).isFalse();
        batch.clear();
        assertThat(batch.rowCount()).isZero();
        assertThat(batch.groupCount()).isZero();
        assertThat(batch.vector(3).mayHaveNulls()).isFalse();
        assertThat(batch.vector(6).isNull(0)).isFalse();
        assertThat(batch.texts("journal_id").local().size()).isZero();
        assertThat(batch.texts("indicator").dictionary().size()).isEqualTo(2);
    }

    @Test
    void groupsAreFoundByRow() {
        RecordBatch batch = filled();
        assertThat(List.of(batch.groupOf(0), batch.groupOf(1), batch.groupOf(2), batch.groupOf(3)))
                .containsExactly(0, 0, 1, 1);
        assertThat(batch.groupEnd(0)).isEqualTo(2);
        assertThat(batch.groupEnd(1)).isEqualTo(4);
    }

    @Test
    void misuseIsRefused() {
        RecordBatch batch = new RecordBatch(SCHEMA, 1);
        assertThatThrownBy(batch::addRow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no group");
        batch.beginGroup();
        assertThatThrownBy(batch::beginGroup).isInstanceOf(IllegalStateException.class);
        batch.addRow();
        assertThatThrownBy(batch::addRow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no room");
    }

    @Test
    void numbersArePaddedAndNeverCut() {
        LocalTextDictionary texts = new RecordBatch(SCHEMA, 1).texts("note").local();
        texts.appendNumber(0, 1);
        texts.append(' ');
        texts.appendNumber(42, 5);
        texts.append(' ');
        texts.appendNumber(123456, 3);
        texts.append(' ');
        texts.appendNumber(Long.MAX_VALUE, 1);
        assertThat(texts.text(texts.endText())).isEqualTo("0 00042 123456 9223372036854775807");
    }

    @Test
    void writesNumbersOfAnyLength() {
        LocalTextDictionary texts = new RecordBatch(SCHEMA, 1).texts("note").local();
        for (long number : new long[] {0, 7, 10, 99, 100, 2147483647L, 2147483648L, 99999999999L, Long.MAX_VALUE}) {
            for (int width : new int[] {1, 2, 9, 10, 19}) {
                int code = texts.add("");
                texts.appendNumber(number, width);
                String digits = Long.toString(number);
                assertThat(texts.text(texts.endText()))
                        .isEqualTo("0".repeat(Math.max(0, width - digits.length())) + digits);
                assertThat(texts.text(code)).isEmpty();
            }
        }
    }

    @Test
    void makesConsecutivePositionsNull() {
        RecordBatch batch = new RecordBatch(SCHEMA, 300);
        ColumnVector notes = batch.texts("note");
        for (int first : new int[] {0, 1, 63, 64, 100}) {
            for (int count : new int[] {0, 1, 2, 63, 64, 65, 129, 200}) {
                batch.clear();
                notes.setNulls(first, count);
                for (int position = 0; position < 300; position++) {
                    assertThat(notes.isNull(position))
                            .as(position + " of " + count + " from " + first)
                            .isEqualTo(position >= first && position < first + count);
                }
            }
        }
    }
}
