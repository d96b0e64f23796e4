package dev.headroom.app.audit;

/** Amounts in hundredths that are converted at rates in millionths. */
final class Conversion {
    /** A rate of 1. */
    static final long ONE = 1_000_000;

    private Conversion() {}

    /** An amount above zero in another currency, rounded to a hundredth. */
    static long nearest(long amount, long rate) {
        // In two parts, so that nothing overflows.
        return amount / ONE * rate + (amount % ONE * rate + ONE / 2) / ONE;
    }

    /**
     * An amount above zero in another currency, rounded to a unit; what is worth less than a unit is one.
     *
     * @param unit smallest amount of the currency that it is converted to
     */
    static long rounded(long amount, long rate, long unit) {
        return Math.max((nearest(amount, rate) + unit / 2) / unit * unit, unit);
    }

    /**
     * Whether an amount above zero is another one, converted and rounded to a unit; what is worth less than a unit is one.
     *
     * @param unit smallest amount of the currency that it is converted to
     */
    static boolean agrees(long amount, long rate, long converted, long unit) {
        long exact = nearest(amount, rate);
        return Math.abs(converted - exact) <= unit / 2 || (converted == unit && exact < unit);
    }
}
