package dev.headroom.sinks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Dates as {@code yyyy-mm-dd}, remembered: a table of days, each in the place that its lowest bits name. Not safe for use by
 * several threads.
 */
final class EncodedDays {
    /** The most bytes of a date; a year can have up to nine digits and a sign. */
    static final int BOUND = 16;

    private static final int SLOTS = 1024;
    private static final int LENGTH = 10;
    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private final int[] days = new int[SLOTS];
    private final long[] heads = new long[SLOTS];
    private final short[] tails = new short[SLOTS];

    EncodedDays() {
        // Every place holds a day, one that belongs there, so that none needs a mark for being empty.
        for (int slot = 0; slot < SLOTS; slot++) {
            remember(slot, slot);
        }
    }

    private void remember(int slot, int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int year = date.getYear();
        days[slot] = day;
        heads[slot] = Digits.pair(year / 100)
                | Digits.pair(year % 100) << 16
                | (long) '-' << 32
                | Digits.pair(date.getMonthValue()) << 40
                | (long) '-' << 56;
        tails[slot] = (short) Digits.pair(date.getDayOfMonth());
    }

    /**
     * Writes a date in ISO 8601 form.
     *
     * @param epochDay days since 1970-01-01
     * @return the position behind it
     * @throws java.time.DateTimeException if {@link LocalDate} has no such day
     */
    int put(byte[] target, int at, long epochDay) {
        if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
            byte[] text = LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, target, at, text.length);
            return at + text.length;
        }
        int day = (int) epochDay;
        int slot = day & (SLOTS - 1);
        if (days[slot] != day) {
            remember(slot, day);
        }
        Words.put(target, at, heads[slot]);
        Words.put(target, at + 8, tails[slot]);
        return at + LENGTH;
    }
}
