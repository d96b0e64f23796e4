package dev.headroom.generator.closing;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.StandIns;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;

/**
 * Makes the entries of an {@link AggregateSchedule} in the order of companies and days, so that their numbers are the last of each year. One
 * that has nothing to post is replaced by an ordinary manual entry. One for each worker; not thread-safe.
 */
final class Aggregates {
    /** What a stand-in can stand in for, in a company and month. */
    private static final int TAX_RETURN = 0;

    private static final int TAX_PAYMENT = 1;
    private static final int VALUATION = 2;
    private static final int REVERSAL = 3;
    private static final int CLOSE = 4;
    private static final int KINDS = 5;

    private final AggregateSchedule schedule;
    private final Months months;
    private final int companies;
    private final TaxEntries taxes;
    private final Revaluations revaluations;
    private final YearClose close;
    private final StandIns standIns;

    Aggregates(
            AggregateSchedule schedule,
            Bookkeeping bookkeeping,
            TotalsLayout layout,
            Masters master,
            EntryPipeline pipeline) {
        this.schedule = schedule;
        this.months = master.months();
        this.companies = master.companies().count();
        this.taxes = new TaxEntries(bookkeeping, layout, master, pipeline);
        this.revaluations = new Revaluations(bookkeeping, layout, master, pipeline);
        this.close = new YearClose(bookkeeping, layout, master, pipeline);
        this.standIns = new StandIns(bookkeeping, master, pipeline);
    }

    /**
     * Makes the entries.
     *
     * @param cases totals of all cases
     * @param all the same with those of the entries that are made here
     */
    void write(LedgerBalances cases, LedgerBalances all) {
        for (int company = 0; company < companies; company++) {
            revaluations.begin(company, cases);
            taxes.begin();
            for (int month = 0; month < months.count(); month++) {
                pay(company, month);
                declare(company, month, cases);
                revalue(company, month, cases);
                if (schedule.endsYear(month) && !close.write(company, month, all)) {
                    standIn(CLOSE, company, month, schedule.lastDay(company, month));
                }
            }
        }
    }

    /** Pays the tax of the month before. */
    private void pay(int company, int month) {
        if (month > 0 && schedule.hasTax(company)) {
            int day = schedule.paymentDay(company, month);
            if (!taxes.pay(company, month - 1, day)) {
                standIn(TAX_PAYMENT, company, month, day);
            }
        }
    }

    private void declare(int company, int month, LedgerBalances cases) {
        int day = schedule.lastDay(company, month);
        if (schedule.hasTax(company) && !taxes.declare(company, month, day, cases)) {
            standIn(TAX_RETURN, company, month, day);
        }
    }

    private void revalue(int company, int month, LedgerBalances cases) {
        if (!schedule.hasValuation()) {
            return;
        }
        int day = schedule.lastDay(company, month);
        int reversalDay = schedule.hasNext(month) ? schedule.reversalDay(company, month + 1) : Revaluations.NO_REVERSAL;
        if (!revaluations.write(company, day, reversalDay, cases)) {
            standIn(VALUATION, company, month, day);
            if (reversalDay != Revaluations.NO_REVERSAL) {
                standIn(REVERSAL, company, month, reversalDay);
            }
        }
    }

    private void standIn(int kind, int company, int month, int day) {
        standIns.write(((long) company * months.count() + month) * KINDS + kind, company, day);
    }
}
