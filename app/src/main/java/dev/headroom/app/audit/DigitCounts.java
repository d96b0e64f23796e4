package dev.headroom.app.audit;

/** How often amounts of 10 and more begin with which two digits, held against Benford's law. */
final class DigitCounts {
    private static final long LEAST = 10_00;

    private final long[] counts = new long[100];
    private long total;

    /** Counts an amount, in hundredths. */
    void add(long amount) {
        if (amount < LEAST) {
            return;
        }
        long digits = amount;
        while (digits >= 100) {
            digits /= 10;
        }
        counts[(int) digits]++;
        total++;
    }

    /** Amounts that were counted. */
    long total() {
        return total;
    }

    /** Mean absolute deviation of the shares of first digits (Nigrini 2012). */
    double firstDigitDeviation() {
        double sum = 0;
        for (int digit = 1; digit <= 9; digit++) {
            sum += Math.abs(ofFirst(digit) / (double) Math.max(1, total) - expected(digit));
        }
        return sum / 9;
    }

    /** Mean absolute deviation of the shares of first two digits. */
    double firstTwoDigitsDeviation() {
        double sum = 0;
        for (int digits = 10; digits < 100; digits++) {
            sum += Math.abs(counts[digits] / (double) Math.max(1, total) - expected(digits));
        }
        return sum / 90;
    }

    /** Chi-square of the first digits, with 8 degrees of freedom. */
    double firstDigitChiSquare() {
        double sum = 0;
        for (int digit = 1; digit <= 9; digit++) {
            double expected = total * expected(digit);
            sum += (ofFirst(digit) - expected) * (ofFirst(digit) - expected) / Math.max(1, expected);
        }
        return sum;
    }

    private long ofFirst(int digit) {
        long sum = 0;
        for (int digits = 10 * digit; digits < 10 * digit + 10; digits++) {
            sum += counts[digits];
        }
        return sum;
    }

    private static double expected(int digits) {
        return Math.log10(1 + 1.0 / digits);
    }
}
