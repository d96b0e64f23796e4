package dev.headroom.sinks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.headroom.table.BooleanVector;

/** Truth values as {@code true} and {@code false}. */
final class BooleanCells extends ColumnCells<BooleanVector> {
    private final FixedBytes whenTrue;
    private final FixedBytes whenFalse;

    BooleanCells(int column, CellSyntax syntax) {
        super(BooleanVector.class, column, syntax);
        this.whenTrue = new FixedBytes("true".getBytes(US_ASCII));
        this.whenFalse = new FixedBytes("false".getBytes(US_ASCII));
    }

    @Override
    int bound(BooleanVector vector) {
        return syntax().bound(whenFalse.length());
    }

    @Override
    void append(BooleanVector vector, int offset, Strips strips, int from, int to) {
        boolean[] values = vector.values();
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        FixedBytes lead = syntax().lead();
        boolean nulls = vector.mayHaveNulls();
        for (int i = from; i < to; i++) {
            if (nulls && vector.isNull(offset + i)) {
                ends[i] = syntax().absent().put(bytes, ends[i]);
            } else {
                ends[i] = (values[offset + i] ? whenTrue : whenFalse).put(bytes, lead.put(bytes, ends[i]));
            }
        }
    }
}
