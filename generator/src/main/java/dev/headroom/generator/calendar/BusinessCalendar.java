package dev.headroom.generator.calendar;

import dev.headroom.generator.random.Seasonality;
import java.time.LocalDate;
import java.util.Set;

/**
 * The business days of a country: Monday to Friday without public holidays. Knows the days of the {@link Months} that it was made
 * for. Immutable; constant time.
 */
public final class BusinessCalendar {
    /** Monday to Sunday. */
    private static final double[] WEEKDAY_WEIGHTS = {1.3, 1.1, 1, 1, .85, 0, 0};

    private static final int CLOSING_DAYS = 5;

    private final Months months;
    private final int firstDay;
    private final boolean[] business;
    private final int[] next;
    private final int[] previous;

    /**
     * Makes a calendar.
     *
     * @param country ISO 3166 alpha-2 code
     * @param months the days that it has to know
     */
    public BusinessCalendar(String country, Months months) {
        this.months = months;
        this.firstDay = months.earliestDay();
        int count = months.latestDay() - firstDay + 1;
        this.business = new boolean[count];
        int year = Integer.MIN_VALUE;
        Set<LocalDate> holidays = Set.of();
        for (int i = 0; i < count; i++) {
            LocalDate day = LocalDate.ofEpochDay(firstDay + (long) i);
            if (day.getYear() != year) {
                year = day.getYear();
                holidays = Holidays.of(country, year);
            }
            business[i] = !isWeekend(firstDay + i) && !holidays.contains(day);
        }
        this.next = new int[count];
        this.previous = new int[count];
        int last = firstDay;
        for (int i = 0; i < count; i++) {
            last = business[i] ? firstDay + i : last;
            previous[i] = last;
        }
        last = firstDay + count - 1;
        for (int i = count - 1; i >= 0; i--) {
            last = business[i] ? firstDay + i : last;
            next[i] = last;
        }
    }

    /** Whether a day is a Saturday or Sunday; any day. */
    public static boolean isWeekend(int day) {
        // 1970-01-01 was a Thursday.
        return weekday(day) >= 5;
    }

    private static int weekday(int day) {
        return Math.floorMod(day + 3, 7);
    }

    /** Whether a day is a business day. */
    public boolean isBusinessDay(int day) {
        return business[day - firstDay];
    }

    /** The day itself if it is a business day, else the first one after it. */
    public int nextBusinessDay(int day) {
        return next[day - firstDay];
    }

    /** The day itself if it is a business day, else the last one before it. */
    public int previousBusinessDay(int day) {
        return previous[day - firstDay];
    }

    /** The first business day of a month. */
    public int firstBusinessDayOf(int month) {
        return nextBusinessDay(months.firstDayOf(month));
    }

    /** The last business day of a month. */
    public int lastBusinessDayOf(int month) {
        return previousBusinessDay(months.lastDayOf(month));
    }

    /** The business day that is a number of business days, 0 or more, after the day or the first business day that follows it. */
    public int plusBusinessDays(int day, int count) {
        int found = nextBusinessDay(day);
        for (int i = 0; i < count; i++) {
            found = nextBusinessDay(found + 1);
        }
        return found;
    }

    /**
     * How business spreads over the days of the ledger: none on days off, more on Mondays, 2.5 times as much on the last five
     * business days of a month, 4 times at a quarter's end and 6 times at a year's (figures published with DataSynth 0.2.3).
     *
     * @param lead months before the ledger that belong to it too
     */
    public Seasonality seasonality(int lead) {
        int start = months.firstDayOf(-lead);
        double[] weights = new double[months.lastDay() - start + 1];
        for (int month = -lead; month < months.count(); month++) {
            int period = months.periodOf(month);
            double closing = period == 12 ? 6 : period % 3 == 0 ? 4 : 2.5;
            int left = CLOSING_DAYS;
            for (int day = months.lastDayOf(month); day >= months.firstDayOf(month); day--) {
                if (isBusinessDay(day)) {
                    weights[day - start] = WEEKDAY_WEIGHTS[weekday(day)] * (left-- > 0 ? closing : 1);
                }
            }
        }
        return new Seasonality(start, weights);
    }
}
