package dev.headroom.generator.payroll;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.sequence.PeriodicSchedule;
import dev.headroom.generator.sequence.Timetable;

/**
 * When payroll is run, paid out and remitted: the run is on a month's last business day, the pay-out on the country's payday, the
 * remittance of what was withheld on the 15th of the next month. The first run is that of the month before the ledger, whose remittance is
 * within it.
 */
public final class PayrollSchedule extends PeriodicSchedule {
    private static final int FIRST_MONTH = -1;
    private static final int REMITTANCE_DAY = 15;

    private final Companies companies;

    /** Makes a schedule. */
    public PayrollSchedule(Timetable timetable, Companies companies) {
        super(timetable, companies, FIRST_MONTH);
        this.companies = companies;
    }

    /** The number of all runs. */
    public static long runs(Companies companies, Months months) {
        return units(companies, months, FIRST_MONTH);
    }

    int runDay() {
        return lastBusinessDay();
    }

    int payday() {
        int payday = companies.labourCosts(company).payday();
        return payday == 0 ? runDay() : untilNextMonth(payday);
    }

    int remittanceDay() {
        return nextMonth(REMITTANCE_DAY);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        compute(ordinal);
        return count(runDay(), numbering) + count(payday(), numbering) + count(remittanceDay(), numbering);
    }
}
