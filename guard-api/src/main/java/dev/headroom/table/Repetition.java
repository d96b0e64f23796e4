package dev.headroom.table;

/**
 * How often a column's value can change within a batch.
 *
 * <p>A journal entry of a thousand lines repeats its header a thousand times in a flat extract. A {@link #PER_GROUP} column
 * stores such a value once for the group of rows, and an encoder can encode it once and copy the bytes.
 */
public enum Repetition {
    /** The value belongs to one row; vectors are indexed by row. */
    PER_ROW,
    /** The value is the same in all rows of a group; vectors are indexed by group. */
    PER_GROUP
}
