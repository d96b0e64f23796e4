package dev.headroom.table;

import java.util.Arrays;

/**
 * The values of one column in a {@link RecordBatch}, with nulls and overrides.
 *
 * <p>Positions are rows for a {@link Repetition#PER_ROW} column and groups for a {@link Repetition#PER_GROUP} column. The
 * value at a null position is unspecified.
 *
 * <p>An <em>override</em> replaces what a reader sees at a position by arbitrary UTF-8 text, such as a date in another
 * format, while the typed value stays in the vector. Overrides are sparse and ordered by position.
 *
 * <p>Not safe for use by several threads; belongs to its batch and shares the batch's life.
 */
public abstract sealed class ColumnVector permits LongVector, IntVector, BooleanVector, TextVector {
    private static final int[] NO_POSITIONS = {};

    private final Column column;
    private final int capacity;
    private final long[] nulls;
    private boolean anyNull;
    private boolean allNull;
    private int[] overridePositions = NO_POSITIONS;
    private int overrideCount;
    private final LocalTextDictionary overrideTexts = new LocalTextDictionary();

    ColumnVector(Column column, int capacity) {
        this.column = column;
        this.capacity = capacity;
        this.nulls = new long[(capacity + 63) >>> 6];
    }

    /** The column whose values these are. */
    public final Column column() {
        return column;
    }

    /** The number of positions that the vector has room for. */
    public final int capacity() {
        return capacity;
    }

    /** Whether any position can be null; false means that {@link #isNull} is false everywhere. */
    public final boolean mayHaveNulls() {
        return anyNull || allNull;
    }

    /** Whether every position is null. */
    public final boolean isAllNull() {
        return allNull;
    }

    /** Whether the value at a position is absent. */
    public final boolean isNull(int position) {
        return allNull || (anyNull && (nulls[position >>> 6] & (1L << position)) != 0);
    }

    /** Makes the value at a position absent. */
    public final void setNull(int position) {
        nulls[position >>> 6] |= 1L << position;
        anyNull = true;
    }

    /** Makes the values at consecutive positions absent. */
    public final void setNulls(int first, int count) {
        for (int position = first; position < first + count; ) {
            int bits = Math.min(Long.SIZE - (position & (Long.SIZE - 1)), first + count - position);
            nulls[position >>> 6] |= (-1L >>> (Long.SIZE - bits)) << position;
            position += bits;
        }
        anyNull |= count > 0;
    }

    /** Makes the value at a position present again after {@link #setNull}. */
    public final void clearNull(int position) {
        nulls[position >>> 6] &= ~(1L << position);
    }

    /** Makes all positions absent, those that follow too, until the batch is cleared; constant time. */
    public final void setAllNull() {
        allNull = true;
        clearOverrides();
    }

    /**
     * Replaces what readers see at a position by text.
     *
     * @param position a position above that of every earlier override
     * @param utf8 bytes that hold the text; copied
     * @throws IllegalArgumentException if the position is not above the last one
     */
    public final void override(int position, byte[] utf8, int start, int end) {
        if (overrideCount > 0 && overridePositions[overrideCount - 1] >= position) {
            throw new IllegalArgumentException("override at " + position + " after one at "
                    + overridePositions[overrideCount - 1] + " in column " + column.name());
        }
        if (overrideCount == overridePositions.length) {
            overridePositions = Arrays.copyOf(overridePositions, Math.max(8, overrideCount * 2));
        }
        overridePositions[overrideCount++] = position;
        overrideTexts.add(utf8, start, end);
    }

    /** The number of overrides. */
    public final int overrideCount() {
        return overrideCount;
    }

    /** The position of an override; overrides are ordered by position. */
    public final int overridePosition(int override) {
        return overridePositions[override];
    }

    /** The texts of the overrides; the code of a text is the number of its override. */
    public final TextDictionary overrideTexts() {
        return overrideTexts;
    }

    /** The number of the override at a position, or −1 if there is none; logarithmic. */
    public final int overrideAt(int position) {
        if (overrideCount == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(overridePositions, 0, overrideCount, position);
        return found >= 0 ? found : -1;
    }

    private void clearOverrides() {
        overrideCount = 0;
        overrideTexts.clear();
    }

    void clear() {
        if (anyNull) {
            Arrays.fill(nulls, 0);
            anyNull = false;
        }
        allNull = false;
        clearOverrides();
    }
}
