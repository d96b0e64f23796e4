package dev.headroom.sinks;

import dev.headroom.table.LongVector;

/** Integers and decimals. */
final class NumberCells extends ColumnCells<LongVector> {
    private final int scale;

    NumberCells(int column, CellSyntax syntax, int scale) {
        super(LongVector.class, column, syntax);
        this.scale = scale;
    }

    @Override
    int bound(LongVector vector) {
        return syntax().bound(Digits.BOUND);
    }

    @Override
    void append(LongVector vector, int offset, Strips strips, int from, int to) {
        long[] values = vector.values();
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        FixedBytes lead = syntax().lead();
        boolean nulls = vector.mayHaveNulls();
        for (int i = from; i < to; i++) {
            if (nulls && vector.isNull(offset + i)) {
                ends[i] = syntax().absent().put(bytes, ends[i]);
            } else {
                ends[i] = Digits.put(bytes, lead.put(bytes, ends[i]), values[offset + i], scale);
            }
        }
    }
}
