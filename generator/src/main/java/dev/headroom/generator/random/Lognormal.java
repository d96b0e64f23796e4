package dev.headroom.generator.random;

/** A lognormal distribution by table, bounded. Immutable; a draw takes a few nanoseconds. */
public final class Lognormal {
    private final QuantileTable table;
    private final double least;
    private final double most;

    /**
     * Makes a distribution.
     *
     * @param mu mean of the logarithm
     * @param sigma standard deviation of the logarithm, above 0
     * @param least lower values become this one
     * @param most higher values become this one
     */
    public Lognormal(double mu, double sigma, double least, double most) {
        this.table = new QuantileTable(z -> StrictMath.exp(mu + sigma * z));
        this.least = least;
        this.most = most;
    }

    /** The value that belongs to 64 random bits. */
    public double at(long bits) {
        return Math.min(Math.max(table.at(bits), least), most);
    }

    /** The value of a key's slot. */
    public double draw(long key, int slot) {
        return at(Draw.bits(key, slot));
    }
}
