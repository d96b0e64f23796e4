package dev.headroom.app.audit;

import java.util.Arrays;

/**
 * The share of its net amount that an invoice has as tax. It is not in the data: each amount says between which shares it is, as it is rounded,
 * and all of a company have to leave one that is between. Used by one thread.
 */
final class TaxShares {
    /** More than what is lost where shares are computed, and less than what an amount can tell of. */
    private static final double PRECISION = 1e-13;

    private final double[] least;
    private final double[] most;

    TaxShares(int companies) {
        least = new double[companies];
        most = new double[companies];
        Arrays.fill(most, 1);
    }

    /**
     * Takes an invoice; false if its tax is of another share than those before it.
     *
     * @param unit smallest amount of its currency, to which the tax is rounded
     */
    boolean agrees(int company, long net, long tax, long unit) {
        double from = Math.max(least[company], (tax - unit / 2.0) / net - PRECISION);
        double to = Math.min(most[company], (tax + unit / 2.0) / net + PRECISION);
        if (from > to) {
            return false;
        }
        least[company] = from;
        most[company] = to;
        return true;
    }
}
