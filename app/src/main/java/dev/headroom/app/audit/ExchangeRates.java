package dev.headroom.app.audit;

import java.io.IOException;

/** The rates of each month. Immutable once it is read; safe for many threads. */
final class ExchangeRates {
    static final String TABLE = "exchange_rates";
    /** That there is no rate. */
    static final long UNKNOWN = 0;

    private final Sums rates = new Sums(1);
    private boolean there;

    private ExchangeRates() {}

    static ExchangeRates read(Opener opener) throws IOException {
        ExchangeRates read = new ExchangeRates();
        if (opener.tables().has(TABLE)) {
            read.there = true;
            try (TableCursor cursor = opener.open(TABLE)) {
                int from = cursor.column("from_currency");
                int to = cursor.column("to_currency");
                int valid = cursor.column("valid_from");
                int rate = cursor.column("rate");
                cursor.eachRow(() -> {
                    long key = key(cursor.hash(from), cursor.hash(to), cursor.date(valid));
                    read.rates.set(key, 0, cursor.decimal(rate, 6));
                });
            }
        }
        return read;
    }

    private static long key(long from, long to, int day) {
        return Hash.of(Hash.of(from, to), CalendarDays.month(day));
    }

    /** Whether the run has rates. */
    boolean areThere() {
        return there;
    }

    /** What one unit of a currency is in another, in the month of a day, in millionths. */
    long rate(long from, long to, int day) {
        return from == to ? Conversion.ONE : rates.get(key(from, to, day), 0);
    }
}
