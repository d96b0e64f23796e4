package dev.headroom.generator.sales;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.sequence.PeriodicSchedule;
import dev.headroom.generator.sequence.Timetable;

/** Provisions for bad debt, on the last business day of each month. */
public final class ProvisionSchedule extends PeriodicSchedule {
    private static final int FIRST_MONTH = 0;

    /** Makes a schedule. */
    public ProvisionSchedule(Timetable timetable, Companies companies) {
        super(timetable, companies, FIRST_MONTH);
    }

    /** The number of all provisions. */
    public static long provisions(Companies companies, Months months) {
        return units(companies, months, FIRST_MONTH);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        compute(ordinal);
        return count(lastBusinessDay(), numbering);
    }
}
