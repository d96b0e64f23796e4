package dev.headroom.app.audit;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a table. Columns are asked for by their name once, and read by their position. Rows are seen as they are in
 * the file, or with what labels of data quality name undone: then duplicates are left out; a cursor over the journal can undo what
 * anomalies have done to the row at hand too. Used by one thread.
 */
final class TableCursor implements Closeable {
    private final TableFile file;
    private final RowSource source;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Row row;
    private final @Nullable QualityUndo quality;
    private final @Nullable AnomalyUndo anomalies;
    private long number;
    private long dropped;

    private TableCursor(
            TableFile file,
            RowSource source,
            List<String> names,
            @Nullable QualityUndo quality,
            @Nullable AnomalyUndo anomalies) {
        this.file = file;
        this.source = source;
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i), i);
        }
        this.row = new Row(Math.max(1, names.size()));
        this.quality = quality;
        this.anomalies = anomalies;
    }

    /** A cursor over the rows as they are in the file. */
    static TableCursor asFile(RunTables tables, String table) throws IOException {
        TableFile file = tables.file(table);
        RowSource source = file.rows();
        return new TableCursor(file, source, names(source.columns(), tables.schema(table)), null, null);
    }

    /** A cursor over the rows as they were before issues of data quality were injected. */
    static TableCursor asWritten(RunTables tables, String table, Labels labels, LabelFindings findings)
            throws IOException {
        TableFile file = tables.file(table);
        RowSource source = file.rows();
        TableSchema schema = tables.schema(table);
        QualityUndo quality = null;
        AnomalyUndo anomalies = null;
        if (schema != null) {
            LabelWindow window = labels.quality(table, label -> findings.lostQualityLabel(label.row()));
            quality = window == null ? null : new QualityUndo(schema, window, findings);
            if (table.equals(Labels.JOURNAL)) {
                LabelWindow altered = labels.anomalies(label -> findings.lostAnomalyLabel(label.row()));
                anomalies = altered == null ? null : new AnomalyUndo(schema, altered, findings);
            }
        }
        return new TableCursor(file, source, names(source.columns(), schema), quality, anomalies);
    }

    /** What the columns are called, whatever the file's first line calls them. */
    private static List<String> names(List<String> found, @Nullable TableSchema schema) {
        if (schema == null) {
            return found;
        }
        Map<String, String> byHeader = new HashMap<>();
        for (Column column : schema.columns()) {
            byHeader.put(column.header(), column.name());
        }
        List<String> names = new ArrayList<>();
        if (found.isEmpty()) {
            schema.columns().forEach(column -> names.add(column.name()));
        }
        for (String name : found) {
            names.add(byHeader.getOrDefault(name, name));
        }
        return names;
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws IOException {
        while (source.next(row)) {
            number++;
            if (quality == null || quality.apply(row, number)) {
                return true;
            }
            dropped++;
        }
        if (quality != null) {
            quality.end();
        }
        if (anomalies != null) {
            anomalies.end();
        }
        return false;
    }

    /** Goes through all rows. One with a value that does not have its form is left out: the rule about values tells of it. */
    void eachRow(RowHandler handler) throws IOException {
        while (next()) {
            try {
                handler.row();
            } catch (MalformedValueException e) {
                // Nothing follows from such a row.
            }
        }
    }

    /** Undoes what labels of anomalies name in this row of the journal; false if they name nothing. */
    boolean undoAnomalies() throws IOException {
        return anomalies != null && anomalies.apply(row, number);
    }

    /** The row's number in the file, from 1. */
    long row() {
        return number;
    }

    /** Rows that labels name as duplicates, so far. */
    long duplicates() {
        return dropped;
    }

    String fileName() {
        return file.name();
    }

    /** The position of a column; below zero if there is none. */
    int find(String name) {
        return columns.getOrDefault(name, -1);
    }

    /** The position of a column that has to be there. */
    int column(String name) throws IOException {
        Integer index = columns.get(name);
        if (index == null) {
            throw new IOException(file.name() + " has no column " + name);
        }
        return index;
    }

    Row fields() {
        return row;
    }

    boolean isNull(int column) {
        return row.isNull(column);
    }

    String text(int column) {
        return row.text(column);
    }

    /** A number that stands for the text; 0 for none. */
    long hash(int column) {
        return row.isNull(column) ? 0 : Hash.of(row.source(column), row.start(column), row.end(column));
    }

    boolean is(int column, byte[] text) {
        return row.equals(column, text);
    }

    long integer(int column) {
        return Values.decimal(row, column, 0);
    }

    /** A decimal in units of its last digit. */
    long decimal(int column, int scale) {
        return Values.decimal(row, column, scale);
    }

    /** Days since 1970-01-01. */
    int date(int column) {
        return Values.date(row, column);
    }

    /** Seconds of the day. */
    int time(int column) {
        return Values.time(row, column);
    }

    boolean bool(int column) {
        return Values.bool(row, column);
    }

    @Override
    public void close() throws IOException {
        source.close();
        if (quality != null) {
            quality.close();
        }
        if (anomalies != null) {
            anomalies.close();
        }
    }
}
