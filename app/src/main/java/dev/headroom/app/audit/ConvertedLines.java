package dev.headroom.app.audit;

/** The lines of an entry in two currencies: each is converted at one rate, but for one that takes what rounding leaves. Used again. */
final class ConvertedLines {
    private long rate;
    private long unit;
    private long lines;
    private long apart;
    private long rest;
    private long row;

    /** Begins with an entry. */
    void begin(long entryRate, long unitOfOther) {
        rate = entryRate;
        unit = unitOfOther;
        lines = 0;
        apart = 0;
        rest = 0;
        row = 0;
    }

    /** Takes a line. */
    void add(long amount, long converted, long lineRow) {
        lines++;
        if (!Conversion.agrees(amount, rate, converted, unit) || converted % unit != 0) {
            apart++;
            rest = Math.abs(converted - Conversion.nearest(amount, rate));
            row = row == 0 ? lineRow : row;
        }
    }

    boolean holds() {
        return apart == 0 || (apart == 1 && rate != Conversion.ONE && rest <= lines * unit);
    }

    /** The first line that has another amount. */
    long row() {
        return row;
    }

    /** What is said of it. */
    String what(String kind) {
        return "at the rate of " + text(rate) + ", the " + kind + " amounts of " + apart
                + " of its entry's lines are others";
    }

    static String text(long rate) {
        return Long.toString(rate / Conversion.ONE) + "."
                + Long.toString(Conversion.ONE + rate % Conversion.ONE).substring(1);
    }
}
