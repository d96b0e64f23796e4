package dev.headroom.table;

/** Values of a column of type {@link ColumnType#BOOLEAN}. */
public final class BooleanVector extends ColumnVector {
    private final boolean[] values;

    BooleanVector(Column column, int capacity) {
        super(column, capacity);
        this.values = new boolean[capacity];
    }

    /** The value at a position; unspecified where it is null. */
    public boolean get(int position) {
        return values[position];
    }

    /** Sets the value at a position. */
    public void set(int position, boolean value) {
        values[position] = value;
    }

    /** The vector's own array, for loops over many positions; valid as long as the vector. */
    public boolean[] values() {
        return values;
    }
}
