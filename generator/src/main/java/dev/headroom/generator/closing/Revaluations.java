package dev.headroom.generator.closing;

import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;
import java.util.Arrays;

/**
 * Valuations of what customers and vendors owe and are owed in foreign currencies at the rate of a month's end, and their reversals. The
 * difference to the books is on an account of its own, so that receivables and payables stay what their documents are; a pair of lines
 * for each currency. One company after another, its months in order; not thread-safe.
 */
final class Revaluations {
    /** Instead of the day of a reversal that is after the ledger. */
    static final int NO_REVERSAL = -1;

    private static final int REVERSAL_KEY = 0;

    private final Bookkeeping bookkeeping;
    private final TotalsLayout layout;
    private final Companies companies;
    private final ExchangeRates rates;
    private final EntryPipeline pipeline;
    private final RandomStream valuations;
    private final int adjustment;
    private final int gain;
    private final int loss;
    private final int user;

    /** What is owed to the company less what it owes, by currency. */
    private final long[] owed = new long[Currencies.count()];
    /** The same in the company's currency, as it is in the books. */
    private final long[] booked = new long[Currencies.count()];

    Revaluations(Bookkeeping bookkeeping, TotalsLayout layout, Masters master, EntryPipeline pipeline) {
        ChartOfAccounts chart = master.accounts();
        this.bookkeeping = bookkeeping;
        this.layout = layout;
        this.companies = master.companies();
        this.rates = master.exchangeRates();
        this.pipeline = pipeline;
        this.valuations = new RandomStream(master.configuration().seed(), "revaluation");
        this.adjustment = chart.account(AccountRole.FX_REVALUATION);
        this.gain = chart.account(AccountRole.FX_GAIN);
        this.loss = chart.account(AccountRole.FX_LOSS);
        this.user = Employees.SystemUser.REVALUATION.code();
    }

    /** Begins a company, with what was open before the ledger. */
    void begin(int company, LedgerBalances cases) {
        Arrays.fill(owed, 0);
        Arrays.fill(booked, 0);
        add(company, TotalsLayout.OPENING, cases);
    }

    private void add(int company, int slot, LedgerBalances cases) {
        for (int currency = 0; currency < owed.length; currency++) {
            owed[currency] += cases.owed(company, currency, slot);
            booked[currency] += cases.localOwed(company, currency, slot);
        }
    }

    /**
     * Writes the valuation at the end of the next month, and its reversal; false if nothing is open or no rate has changed.
     *
     * @param day the month's last business day
     */
    boolean write(int company, int day, int reversalDay, LedgerBalances cases) {
        add(company, layout.slotOf(day), cases);
        EntryDraft draft = pipeline.draft();
        long key = valuations.key((long) company << Integer.SIZE | day);
        bookkeeping.begin(draft, EntryKind.REVALUATION, key, company, day);
        for (int currency = 0; currency < owed.length; currency++) {
            addLines(draft, currency);
        }
        if (draft.lineCount == 0) {
            return false;
        }
        draft.caseOrdinal = day;
        draft.headerText = JournalTexts.REVALUATION.first();
        draft.translateAll();
        bookkeeping.enterAfterTheMonth(draft, user);
        draft.number = pipeline.nextNumber(company, day);
        if (reversalDay == NO_REVERSAL) {
            pipeline.writeUnaltered();
        } else {
            writeWithReversal(draft, reversalDay);
        }
        return true;
    }

    private void addLines(EntryDraft draft, int currency) {
        int local = companies.currency(draft.company);
        if (currency == local) {
            return;
        }
        long rate = rates.rate(currency, local, draft.effectiveDate);
        long difference = Translation.convert(owed[currency], rate, draft.localUnit) - booked[currency];
        if (difference != 0) {
            draft.addLine(adjustment, difference, JournalTexts.VALUATION);
            draft.addLine(difference > 0 ? gain : loss, -difference, JournalTexts.EXCHANGE_DIFFERENCE);
        }
    }

    private void writeWithReversal(EntryDraft draft, int reversalDay) {
        int year = draft.fiscalYear;
        long number = draft.number;
        int lines = draft.lineCount;
        long reversalNumber = pipeline.nextNumber(draft.company, reversalDay);
        draft.reversalYear = layout.yearOf(layout.slotOf(reversalDay));
        draft.reversalNumber = reversalNumber;
        pipeline.writeUnaltered();

        // The lines are still there.
        long key = Draw.bits(draft.key, REVERSAL_KEY);
        bookkeeping.begin(draft, EntryKind.REVALUATION_REVERSAL, key, draft.company, reversalDay);
        draft.number = reversalNumber;
        draft.reversalYear = year;
        draft.reversalNumber = number;
        draft.headerText = JournalTexts.REVALUATION_REVERSAL.first();
        draft.lineCount = lines;
        for (int line = 0; line < lines; line++) {
            draft.amount[line] = -draft.amount[line];
            draft.localAmount[line] = -draft.localAmount[line];
            draft.groupAmount[line] = -draft.groupAmount[line];
        }
        bookkeeping.enterInTheEvening(draft, user, reversalDay);
        pipeline.writeUnaltered();
    }
}
