package dev.headroom.generator.quality;

import dev.headroom.generator.output.CellText;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/**
 * The table {@code quality_labels}. A label names its row by three values. {@code table_name} is the table. {@code record_key} has the
 * values of the table's key columns, in the schema's order and joined by {@code |}; rows of the same key follow one another.
 * {@code row_occurrence} is 1 for the first row of the key, which is the original, and 2 for its duplicate. Where it is 0, the value is one
 * that all rows of a group share: then {@code record_key} has only those key columns that they share too (of {@code journal_entries}:
 * {@code journal_id}), and the value is altered in all rows of that key, duplicates included.
 *
 * <p>A label without a {@code field} names a duplicate, which is to be dropped. All others name one value, whose clean form is
 * {@code original_value}. Values are the text of data files: plain decimals, ISO 8601 dates. Keys are never altered.
 */
public final class QualityLabels {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "quality_labels",
            "A data-quality issue that was injected: an altered value, or a duplicate row.",
            List.of(
                    Column.text("table_name").asKey().describedAs("Table of the row."),
                    Column.text("record_key").asKey().describedAs("Values of the row's key columns, joined by a bar."),
                    Column.integer("row_occurrence")
                            .asKey()
                            .describedAs(
                                    "1 for the first row of the key, 2 for its duplicate, 0 for all rows of the group."),
                    Column.integer("label_number").asKey().describedAs("Number of the label for the row, from 1."),
                    Column.text("field").asNullable().describedAs("Altered column; null for a duplicate row."),
                    Column.text("original_value").asNullable().describedAs("Clean value; null for a duplicate row."),
                    Column.text("modified_value")
                            .asNullable()
                            .describedAs("Value in the table; null if it is missing there."),
                    Column.text("kind").describedAs("What was done: missing, date_format, … or exact_duplicate, ….")));

    private final TableOutput output;
    private final TextVector table;
    private final TextVector recordKey;
    private final LongVector occurrence;
    private final LongVector number;
    private final TextVector field;
    private final TextVector original;
    private final TextVector modified;
    private final TextVector kind;

    /**
     * Makes a writer.
     *
     * @param output of {@link #SCHEMA}
     */
    QualityLabels(TableOutput output) {
        this.output = output;
        RecordBatch batch = output.batch();
        table = batch.texts("table_name");
        recordKey = batch.texts("record_key");
        occurrence = batch.longs("row_occurrence");
        number = batch.longs("label_number");
        field = batch.texts("field");
        original = batch.texts("original_value");
        modified = batch.texts("modified_value");
        kind = batch.texts("kind");
        kind.useDictionary(QualityKind.NAMES);
    }

    /** A row, as a label names it: its positions in the batch that has it, and its occurrence. */
    record Place(RecordBatch batch, int group, int row, int occurrence) {}

    /** Labels a duplicate row. */
    void duplicate(Place place, QualityKind what) {
        int at = add(place, 1, what);
        field.setNull(at);
        original.setNull(at);
        modified.setNull(at);
    }

    /** Labels a value that is missing; {@code clean} has its text at code 0. */
    void missing(Place place, int labelNumber, int column, TextDictionary clean) {
        modified.setNull(value(place, labelNumber, QualityKind.MISSING, column, clean));
    }

    /** Labels a value that is altered. */
    void altered(Place place, int labelNumber, QualityKind what, int column, TextDictionary clean, AlteredText text) {
        int at = value(place, labelNumber, what, column, clean);
        modified.setCode(at, modified.local().add(text.bytes(), 0, text.length()));
    }

    private int value(Place place, int labelNumber, QualityKind what, int column, TextDictionary clean) {
        int at = add(place, labelNumber, what);
        field.set(at, place.batch().schema().columns().get(column).name());
        original.local().append(clean, 0);
        original.setCode(at, original.local().endText());
        return at;
    }

    private int add(Place place, int labelNumber, QualityKind what) {
        int at = output.addRow();
        TableSchema schema = place.batch().schema();
        table.set(at, schema.name());
        boolean begun = false;
        LocalTextDictionary key = recordKey.local();
        for (int i = 0; i < schema.columns().size(); i++) {
            Column column = schema.columns().get(i);
            boolean shared = column.repetition() == Repetition.PER_GROUP;
            if (column.key() && (shared || place.occurrence() > 0)) {
                if (begun) {
                    key.append('|');
                }
                begun = true;
                CellText.append(key, place.batch().vector(i), shared ? place.group() : place.row());
            }
        }
        recordKey.setCode(at, key.endText());
        occurrence.set(at, place.occurrence());
        number.set(at, labelNumber);
        kind.setCode(at, what.code());
        return at;
    }
}
