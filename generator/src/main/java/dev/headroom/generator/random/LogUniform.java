package dev.headroom.generator.random;

/** Whole numbers whose logarithm is evenly distributed. Immutable; a draw takes a few nanoseconds. */
public final class LogUniform {
    private static final int CELLS = 512;

    private final double[] values = new double[CELLS + 1];
    private final long last;

    /**
     * Makes a distribution.
     *
     * @param first least number, at least 1
     * @param last greatest number
     */
    public LogUniform(long first, long last) {
        double logarithm = StrictMath.log((last + 1.0) / first);
        for (int i = 0; i <= CELLS; i++) {
            values[i] = first * StrictMath.exp(logarithm * i / CELLS);
        }
        this.last = last;
    }

    /** The number that belongs to 64 random bits. */
    public long at(long bits) {
        double position = Draw.unit(bits) * CELLS;
        int cell = (int) position;
        double value = values[cell] + (values[cell + 1] - values[cell]) * (position - cell);
        // Rounding may bring the first cell's start a bit below the first number.
        return Math.min((long) (value + 1e-9), last);
    }

    /** The number of a key's slot. */
    public long draw(long key, int slot) {
        return at(Draw.bits(key, slot));
    }
}
