package dev.headroom.generator.random;

/** A normal distribution by table. Immutable; a draw takes a few nanoseconds. */
public final class Normal {
    private static final QuantileTable STANDARD = new QuantileTable(z -> z);

    private final double mean;
    private final double deviation;

    /**
     * Makes a distribution.
     *
     * @param mean mean
     * @param deviation standard deviation, 0 or more
     */
    public Normal(double mean, double deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    /** The value that belongs to 64 random bits. */
    public double at(long bits) {
        return mean + deviation * STANDARD.at(bits);
    }

    /** The value of a key's slot. */
    public double draw(long key, int slot) {
        return at(Draw.bits(key, slot));
    }
}
