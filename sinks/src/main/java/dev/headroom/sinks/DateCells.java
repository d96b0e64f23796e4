package dev.headroom.sinks;

import dev.headroom.table.IntVector;

/** Dates as {@code yyyy-mm-dd}. */
final class DateCells extends ColumnCells<IntVector> {
    private final EncodedDays days;

    DateCells(int column, CellSyntax syntax, EncodedDays days) {
        super(IntVector.class, column, syntax);
        this.days = days;
    }

    @Override
    int bound(IntVector vector) {
        return syntax().bound(EncodedDays.BOUND);
    }

    @Override
    void append(IntVector vector, int offset, Strips strips, int from, int to) {
        int[] values = vector.values();
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        FixedBytes lead = syntax().quotedLead();
        FixedBytes close = syntax().closingQuote();
        boolean nulls = vector.mayHaveNulls();
        for (int i = from; i < to; i++) {
            if (nulls && vector.isNull(offset + i)) {
                ends[i] = syntax().absent().put(bytes, ends[i]);
            } else {
                int end = days.put(bytes, lead.put(bytes, ends[i]), values[offset + i]);
                ends[i] = close.put(bytes, end);
            }
        }
    }
}
