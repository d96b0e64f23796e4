package dev.headroom.app.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A row's fields as text in UTF-8. A field is a slice of the reader's buffer, or of what was put in its place. Used again for each row.
 */
final class Row {
    private static final int ABSENT = Integer.MIN_VALUE;

    /** What the slices that are not replaced are of. */
    byte[] bytes = new byte[0];

    private final int[] starts;
    private final int[] ends;
    private byte[] patch = new byte[256];
    private int patched;
    int count;

    Row(int columns) {
        this.starts = new int[columns];
        this.ends = new int[columns];
    }

    /** Begins a row without fields. */
    void clear() {
        count = 0;
        patched = 0;
    }

    int columns() {
        return starts.length;
    }

    /** Adds the next field, which is a slice of {@link #bytes}. */
    void add(int start, int end) {
        starts[count] = start;
        ends[count++] = end;
    }

    /** Adds the next field, which has no value. */
    void addNull() {
        starts[count] = 0;
        ends[count++] = ABSENT;
    }

    /** Puts another value in a field's place. */
    void replace(int column, byte[] value, int start, int end) {
        int length = end - start;
        if (patched + length > patch.length) {
            patch = Arrays.copyOf(patch, Math.max(2 * patch.length, patched + length));
        }
        System.arraycopy(value, start, patch, patched, length);
        starts[column] = ~patched;
        patched += length;
        ends[column] = patched;
    }

    /** Adds the next field, which is a slice of {@link #bytes} in which each quote is written twice. */
    void addUnescaped(int start, int end) {
        int length = 0;
        byte[] value = new byte[end - start];
        for (int i = start; i < end; i++) {
            value[length++] = bytes[i];
            if (bytes[i] == '"') {
                i++;
            }
        }
        replace(count++, value, 0, length);
    }

    /** Takes a field's value away. */
    void replaceByNull(int column) {
        starts[column] = 0;
        ends[column] = ABSENT;
    }

    boolean isNull(int column) {
        return ends[column] == ABSENT;
    }

    /** The bytes that a field is a slice of, from {@link #start} to {@link #end}; that of one without value is empty. */
    byte[] source(int column) {
        return starts[column] < 0 ? patch : bytes;
    }

    int start(int column) {
        int start = starts[column];
        return start < 0 ? ~start : start;
    }

    int end(int column) {
        return Math.max(0, ends[column]);
    }

    boolean equals(int column, byte[] value) {
        return !isNull(column) && Arrays.equals(source(column), start(column), end(column), value, 0, value.length);
    }

    boolean sameValue(int column, Row other, int otherColumn) {
        if (isNull(column) || other.isNull(otherColumn)) {
            return isNull(column) && other.isNull(otherColumn);
        }
        return Arrays.equals(
                source(column),
                start(column),
                end(column),
                other.source(otherColumn),
                other.start(otherColumn),
                other.end(otherColumn));
    }

    /** Adds a copy of another row's field. */
    void addFrom(Row other, int column) {
        if (other.isNull(column)) {
            addNull();
        } else {
            replace(count++, other.source(column), other.start(column), other.end(column));
        }
    }

    /** Becomes a copy of another row. */
    void copy(Row other) {
        clear();
        for (int i = 0; i < other.count; i++) {
            addFrom(other, i);
        }
    }

    /** A field's text; empty for one without value. */
    String text(int column) {
        return isNull(column)
                ? ""
                : new String(source(column), start(column), end(column) - start(column), StandardCharsets.UTF_8);
    }
}
