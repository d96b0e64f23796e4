package dev.headroom.generator.random;

/**
 * The distribution of events over consecutive days, with a weight for each day. Its inverse gives the n events of a year in the order
 * of time: event i falls on {@code dayAt((i + u) / n)}. Immutable; constant time on average.
 */
public final class Seasonality {
    private final int firstDay;
    private final double total;
    private final double[] cumulative;
    private final int[] guide;

    /**
     * Makes a distribution.
     *
     * @param firstDay the first day, in days since 1970-01-01
     * @param weights weight of each day, 0 or more, at least one above 0
     * @throws IllegalArgumentException if no weight is above 0
     */
    public Seasonality(int firstDay, double[] weights) {
        int n = weights.length;
        this.firstDay = firstDay;
        this.cumulative = new double[n];
        double sum = 0;
        int lastPossible = -1;
        for (int i = 0; i < n; i++) {
            sum += weights[i];
            cumulative[i] = sum;
            lastPossible = weights[i] > 0 ? i : lastPossible;
        }
        this.total = sum;
        if (lastPossible < 0) {
            throw new IllegalArgumentException("no day has a weight above 0");
        }
        for (int i = 0; i < n; i++) {
            cumulative[i] = i >= lastPossible ? 1 : cumulative[i] / total;
        }
        // guide[b] is the first day that a probability in [b / n, (b + 1) / n) can fall on.
        this.guide = new int[n + 1];
        int day = 0;
        for (int bucket = 0; bucket <= n; bucket++) {
            while (day < lastPossible && cumulative[day] <= bucket / (double) n) {
                day++;
            }
            guide[bucket] = day;
        }
    }

    /** The day, since 1970-01-01, on which a share of the events, 0 to below 1, has happened. */
    public int dayAt(double share) {
        int day = guide[(int) (share * cumulative.length)];
        while (cumulative[day] <= share) {
            day++;
        }
        return firstDay + day;
    }

    /** The sum of the days' weights. */
    public double total() {
        return total;
    }
}
