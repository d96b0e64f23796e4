package dev.headroom.app.audit;

import java.time.LocalDate;

/** Months and weekdays of days since 1970-01-01. */
final class CalendarDays {
    private CalendarDays() {}

    /** Months since the year 0. */
    static int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return 12 * date.getYear() + date.getMonthValue() - 1;
    }

    /** The last day of the month before that of a day. */
    static int lastDayOfMonthBefore(int day) {
        return day - LocalDate.ofEpochDay(day).getDayOfMonth();
    }

    /** 0 for Monday, to 6. */
    static int weekday(int day) {
        // 1970-01-01 was a Thursday.
        return Math.floorMod(day + 3, 7);
    }

    /** Whether it is a Saturday or Sunday. */
    static boolean isWeekend(int day) {
        return weekday(day) >= 5;
    }
}
