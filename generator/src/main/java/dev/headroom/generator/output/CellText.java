package dev.headroom.generator.output;

import dev.headroom.table.BooleanVector;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.IntVector;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.LongVector;
import dev.headroom.table.TextVector;
import java.nio.charset.StandardCharsets;

/**
 * Values as the text that data files show: plain decimals, ISO 8601 dates and times, {@code true} and {@code false}. Appends to the text
 * that a dictionary composes.
 */
public final class CellText {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final int SECONDS_OF_DAY = 86_400;

    private CellText() {}

    /** Appends the typed value at a position, which is not null. */
    public static void append(LocalTextDictionary to, ColumnVector vector, int position) {
        switch (vector.column().type()) {
            case TEXT -> {
                TextVector texts = (TextVector) vector;
                to.append(texts.dictionary(), texts.code(position));
            }
            case INTEGER -> appendDecimal(to, ((LongVector) vector).get(position), 0);
            case DECIMAL ->
                appendDecimal(
                        to, ((LongVector) vector).get(position), vector.column().scale());
            case DATE -> appendDate(to, ((IntVector) vector).get(position));
            case TIME -> appendTime(to, ((IntVector) vector).get(position));
            case TIMESTAMP -> {
                long second = ((LongVector) vector).get(position);
                appendDate(to, (int) Math.floorDiv(second, SECONDS_OF_DAY));
                to.append('T');
                appendTime(to, (int) Math.floorMod(second, (long) SECONDS_OF_DAY));
            }
            case BOOLEAN -> to.append(((BooleanVector) vector).get(position) ? TRUE : FALSE);
        }
    }

    /** Appends a decimal. */
    public static void appendDecimal(LocalTextDictionary to, long unscaled, int scale) {
        if (unscaled < 0) {
            to.append('-');
        }
        long size = Math.abs(unscaled);
        long unit = 1;
        for (int i = 0; i < scale; i++) {
            unit *= 10;
        }
        to.appendNumber(size / unit, 1);
        if (scale > 0) {
            to.append('.');
            to.appendNumber(size % unit, scale);
        }
    }

    /** Appends a date, such as 2026-01-31. */
    public static void appendDate(LocalTextDictionary to, int day) {
        int date = yearMonthDay(day);
        to.appendNumber(date / 10_000, 4);
        to.append('-');
        to.appendNumber(date / 100 % 100, 2);
        to.append('-');
        to.appendNumber(date % 100, 2);
    }

    /** Appends a time of day, such as 23:59:59. */
    public static void appendTime(LocalTextDictionary to, int second) {
        to.appendNumber(second / 3600, 2);
        to.append(':');
        to.appendNumber(second / 60 % 60, 2);
        to.append(':');
        to.appendNumber(second % 60, 2);
    }

    /**
     * A day since 1970-01-01 as year × 10,000 + month × 100 + day, by Hinnant's algorithm {@code civil_from_days}, without an object.
     * Years 0 to 9999.
     */
    public static int yearMonthDay(int day) {
        int shifted = day + 719_468;
        int era = shifted / 146_097;
        int dayOfEra = shifted % 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0);
        return year * 10_000 + month * 100 + dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
    }
}
