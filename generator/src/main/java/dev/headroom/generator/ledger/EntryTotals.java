package dev.headroom.generator.ledger;

import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.generator.totals.TotalsLayout;

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
    private final int firstDay;

    /** Makes the sums of a worker's entries. */
    public EntryTotals(RangeTotals totals, Masters master) {
        ChartOfAccounts chart = master.accounts();
        this.totals = totals;
        this.layout = totals.layout();
        this.carriedIn = new boolean[chart.count()];
        for (AccountRole role : CARRIED_IN) {
            carriedIn[chart.account(role)] = true;
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
