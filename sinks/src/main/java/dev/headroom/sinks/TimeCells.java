package dev.headroom.sinks;

import dev.headroom.table.IntVector;

/** Times of day as {@code hh:mm:ss}. */
final class TimeCells extends ColumnCells<IntVector> {
    /** The bytes of a time. */
    static final int LENGTH = 8;

    TimeCells(int column, CellSyntax syntax) {
        super(IntVector.class, column, syntax);
    }

    /** Writes a time and returns the position behind it. */
    static int put(byte[] target, int at, int secondOfDay) {
        int minutes = secondOfDay / 60;
        int hour = minutes / 60;
        Words.put(
                target,
                at,
                Digits.pair(hour)
                        | (long) ':' << 16
                        | Digits.pair(minutes - hour * 60) << 24
                        | (long) ':' << 40
                        | Digits.pair(secondOfDay - minutes * 60) << 48);
        return at + LENGTH;
    }

    @Override
    int bound(IntVector vector) {
        return syntax().bound(LENGTH);
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
                int end = put(bytes, lead.put(bytes, ends[i]), values[offset + i]);
                ends[i] = close.put(bytes, end);
            }
        }
    }
}
