package dev.headroom.sinks;

import dev.headroom.table.LongVector;

/** Dates with a time of day as {@code yyyy-mm-ddThh:mm:ss}. */
final class TimestampCells extends ColumnCells<LongVector> {
    private static final long SECONDS_OF_DAY = 86_400;

    private final EncodedDays days;

    TimestampCells(int column, CellSyntax syntax, EncodedDays days) {
        super(LongVector.class, column, syntax);
        this.days = days;
    }

    @Override
    int bound(LongVector vector) {
        return syntax().bound(EncodedDays.BOUND + 1 + TimeCells.LENGTH);
    }

    @Override
    void append(LongVector vector, int offset, Strips strips, int from, int to) {
        long[] values = vector.values();
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        FixedBytes lead = syntax().quotedLead();
        FixedBytes close = syntax().closingQuote();
        boolean nulls = vector.mayHaveNulls();
        for (int i = from; i < to; i++) {
            if (nulls && vector.isNull(offset + i)) {
                ends[i] = syntax().absent().put(bytes, ends[i]);
            } else {
                long second = values[offset + i];
                long day = Math.floorDiv(second, SECONDS_OF_DAY);
                int end = days.put(bytes, lead.put(bytes, ends[i]), day);
                bytes[end] = 'T';
                end = TimeCells.put(bytes, end + 1, (int) (second - day * SECONDS_OF_DAY));
                ends[i] = close.put(bytes, end);
            }
        }
    }
}
