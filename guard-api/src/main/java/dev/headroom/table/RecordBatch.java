package dev.headroom.table;

import java.util.Arrays;

/**
 * Rows of one table, held column by column.
 *
 * <p><b>Filling.</b> {@link #addRow} (or {@link #addRows}) gives the position at which the row's values are set in the vectors of
 * {@link Repetition#PER_ROW} columns. If the schema {@linkplain TableSchema#isGrouped() has} {@link Repetition#PER_GROUP} columns,
 * rows belong to the group that was last begun, and {@link #beginGroup} gives the position for those vectors. Every value of a
 * column must be set or made null, since arrays keep the values of the batch's earlier life. A group that does not fit ends
 * with the batch and is begun again in the next one.
 *
 * <p><b>Ownership.</b> Batches are reused. Whoever fills a batch owns it, and hands it to a reader for the length of one call;
 * the reader must not keep the batch, a vector, an array or a local dictionary after it returns. Shared dictionaries may be kept.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class RecordBatch {
    private final TableSchema schema;
    private final int rowCapacity;
    private final ColumnVector[] vectors;
    private final int[] groupStarts;
    private int rowCount;
    private int groupCount;

    /**
     * Makes an empty batch.
     *
     * @param rowCapacity the most rows (and groups) it can hold, at least 1; about 8 bytes for each column and row are allocated
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public RecordBatch(TableSchema schema, int rowCapacity) {
        if (rowCapacity < 1) {
            throw new IllegalArgumentException("row capacity " + rowCapacity + " is below 1");
        }
        this.schema = schema;
        this.rowCapacity = rowCapacity;
        this.vectors = schema.columns().stream()
                .map(column -> newVector(column, rowCapacity))
                .toArray(ColumnVector[]::new);
        this.groupStarts = new int[schema.isGrouped() ? rowCapacity + 1 : 1];
    }

    private static ColumnVector newVector(Column column, int capacity) {
        return switch (column.type()) {
            case INTEGER, DECIMAL, TIMESTAMP -> new LongVector(column, capacity);
            case DATE, TIME -> new IntVector(column, capacity);
            case BOOLEAN -> new BooleanVector(column, capacity);
            case TEXT -> new TextVector(column, capacity);
        };
    }

    /** The table that the rows belong to. */
    public TableSchema schema() {
        return schema;
    }

    /** The most rows that the batch can hold. */
    public int rowCapacity() {
        return rowCapacity;
    }

    /** The number of rows. */
    public int rowCount() {
        return rowCount;
    }

    /** The number of groups; 0 if the schema has no grouped columns. */
    public int groupCount() {
        return groupCount;
    }

    /** The first row of a group. */
    public int groupStart(int group) {
        return groupStarts[group];
    }

    /** The row after a group's last one. */
    public int groupEnd(int group) {
        return group + 1 < groupCount ? groupStarts[group + 1] : rowCount;
    }

    /** The group of a row; logarithmic in the number of groups. */
    public int groupOf(int row) {
        int found = Arrays.binarySearch(groupStarts, 0, groupCount, row);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * Begins a group for the rows that follow and returns its position. A group without rows is not allowed.
     *
     * @throws IllegalStateException if the schema has no grouped columns, the batch is full, or the last group has no row
     */
    public int beginGroup() {
        if (groupCount >= groupStarts.length - 1 || rowCount == rowCapacity) {
            throw new IllegalStateException("no room for a group in a batch of " + schema.name());
        }
        if (groupCount > 0 && groupStarts[groupCount - 1] == rowCount) {
            throw new IllegalStateException("the last group has no row in a batch of " + schema.name());
        }
        groupStarts[groupCount] = rowCount;
        return groupCount++;
    }

    /** Adds a row and returns its position; see {@link #addRows}. */
    public int addRow() {
        return addRows(1);
    }

    /**
     * Adds rows and returns the position of the first.
     *
     * @throws IllegalStateException if they do not fit, or no group was begun in a grouped table
     */
    public int addRows(int count) {
        if (rowCapacity - rowCount < count) {
            throw new IllegalStateException("no room for " + count + " rows in a batch of " + schema.name());
        }
        if (groupCount == 0 && schema.isGrouped()) {
            throw new IllegalStateException("no group begun in a batch of " + schema.name());
        }
        int first = rowCount;
        rowCount += count;
        return first;
    }

    /** The vector of a column. */
    public ColumnVector vector(int column) {
        return vectors[column];
    }

    /** The vector of an integer, decimal or timestamp column. */
    public LongVector longs(String column) {
        return (LongVector) vectors[schema.indexOf(column)];
    }

    /** The vector of a date or time column. */
    public IntVector ints(String column) {
        return (IntVector) vectors[schema.indexOf(column)];
    }

    /** The vector of a boolean column. */
    public BooleanVector booleans(String column) {
        return (BooleanVector) vectors[schema.indexOf(column)];
    }

    /** The vector of a text column. */
    public TextVector texts(String column) {
        return (TextVector) vectors[schema.indexOf(column)];
    }

    /** Makes every value of the columns that are not essential absent, and drops their overrides. */
    public void blankOptionalColumns() {
        for (ColumnVector vector : vectors) {
            if (!vector.column().essential()) {
                vector.setAllNull();
            }
        }
    }

    /** Removes all rows, groups, nulls, overrides and local texts. Shared dictionaries stay set. */
    public void clear() {
        rowCount = 0;
        groupCount = 0;
        for (ColumnVector vector : vectors) {
            vector.clear();
        }
    }

    /** A new cursor before the first row. */
    public RowCursor cursor() {
        return new RowCursor(this);
    }
}
