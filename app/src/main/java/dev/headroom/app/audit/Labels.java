package dev.headroom.app.audit;

import dev.headroom.table.Column;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the labels of a run name, put aside by table in the order of the label files. */
final class Labels {
    private static final String QUALITY = "quality_labels";
    private static final String ANOMALIES = "anomaly_labels";
    /** Stands for a column that the table does not have. */
    private static final int NO_COLUMN = Short.MAX_VALUE;

    static final String JOURNAL = "journal_entries";

    private final Map<String, LabelSpill> quality = new HashMap<>();
    private @Nullable LabelSpill anomalies;

    private Labels() {}

    /** Reads the label tables, as far as they are there. */
    static Labels read(RunTables tables, SpillDirectory directory, LabelFindings findings) throws IOException {
        Labels labels = new Labels();
        if (tables.has(QUALITY)) {
            labels.readQuality(tables, directory, findings);
        }
        if (tables.has(ANOMALIES)) {
            labels.readAnomalies(tables, directory);
        }
        return labels;
    }

    private void readQuality(RunTables tables, SpillDirectory directory, LabelFindings findings) throws IOException {
        Map<String, Map<String, Integer>> columns = new HashMap<>();
        try (TableCursor cursor = TableCursor.asFile(tables, QUALITY)) {
            int table = cursor.column("table_name");
            int key = cursor.column("record_key");
            int occurrence = cursor.column("row_occurrence");
            int field = cursor.column("field");
            int original = cursor.column("original_value");
            int modified = cursor.column("modified_value");
            cursor.eachRow(() -> {
                String name = cursor.text(table);
                if (!tables.has(name) || tables.schema(name) == null) {
                    findings.differs(QUALITY, cursor.row(), "there is no table '" + name + "'");
                    return;
                }
                LabelSpill spill = quality.get(name);
                if (spill == null) {
                    spill = new LabelSpill(directory);
                    quality.put(name, spill);
                    columns.put(name, columns(tables.schema(name)));
                }
                int column = cursor.isNull(field)
                        ? -1
                        : columns.getOrDefault(name, Map.of()).getOrDefault(cursor.text(field), NO_COLUMN);
                long row = Hash.of(cursor.hash(key), cursor.integer(occurrence));
                spill.add(cursor.row(), row, 0, column, cursor.fields(), original, modified);
            });
        } finally {
            for (LabelSpill spill : quality.values()) {
                spill.close();
            }
        }
    }

    private static Map<String, Integer> columns(@Nullable TableSchema schema) {
        Map<String, Integer> columns = new HashMap<>();
        if (schema != null) {
            List<Column> all = schema.columns();
            IntStream.range(0, all.size()).forEach(i -> columns.put(all.get(i).name(), i));
        }
        return columns;
    }

    private void readAnomalies(RunTables tables, SpillDirectory directory) throws IOException {
        Map<String, Integer> columns = columns(tables.schema(JOURNAL));
        try (TableCursor cursor = TableCursor.asFile(tables, ANOMALIES);
                LabelSpill spill = new LabelSpill(directory)) {
            int key = cursor.column("record_key");
            int line = cursor.column("row_ordinal");
            int field = cursor.column("field");
            int original = cursor.column("original_value");
            int modified = cursor.column("modified_value");
            cursor.eachRow(() -> {
                if (cursor.isNull(field)) {
                    return;
                }
                int column = columns.getOrDefault(cursor.text(field), NO_COLUMN);
                int ordinal = cursor.isNull(line) ? 0 : (int) cursor.integer(line);
                spill.add(cursor.row(), cursor.hash(key), ordinal, column, cursor.fields(), original, modified);
            });
            anomalies = spill;
        }
    }

    /** A window on the labels of a table's data quality; null if it has none. */
    @Nullable
    LabelWindow quality(String table, Consumer<Label> lost) throws IOException {
        LabelSpill spill = quality.get(table);
        return spill == null ? null : new LabelWindow(spill.reader(), lost);
    }

    /** A window on the labels of values that an anomaly has altered; null if there is no such table. */
    @Nullable
    LabelWindow anomalies(Consumer<Label> lost) throws IOException {
        LabelSpill spill = anomalies;
        return spill == null ? null : new LabelWindow(spill.reader(), lost);
    }

    /** Whether a column is one that all rows of a group share. */
    static boolean isShared(Column column) {
        return column.repetition() == Repetition.PER_GROUP;
    }
}
