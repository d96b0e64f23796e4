package dev.headroom.generator.quality;

import dev.headroom.generator.output.CellText;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
                    Column.text("record_key")
                            .asKey()
                            .describedAs(
                                    "Values of the row's key columns, joined by a bar; for a value that all rows of a group share,"
                                            + " only those that they share too: of journal_entries the journal_id alone."),
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
                    Column.text("kind")
                            .describedAs(
                                    "What was done: missing, date_format, amount_format, identifier_format, text_format, typo or encoding; of a duplicate row exact_duplicate, near_duplicate or fuzzy_duplicate.")));

    private final TableOutput output;
    private final TextVector table;
    private final TextVector recordKey;
    private final LongVector occurrence;
    private final LongVector number;
    private final TextVector field;
    private final TextVector original;
    private final TextVector modified;
    private final TextVector kind;
    private final List<String> tables;
    private final List<String> fields;

    /**
     * Makes a writer.
     *
     * @param output of {@link #SCHEMA}
     * @param labelled the tables that labels can name
     */
    QualityLabels(TableOutput output, List<TableSchema> labelled) {
        this.output = output;
        this.tables = labelled.stream().map(TableSchema::name).toList();
        this.fields = labelled.stream()
                .flatMap(schema -> schema.columns().stream())
                .map(Column::name)
                .distinct()
                .toList();
        RecordBatch batch = output.batch();
        table = batch.texts("table_name");
        recordKey = batch.texts("record_key");
        occurrence = batch.longs("row_occurrence");
        number = batch.longs("label_number");
        field = batch.texts("field");
        original = batch.texts("original_value");
        modified = batch.texts("modified_value");
        kind = batch.texts("kind");
        table.useDictionary(TextDictionary.of(tables));
        field.useDictionary(TextDictionary.of(fields));
        kind.useDictionary(QualityKind.NAMES);
    }

    /** What labels say of every row of a batch. */
    Source source(RecordBatch batch) {
        List<Column> columns = batch.schema().columns();
        return new Source(
                tables.indexOf(batch.schema().name()),
                keys(batch, column -> true),
                keys(batch, column -> column.repetition() == Repetition.PER_GROUP),
                columns.stream()
                        .mapToInt(column -> fields.indexOf(column.name()))
                        .toArray());
    }

    private static ColumnVector[] keys(RecordBatch batch, Predicate<Column> wanted) {
        List<Column> columns = batch.schema().columns();
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).key() && wanted.test(columns.get(i)))
                .mapToObj(batch::vector)
                .toArray(ColumnVector[]::new);
    }

    /** A batch whose rows are labelled: the codes of its table's and columns' names, and its key columns. */
    static final class Source {
        private final int table;
        private final ColumnVector[] keys;
        private final ColumnVector[] sharedKeys;
        private final int[] fields;

        private Source(int table, ColumnVector[] keys, ColumnVector[] sharedKeys, int[] fields) {
            this.table = table;
            this.keys = keys;
            this.sharedKeys = sharedKeys;
            this.fields = fields;
        }

        /** Appends the values of a row's key columns, or of those that its group shares. */
        void appendKey(LocalTextDictionary to, int group, int row, boolean sharedOnly) {
            ColumnVector[] columns = sharedOnly ? sharedKeys : keys;
            for (int i = 0; i < columns.length; i++) {
                if (i > 0) {
                    to.append('|');
                }
                boolean shared = columns[i].column().repetition() == Repetition.PER_GROUP;
                CellText.append(to, columns[i], shared ? group : row);
            }
        }
    }

    /** A row, as a label names it: its positions in the batch that has it, and its occurrence. Used again for each row. */
    static final class Place {
        private final Source source;
        private int group;
        private int row;
        private int occurrence;

        Place(Source source) {
            this.source = source;
        }

        Place at(int groupOfBatch, int rowOfBatch, int occurrenceOfRow) {
            group = groupOfBatch;
            row = rowOfBatch;
            occurrence = occurrenceOfRow;
            return this;
        }
    }

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
        field.setCode(at, place.source.fields[column]);
        original.local().append(clean, 0);
        original.setCode(at, original.local().endText());
        return at;
    }

    private int add(Place place, int labelNumber, QualityKind what) {
        int at = output.addRow();
        table.setCode(at, place.source.table);
        LocalTextDictionary key = recordKey.local();
        place.source.appendKey(key, place.group, place.row, place.occurrence == 0);
        recordKey.setCode(at, key.endText());
        occurrence.set(at, place.occurrence);
        number.set(at, labelNumber);
        kind.setCode(at, what.code());
        return at;
    }
}
