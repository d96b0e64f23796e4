package dev.headroom.generator.calendar;

import java.time.LocalDate;

/**
 * The months of a ledger and of the years around it, with their first and last days. A month has an index: 0 for the ledger's first
 * month, below 0 before it. The fiscal year is the calendar year, its periods are the months 1 to 12. Immutable; constant time.
 */
public final class Months {
    /** Months before the first and after the last that can be asked for. */
    public static final int MARGIN = 36;

    private final int count;
    private final int firstYear;
    private final int monthOfYear;
    private final int[] firstDays;
    private final byte[] monthOfDay;
    private final int yearCount;

    /**
     * Makes the months of a ledger.
     *
     * @param start first day of the ledger's first month
     * @param count number of months, 1 to 120
     */
    public Months(LocalDate start, int count) {
        this.count = count;
        this.firstYear = start.getYear();
        this.monthOfYear = start.getMonthValue();
        this.yearCount = yearOf(count - 1) - firstYear + 1;
        this.firstDays = new int[count + 2 * MARGIN + 1];
        for (int i = 0; i < firstDays.length; i++) {
            firstDays[i] = (int) start.plusMonths(i - MARGIN).toEpochDay();
        }
        this.monthOfDay = new byte[firstDays[firstDays.length - 1] - firstDays[0]];
        for (int i = 0; i + 1 < firstDays.length; i++) {
            for (int day = firstDays[i]; day < firstDays[i + 1]; day++) {
                monthOfDay[day - firstDays[0]] = (byte) (i - 128);
            }
        }
    }

    /** The number of months. */
    public int count() {
        return count;
    }

    /** The ledger's first day. */
    public int firstDay() {
        return firstDays[MARGIN];
    }

    /** The ledger's last day. */
    public int lastDay() {
        return firstDays[MARGIN + count] - 1;
    }

    /** The earliest day that can be asked for. */
    int earliestDay() {
        return firstDays[0];
    }

    /** The latest day that can be asked for. */
    int latestDay() {
        return firstDays[firstDays.length - 1] - 1;
    }

    /** The first day of a month. */
    public int firstDayOf(int month) {
        return firstDays[month + MARGIN];
    }

    /** The last day of a month. */
    public int lastDayOf(int month) {
        return firstDays[month + MARGIN + 1] - 1;
    }

    /** The month of a day. */
    public int monthOf(int day) {
        return monthOfDay[day - firstDays[0]] + 128 - MARGIN;
    }

    /** The fiscal year of a month, such as 2024. */
    public int yearOf(int month) {
        return firstYear + Math.floorDiv(monthOfYear - 1 + month, 12);
    }

    /** The period of a month in its fiscal year, 1 to 12. */
    public int periodOf(int month) {
        return Math.floorMod(monthOfYear - 1 + month, 12) + 1;
    }

    /** The fiscal year of the ledger's first month. */
    public int firstYear() {
        return firstYear;
    }

    /** The number of fiscal years that end within the ledger. */
    public int closedYears() {
        return (monthOfYear - 1 + count) / 12;
    }

    /** The number of fiscal years that the ledger touches. */
    public int yearCount() {
        return yearCount;
    }
}
