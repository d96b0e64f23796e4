package dev.headroom.generator.closing;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryKind;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.FiscalPeriods;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;
import java.util.stream.IntStream;

/**
 * Closes of fiscal years: the balances of all accounts of revenues and expenses go to retained earnings, in the company's currency and in
 * the group's. All amounts of a line are on one side; where an account's two balances are on different sides, its debits and its
 * credits are closed by a line each. Not thread-safe.
 */
final class YearClose {
    private final Bookkeeping bookkeeping;
    private final Months months;
    private final FiscalPeriods periods;
    private final TotalsLayout layout;
    private final EntryPipeline pipeline;
    private final RandomStream closes;
    private final int[] accounts;
    private final int retainedEarnings;
    private final int user;

    YearClose(Bookkeeping bookkeeping, TotalsLayout layout, Masters master, EntryPipeline pipeline) {
        ChartOfAccounts chart = master.accounts();
        this.bookkeeping = bookkeeping;
        this.months = master.months();
        this.periods = master.fiscalPeriods();
        this.layout = layout;
        this.pipeline = pipeline;
        this.closes = new RandomStream(master.configuration().seed(), "year close");
        this.accounts =
                IntStream.range(0, chart.count()).filter(chart::isOfResult).toArray();
        this.retainedEarnings = chart.account(AccountRole.RETAINED_EARNINGS);
        this.user = Employees.SystemUser.CLOSING.code();
    }

    /**
     * Writes the close of a year; false if nothing is to be closed.
     *
     * @param month the year's last one
     * @param all totals of all entries, those of the epilogue's that come before included
     */
    boolean write(int company, int month, LedgerBalances all) {
        EntryDraft draft = pipeline.draft();
        int day = months.lastDayOf(month);
        int year = months.yearOf(month);
        bookkeeping.begin(draft, EntryKind.YEAR_CLOSE, closes.key((long) company << Integer.SIZE | year), company, day);
        for (int account : accounts) {
            long debit = 0;
            long credit = 0;
            long groupDebit = 0;
            long groupCredit = 0;
            for (int slot = layout.slot(year, 1); slot < layout.slot(year, TotalsLayout.CLOSING); slot++) {
                if (all.lines(company, slot, account) > 0) {
                    debit += all.debit(company, slot, account);
                    credit += all.credit(company, slot, account);
                    groupDebit += all.groupDebit(company, slot, account);
                    groupCredit += all.groupCredit(company, slot, account);
                }
            }
            addReverse(draft, account, debit, credit, groupDebit, groupCredit, JournalTexts.CLOSED);
        }
        if (draft.lineCount == 0) {
            return false;
        }
        addResult(draft);
        draft.period = TotalsLayout.CLOSING;
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = year;
        draft.headerText = JournalTexts.YEAR_CLOSE.first();
        // Once the entries of the last month have been made: people's by the ledger's last day, those that are made of
        // totals before dawn of the next.
        bookkeeping.enterInTheEvening(draft, user, Math.min(periods.closedOn(company, month), months.lastDay() + 1));
        pipeline.writeUnaltered();
        return true;
    }

    private void addResult(EntryDraft draft) {
        long debit = 0;
        long credit = 0;
        long groupDebit = 0;
        long groupCredit = 0;
        for (int line = 0; line < draft.lineCount; line++) {
            debit += Math.max(draft.localAmount[line], 0);
            credit += Math.max(-draft.localAmount[line], 0);
            groupDebit += Math.max(draft.groupAmount[line], 0);
            groupCredit += Math.max(-draft.groupAmount[line], 0);
        }
        addReverse(draft, retainedEarnings, debit, credit, groupDebit, groupCredit, JournalTexts.RESULT);
    }

    /** Adds a line that undoes debits and credits together, or two where their difference has no side or one in each currency. */
    private static void addReverse(
            EntryDraft draft, int account, long debit, long credit, long groupDebit, long groupCredit, int text) {
        long amount = credit - debit;
        long groupAmount = groupCredit - groupDebit;
        if (Long.signum(amount) != Long.signum(groupAmount)) {
            addLine(draft, account, credit, groupCredit, text);
            addLine(draft, account, -debit, -groupDebit, text);
        } else if (amount != 0) {
            addLine(draft, account, amount, groupAmount, text);
        }
    }

    private static void addLine(EntryDraft draft, int account, long amount, long groupAmount, int text) {
        int line = draft.addLine(account, amount, text);
        draft.localAmount[line] = amount;
        draft.groupAmount[line] = groupAmount;
    }
}
