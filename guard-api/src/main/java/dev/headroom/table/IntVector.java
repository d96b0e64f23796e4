package dev.headroom.table;

/** Values of a column of type {@link ColumnType#DATE} or {@link ColumnType#TIME}. */
public final class IntVector extends ColumnVector {
    private final int[] values;

    IntVector(Column column, int capacity) {
        super(column, capacity);
        this.values = new int[capacity];
    }

    /** The value at a position; unspecified where it is null. */
    public int get(int position) {
        return values[position];
    }

    /** Sets the value at a position. */
    public void set(int position, int value) {
        values[position] = value;
    }

    /** The vector's own array, for loops over many positions; valid as long as the vector. */
    public int[] values() {
        return values;
    }
}
