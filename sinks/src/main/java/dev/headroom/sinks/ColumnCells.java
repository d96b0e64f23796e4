package dev.headroom.sinks;

import dev.headroom.table.Column;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TextDictionary;

/**
 * The cells of one column. A subclass knows the type; nulls that fill the whole column and overrides are dealt with here, so
 * that the subclass's loop runs undisturbed between one override and the next.
 */
abstract class ColumnCells<V extends ColumnVector> implements Cells {
    private final Class<V> type;
    private final int column;
    private final CellSyntax syntax;

    ColumnCells(Class<V> type, int column, CellSyntax syntax) {
        this.type = type;
        this.column = column;
        this.syntax = syntax;
    }

    /** The cells of a column of any type. */
    static Cells of(Column column, int index, ColumnSyntax shared, EncodedDays days) {
        CellSyntax syntax = shared.cells();
        return switch (column.type()) {
            case INTEGER, DECIMAL -> new NumberCells(index, syntax, column.scale());
            case DATE -> new DateCells(index, syntax, days);
            case TIME -> new TimeCells(index, syntax);
            case TIMESTAMP -> new TimestampCells(index, syntax, days);
            case BOOLEAN -> new BooleanCells(index, syntax);
            case TEXT -> new TextCells(index, syntax, shared);
        };
    }

    /** The most bytes that a cell takes, absent or not, but for what {@link #addBounds} adds. */
    abstract int bound(V vector);

    /** Adds what values can take in addition to {@link #bound}. */
    void addBounds(V vector, int from, int count, int[] bounds) {}

    /**
     * Appends values to a range of strips.
     *
     * @param offset the position of strip 0
     */
    abstract void append(V vector, int offset, Strips strips, int from, int to);

    final CellSyntax syntax() {
        return syntax;
    }

    private V vector(RecordBatch batch) {
        return type.cast(batch.vector(column));
    }

    @Override
    public final int bound(RecordBatch batch) {
        return bound(vector(batch));
    }

    @Override
    public final void addBounds(RecordBatch batch, int from, int count, int[] bounds) {
        V vector = vector(batch);
        addBounds(vector, from, count, bounds);
        TextDictionary texts = vector.overrideTexts();
        for (int i = firstOverride(vector, from); i < vector.overrideCount(); i++) {
            int strip = vector.overridePosition(i) - from;
            if (strip >= count) {
                break;
            }
            bounds[strip] += syntax.bound(texts.bytes(), texts.start(i), texts.end(i));
        }
    }

    @Override
    public final void append(RecordBatch batch, int from, int count, Strips strips) {
        V vector = vector(batch);
        TextDictionary texts = vector.overrideTexts();
        int next = 0;
        for (int i = firstOverride(vector, from); i < vector.overrideCount(); i++) {
            int strip = vector.overridePosition(i) - from;
            if (strip >= count) {
                break;
            }
            appendStretch(vector, from, strips, next, strip);
            int[] ends = strips.ends();
            ends[strip] = syntax.putText(texts.bytes(), texts.start(i), texts.end(i), strips.bytes(), ends[strip]);
            next = strip + 1;
        }
        appendStretch(vector, from, strips, next, count);
    }

    private void appendStretch(V vector, int offset, Strips strips, int from, int to) {
        if (vector.isAllNull()) {
            syntax.absent().appendTo(strips, from, to);
        } else if (from < to) {
            append(vector, offset, strips, from, to);
        }
    }

    private static int firstOverride(ColumnVector vector, int from) {
        int low = 0;
        int high = vector.overrideCount();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (vector.overridePosition(middle) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
