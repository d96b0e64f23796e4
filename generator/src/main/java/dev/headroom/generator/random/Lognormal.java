package dev.headroom.generator.random;

/** A lognormal distribution by table, truncated: it has no values beyond its bounds. Immutable; a draw takes a few nanoseconds. */
public final class Lognormal {
    private static final int AGAIN = 0;

    private final QuantileTable table;
    private final double least;
    private final double most;

    /**
     * Makes a distribution.
     *
     * @param mu mean of the logarithm
     * @param sigma standard deviation of the logarithm, above 0
     * @param least least value
     * @param most greatest value
     * @throws IllegalArgumentException if the median is not between the bounds
     */
    public Lognormal(double mu, double sigma, double least, double most) {
        double median = StrictMath.exp(mu);
        if (!(least < median && median < most)) {
            throw new IllegalArgumentException("the median " + median + " is not between " + least + " and " + most);
        }
        this.table = new QuantileTable(z -> StrictMath.exp(mu + sigma * z));
        this.least = least;
        this.most = most;
    }

    /** The value that belongs to 64 random bits. */
    public double at(long bits) {
        double value = table.at(bits);
        long again = bits;
        while (value < least || value > most) {
            // Rather than at the bound, which would come more often than what is near it.
            again = Draw.bits(again, AGAIN);
            value = table.at(again);
        }
        return value;
    }

    /** The value of a key's slot. */
    public double draw(long key, int slot) {
        return at(Draw.bits(key, slot));
    }
}
