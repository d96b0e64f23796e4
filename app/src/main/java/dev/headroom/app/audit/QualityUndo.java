package dev.headroom.app.audit;

import dev.headroom.table.TableSchema;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Undoes what labels of data quality name: puts clean values back, and tells which rows are duplicates. A label that names another value
 * than the row has, or a duplicate that does not equal the row before it, does not fit. Used by one thread.
 */
final class QualityUndo implements Closeable {
    private final String table;
    private final LabelWindow window;
    private final LabelFindings findings;
    private final int[] keyColumns;
    private final int[] groupColumns;
    private final List<Label> groupLabels = new ArrayList<>();
    private final List<Label> rowLabels = new ArrayList<>();
    /** The row before, as it is in the file. */
    private final Row before;

    private byte[] key = new byte[64];
    private int keyLength;
    private long lastKey;
    private long lastGroup;
    private int occurrence;

    QualityUndo(TableSchema schema, LabelWindow window, LabelFindings findings) {
        this.table = schema.name();
        this.window = window;
        this.findings = findings;
        this.keyColumns = IntStream.range(0, schema.columns().size())
                .filter(i -> schema.columns().get(i).key())
                .toArray();
        this.groupColumns = Arrays.stream(keyColumns)
                .filter(i -> Labels.isShared(schema.columns().get(i)))
                .toArray();
        this.before = new Row(schema.columns().size());
    }

    /** Undoes what labels name in a row; false if it is a duplicate. */
    boolean apply(Row row, long number) throws IOException {
        long group = groupColumns.length == 0 ? 0 : key(row, groupColumns);
        if (groupColumns.length > 0 && group != lastGroup) {
            lastGroup = group;
            groupLabels.clear();
            window.take(Hash.of(group, 0), groupLabels);
        }
        long now = key(row, keyColumns);
        occurrence = now == lastKey ? occurrence + 1 : 1;
        lastKey = now;
        rowLabels.clear();
        window.take(Hash.of(now, occurrence), rowLabels);
        boolean duplicate = false;
        for (int i = 0; i < rowLabels.size(); i++) {
            duplicate |= rowLabels.get(i).column() < 0;
        }
        if (duplicate) {
            rowLabels.forEach(label -> undo(label, row, number));
            compare(row, number);
            return false;
        }
        if (occurrence == 1 && window.expects(Hash.of(now, 2))) {
            before.copy(row);
        }
        for (int i = 0; i < groupLabels.size(); i++) {
            undo(groupLabels.get(i), row, number);
        }
        for (int i = 0; i < rowLabels.size(); i++) {
            undo(rowLabels.get(i), row, number);
        }
        return true;
    }

    /** What stands for the values of a row in some columns, joined by bars. */
    private long key(Row row, int[] columns) {
        keyLength = 0;
        for (int column : columns) {
            if (row.isNull(column)) {
                continue;
            }
            int length = row.end(column) - row.start(column);
            if (keyLength + length + 1 > key.length) {
                key = Arrays.copyOf(key, 2 * (keyLength + length + 1));
            }
            if (column != columns[0]) {
                key[keyLength++] = '|';
            }
            System.arraycopy(row.source(column), row.start(column), key, keyLength, length);
            keyLength += length;
        }
        return Hash.of(key, 0, keyLength);
    }

    private void undo(Label label, Row row, long number) {
        int column = label.column();
        if (column < 0) {
            return;
        }
        byte[] modified = label.modified();
        if (column >= row.count || !(modified == null ? row.isNull(column) : row.equals(column, modified))) {
            findings.differs(table, number, "row " + label.row() + " of quality_labels names another value");
            return;
        }
        byte[] original = label.original();
        if (original == null) {
            row.replaceByNull(column);
        } else {
            row.replace(column, original, 0, original.length);
        }
    }

    private void compare(Row row, long number) {
        for (int i = 0; i < row.count; i++) {
            if (before.count != row.count || !row.sameValue(i, before, i)) {
                findings.differs(table, number, "it is labelled as a duplicate and differs from the row before it");
                return;
            }
        }
    }

    void end() throws IOException {
        window.end();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
