package dev.headroom.generator.random;

import java.util.function.DoubleUnaryOperator;

/**
 * A distribution with a long tail, tabulated by tail probability: 64 cells for each halving of it, linear in between, so that the
 * relative precision is the same far out in the tail. Only additions and multiplications at a draw.
 */
final class QuantileTable {
    private static final int HALVINGS = 40;
    private static final int CELL_BITS = 6;
    private static final int CELLS = 1 << CELL_BITS;

    private final double[] lower = new double[HALVINGS * (CELLS + 1)];
    private final double[] upper = new double[HALVINGS * (CELLS + 1)];

    /** Tabulates a function of a standard normal variable. */
    QuantileTable(DoubleUnaryOperator ofNormal) {
        for (int halving = 0; halving < HALVINGS; halving++) {
            double octave = StrictMath.scalb(0.5, -halving - 1);
            for (int cell = 0; cell <= CELLS; cell++) {
                double z = NormalQuantile.upper(octave * (1 + cell / (double) CELLS));
                lower[halving * (CELLS + 1) + cell] = ofNormal.applyAsDouble(-z);
                upper[halving * (CELLS + 1) + cell] = ofNormal.applyAsDouble(z);
            }
        }
    }

    /** The quantile that belongs to 64 random bits: the top bit is the side, the others are the tail probability. */
    double at(long bits) {
        // The tail is (2 m + 1) / 2^64 of the half; the added bit keeps it above 0.
        long tail = (bits << 1) | 1;
        int halving = Math.min(Long.numberOfLeadingZeros(tail), HALVINGS - 1);
        long mantissa = (tail << halving) & Long.MAX_VALUE;
        int cell = (int) (mantissa >>> (63 - CELL_BITS));
        double rest = ((mantissa << CELL_BITS) & Long.MAX_VALUE) * 0x1p-63;
        double[] values = bits < 0 ? upper : lower;
        int at = halving * (CELLS + 1) + cell;
        double value = values[at];
        return value + (values[at + 1] - value) * rest;
    }
}
