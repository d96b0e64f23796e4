package dev.headroom.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * Reads a batch row by row, with grouped columns repeated in each row. The easy way to write a sink; encoders that need the last
 * bit of speed read the vectors.
 *
 * <p>A getter for a type that the column does not have throws {@link ClassCastException}; the value of a null is unspecified, so
 * ask {@link #isNull} first where the column can be null. Valid as long as the batch; not safe for use by several threads.
 */
public final class RowCursor {
    private final RecordBatch batch;
    private final boolean[] grouped;
    private int row = -1;
    private int group = -1;

    RowCursor(RecordBatch batch) {
        this.batch = batch;
        this.grouped = new boolean[batch.schema().columns().size()];
        for (int i = 0; i < grouped.length; i++) {
            grouped[i] = batch.schema().columns().get(i).repetition() == Repetition.PER_GROUP;
        }
    }

    /** Moves to the next row; false if there is none. */
    public boolean next() {
        if (row + 1 >= batch.rowCount()) {
            return false;
        }
        row++;
        if (group + 1 < batch.groupCount() && batch.groupStart(group + 1) == row) {
            group++;
        }
        return true;
    }

    /** The row's number in the batch, from 0; −1 before the first {@link #next}. */
    public int row() {
        return row;
    }

    /** The position of a column's value for this row in the column's vector. */
    public int position(int column) {
        return grouped[column] ? group : row;
    }

    /** Whether the value is absent and not overridden. */
    public boolean isNull(int column) {
        return batch.vector(column).isNull(position(column)) && !isOverridden(column);
    }

    /** Whether readers see another text in place of the typed value. */
    public boolean isOverridden(int column) {
        return batch.vector(column).overrideAt(position(column)) >= 0;
    }

    /** The text that replaces the typed value; call only where {@link #isOverridden}. */
    public String getOverride(int column) {
        ColumnVector vector = batch.vector(column);
        return vector.overrideTexts().text(vector.overrideAt(position(column)));
    }

    /** An integer, or the unscaled value of a decimal, or the epoch second of a timestamp. */
    public long getLong(int column) {
        return ((LongVector) batch.vector(column)).get(position(column));
    }

    /** A decimal with the column's scale. */
    public BigDecimal getDecimal(int column) {
        return BigDecimal.valueOf(getLong(column), batch.vector(column).column().scale());
    }

    /** A date. */
    public LocalDate getDate(int column) {
        return LocalDate.ofEpochDay(((IntVector) batch.vector(column)).get(position(column)));
    }

    /** A time of day. */
    public LocalTime getTime(int column) {
        return LocalTime.ofSecondOfDay(((IntVector) batch.vector(column)).get(position(column)));
    }

    /** A date and time. */
    public LocalDateTime getTimestamp(int column) {
        return LocalDateTime.ofEpochSecond(getLong(column), 0, ZoneOffset.UTC);
    }

    /** A truth value. */
    public boolean getBoolean(int column) {
        return ((BooleanVector) batch.vector(column)).get(position(column));
    }

    /** A text. */
    public String getText(int column) {
        return ((TextVector) batch.vector(column)).text(position(column));
    }
}
