package dev.headroom.generator.ledger;

/** Conversion of amounts in hundredths by exchange rates in millionths, rounded half away from zero, in whole numbers. */
public final class Translation {
    /** A rate of 1. */
    public static final long UNIT = 1_000_000;

    private Translation() {}

    /**
     * An amount in another currency; never 0 unless the amount is, since a line has to have a side in every currency.
     *
     * @param amount hundredths, less than 10^15 in size
     * @param rate millionths of the other currency for one of the amount's, 1 to 2 · 10^9
     * @param unit smallest amount of the other currency, in hundredths; the result is a multiple of it
     */
    public static long convert(long amount, long rate, long unit) {
        if (rate == UNIT && unit == 1) {
            return amount;
        }
        long size = Math.abs(amount);
        // In two parts, so that nothing overflows.
        long converted = size / UNIT * rate + (size % UNIT * rate + UNIT / 2) / UNIT;
        if (unit != 1) {
            converted = (converted + unit / 2) / unit * unit;
        }
        if (converted == 0 && size != 0) {
            converted = unit;
        }
        return amount < 0 ? -converted : converted;
    }
}
