package dev.headroom.app.audit;

/** Writes amounts for messages. */
final class Amounts {
    private Amounts() {}

    /** Hundredths as a decimal. */
    static String text(long hundredths) {
        long size = Math.abs(hundredths);
        return (hundredths < 0 ? "-" : "") + size / 100 + "." + size / 10 % 10 + size % 10;
    }
}
