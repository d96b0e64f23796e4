package dev.headroom.generator.ledger;

import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.TotalsLayout;
import java.util.Arrays;

/** Adds entries up, as they are written. Not thread-safe. */
public final class EntryTotals {
    /** Accounts whose balances before the ledger are those of documents from before it. */
    private static final AccountRole[] CARRIED_IN = {
        AccountRole.ACCOUNTS_RECEIVABLE,
        AccountRole.ACCOUNTS_PAYABLE,
        AccountRole.GOODS_RECEIVED_NOT_INVOICED,
        AccountRole.DEFERRED_REVENUE,
        AccountRole.WAGES_PAYABLE,
        AccountRole.WITHHOLDINGS_PAYABLE
    };

    private final RangeTotals totals;
    private final TotalsLayout layout;
    private final boolean[] carriedIn;
    /** Position in {@link TotalsLayout#GUARDED}, or -1; by account. */
    private final int[] guarded;

    private final int firstDay;

    /** What an entry that may be altered adds to each guarded account. */
    private final long[] clean = new long[TotalsLayout.GUARDED.size()];

    private int cleanSlot;

    /** Makes the sums of a worker's entries. */
    public EntryTotals(RangeTotals totals, Masters master) {
        ChartOfAccounts chart = master.accounts();
        this.totals = totals;
        this.layout = totals.layout();
        this.carriedIn = new boolean[chart.count()];
        for (AccountRole role : CARRIED_IN) {
            carriedIn[chart.account(role)] = true;
        }
        this.guarded = new int[chart.count()];
        Arrays.fill(guarded, -1);
        for (int i = 0; i < clean.length; i++) {
            guarded[chart.account(TotalsLayout.GUARDED.get(i))] = i;
        }
        this.firstDay = master.months().firstDay();
    }

    /** Whether an entry is from before the ledger: it is not written, only what is open of it counts. */
    boolean isCarriedIn(EntryDraft draft) {
        return draft.effectiveDate < firstDay;
    }

    /** Adds what an entry from before the ledger leaves open. */
    void carryIn(EntryDraft draft) {
        for (int line = 0; line < draft.lineCount; line++) {
            if (carriedIn[draft.account[line]]) {
                add(draft, line, TotalsLayout.OPENING);
            }
        }
    }

    /** Remembers what a document's entry adds to guarded accounts, before it may be altered. */
    void remember(EntryDraft draft) {
        cleanSlot = layout.slot(draft.fiscalYear, draft.period);
        Arrays.fill(clean, 0);
        for (int line = 0; line < draft.lineCount; line++) {
            int which = guarded[draft.account[line]];
            if (which >= 0) {
                clean[which] += draft.localAmount[line];
            }
        }
    }

    /** Adds what undoing the alterations of the remembered entry adds to guarded accounts. */
    void addUndone(EntryDraft draft) {
        for (int which = 0; which < clean.length; which++) {
            if (clean[which] != 0) {
                totals.undo(draft.company, cleanSlot, which, clean[which]);
            }
        }
        int slot = layout.slot(draft.fiscalYear, draft.period);
        for (int line = 0; line < draft.lineCount; line++) {
            int which = guarded[draft.account[line]];
            if (which >= 0) {
                totals.undo(draft.company, slot, which, -draft.localAmount[line]);
            }
        }
    }

    /** Adds an entry. */
    void add(EntryDraft draft) {
        int slot = layout.slot(draft.fiscalYear, draft.period);
        for (int line = 0; line < draft.lineCount; line++) {
            add(draft, line, slot);
        }
    }

    private void add(EntryDraft draft, int line, int slot) {
        int side = (int) (draft.amount[line] >>> 63);
        long amount = Math.abs(draft.localAmount[line]);
        long groupAmount = Math.abs(draft.groupAmount[line]);
        totals.addLine(draft.company, slot, draft.account[line], side, amount, groupAmount);
    }
}
