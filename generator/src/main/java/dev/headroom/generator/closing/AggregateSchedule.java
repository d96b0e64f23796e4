package dev.headroom.generator.closing;

import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.document.ValueAddedTax;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Masters;

/**
 * Which entries are made of totals, and when: for each company and month a tax return where there is such a tax, its payment in the next
 * month, a valuation of what is open in foreign currencies and its reversal in the next month, and for each year that ends within the
 * ledger its close. Ledgers without documents have closes only. Depends on the configuration alone, not on totals. Immutable.
 */
public final class AggregateSchedule {
    private static final int PAYMENT_DAY = 15;
    private static final int LAST_PERIOD = 12;

    private final Companies companies;
    private final Months months;
    private final boolean documents;
    private final boolean[] taxed;

    /** Makes the schedule of a ledger. */
    public AggregateSchedule(Masters master) {
        this.companies = master.companies();
        this.months = master.months();
        this.documents = master.configuration().transactions().documents() > 0;
        this.taxed = new boolean[companies.count()];
        for (int company = 0; company < taxed.length; company++) {
            String country = master.configuration().companies().get(company).country();
            taxed[company] = documents && ValueAddedTax.hundredths(country) > 0;
        }
    }

    /** The number of entries. */
    public long count() {
        long count = (long) companies.count() * months.closedYears();
        for (int company = 0; company < companies.count(); company++) {
            // What a month brings, and what the next one does about it.
            int pairs = (hasTax(company) ? 1 : 0) + (hasValuation() ? 1 : 0);
            count += pairs * (2L * months.count() - 1);
        }
        return count;
    }

    /** Whether a company makes tax returns. */
    boolean hasTax(int company) {
        return taxed[company];
    }

    /** Whether there can be anything in foreign currencies. */
    boolean hasValuation() {
        return documents;
    }

    /** Whether a fiscal year ends with a month. */
    boolean endsYear(int month) {
        return months.periodOf(month) == LAST_PERIOD;
    }

    /** Whether a month is followed by another one of the ledger. */
    boolean hasNext(int month) {
        return month + 1 < months.count();
    }

    /** The day of a month's tax return and valuation. */
    int lastDay(int company, int month) {
        return calendar(company).lastBusinessDayOf(month);
    }

    /** The day in a month on which the tax of the month before is paid. */
    int paymentDay(int company, int month) {
        return calendar(company).nextBusinessDay(months.firstDayOf(month) + PAYMENT_DAY - 1);
    }

    /** The day in a month on which the valuation at the end of the month before is reversed. */
    int reversalDay(int company, int month) {
        return calendar(company).firstBusinessDayOf(month);
    }

    private BusinessCalendar calendar(int company) {
        return companies.calendar(company);
    }
}
