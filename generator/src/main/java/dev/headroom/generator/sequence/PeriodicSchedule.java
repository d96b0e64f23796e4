package dev.headroom.generator.sequence;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;

/**
 * Companies and months of units of which each company has one in each month, in the order of time. Holds the unit that was last computed;
 * not thread-safe.
 */
public abstract class PeriodicSchedule implements UnitSchedule {
    /** An entry that does not exist, since the ledger ends before; earlier than any day. */
    public static final int NONE = Integer.MIN_VALUE;

    /** The months of the ledger. */
    protected final Months months;

    private final Timetable timetable;
    private final int companies;
    private final int firstMonth;

    /** Company of the unit. */
    protected int company;
    /** Month of the unit. */
    protected int month;

    /**
     * Makes a schedule.
     *
     * @param firstMonth the first month that has units, 0 or below
     */
    protected PeriodicSchedule(Timetable timetable, Companies companies, int firstMonth) {
        this.timetable = timetable;
        this.months = timetable.months();
        this.companies = companies.count();
        this.firstMonth = firstMonth;
    }

    /**
     * The number of units.
     *
     * @param firstMonth the first month that has units, 0 or below
     */
    protected static long units(Companies companies, Months months, int firstMonth) {
        return (long) companies.count() * (months.count() - firstMonth);
    }

    /** Computes the company and the month of a unit. */
    public final void compute(long ordinal) {
        company = (int) (ordinal % companies);
        month = firstMonth + (int) (ordinal / companies);
    }

    /** Company of the unit. */
    public final int company() {
        return company;
    }

    /** Month of the unit. */
    public final int month() {
        return month;
    }

    /** The last business day of the month. */
    public final int lastBusinessDay() {
        return timetable.calendar(company).lastBusinessDayOf(month);
    }

    /** The first business day from a day of the next month on, from 1; {@link #NONE} if the ledger ends before. */
    protected final int nextMonth(int dayOfMonth) {
        return withinLedger(timetable.calendar(company).nextBusinessDay(months.lastDayOf(month) + dayOfMonth));
    }

    /** The last business day up to a day of the next month, from 1; {@link #NONE} if the ledger ends before. */
    protected final int untilNextMonth(int dayOfMonth) {
        return withinLedger(timetable.calendar(company).previousBusinessDay(months.lastDayOf(month) + dayOfMonth));
    }

    private int withinLedger(int day) {
        return day > months.lastDay() ? NONE : day;
    }

    /** Counts the entry of a day, and returns 1; 0 if there is none, or it is from before the ledger. */
    protected final int count(int day, long[] numbering) {
        if (day < months.firstDay()) {
            return 0;
        }
        numbering[timetable.slot(company, day)]++;
        return 1;
    }
}
