package dev.headroom.table;

/** Values of a column of type {@link ColumnType#INTEGER}, {@link ColumnType#DECIMAL} or {@link ColumnType#TIMESTAMP}. */
public final class LongVector extends ColumnVector {
    private final long[] values;

    LongVector(Column column, int capacity) {
        super(column, capacity);
        this.values = new long[capacity];
    }

    /** The value at a position; unspecified where it is null. */
    public long get(int position) {
        return values[position];
    }

    /** Sets the value at a position. */
    public void set(int position, long value) {
        values[position] = value;
    }

    /** The vector's own array, for loops over many positions; valid as long as the vector. */
    public long[] values() {
        return values;
    }
}
