package dev.headroom.generator.payroll;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.LabourCosts;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;

/**
 * What an employee earns in a month: a twelfth of the year's pay, in proportion to the days of employment. Pay is what is usual for the
 * job, a little more or less, and rises each January. Who is paid more than others has more withheld. Filled anew for each employee and
 * month; not thread-safe. Amounts are hundredths of the company's currency.
 */
final class Pay {
    // Slots of an employee's key; those below are the employee's own.
    private static final int PAY_SLOT = 32;
    private static final int RAISE_SLOT = 33;

    private static final int LEAST_PERCENT = 85;
    private static final int MOST_PERCENT = 120;
    private static final int LEAST_RAISE_PERMILLE = 15;
    private static final int MOST_RAISE_PERMILLE = 45;
    /** Steps of a year's pay, in hundredths of a dollar. */
    private static final long STEP = 100_00;

    private static final int PERCENT = 100;
    private static final int MOST_WITHHELD_PERCENT = 55;
    /** Of the rate that holds at average pay, what does not depend on pay. */
    private static final double FLAT = .7;

    private static final double HIGHEST_RELATIVE_PAY = 3;

    private final Companies companies;
    private final Employees employees;
    private final Months months;

    private long gross;
    private long withholding;
    private long charges;

    Pay(Masters master) {
        this.companies = master.companies();
        this.employees = master.employees();
        this.months = master.months();
    }

    /** Computes what someone earns in a month; nothing if the person is not employed then. */
    void compute(int company, int employee, int month) {
        int first = Math.max(employees.hiredOn(employee), months.firstDayOf(month));
        int last = Math.min(employees.terminatedOn(employee), months.lastDayOf(month));
        gross = 0;
        withholding = 0;
        charges = 0;
        if (first > last) {
            return;
        }
        int currency = companies.currency(company);
        long unit = Currencies.unit(currency);
        long yearly = yearly(employee, currency, months.yearOf(month));
        int days = months.lastDayOf(month) - months.firstDayOf(month) + 1;
        gross = round(yearly / 12.0 * (last - first + 1) / days, unit);
        LabourCosts costs = companies.labourCosts(company);
        double relative = yearly / (double) Currencies.hundredths(employees.averagePay(company), currency);
        double rate = costs.withholdingPercent() * (FLAT + (1 - FLAT) * Math.min(relative, HIGHEST_RELATIVE_PAY));
        withholding = round(gross * Math.min(rate, MOST_WITHHELD_PERCENT) / PERCENT, unit);
        charges = round(gross * (double) costs.chargesPercent() / PERCENT, unit);
    }

    private long yearly(int employee, int currency, int year) {
        long key = employees.key(employee);
        long step = STEP * Currencies.scale(currency);
        double personal = Draw.between(key, PAY_SLOT, LEAST_PERCENT, MOST_PERCENT) / (double) PERCENT;
        long pay = round((double) Currencies.hundredths(employees.usualPay(employee) * personal, currency), step);
        for (int past = months.firstYear() + 1; past <= year; past++) {
            int raise = LEAST_RAISE_PERMILLE
                    + Draw.below(Draw.element(key, RAISE_SLOT, past), MOST_RAISE_PERMILLE - LEAST_RAISE_PERMILLE + 1);
            pay = round(pay * (1 + raise / 1000.0), step);
        }
        return pay;
    }

    private static long round(double amount, long unit) {
        return ((long) (amount / unit + .5)) * unit;
    }

    /** What is earned before anything is withheld. */
    long gross() {
        return gross;
    }

    /** Income tax and the employee's social contributions. */
    long withholding() {
        return withholding;
    }

    /** What is paid out. */
    long net() {
        return gross - withholding;
    }

    /** The employer's social contributions. */
    long charges() {
        return charges;
    }
}
