package dev.headroom.app.audit;

import java.util.Arrays;

/** An invoice with its credit memos: what is left of all of them is open, whichever of them is listed with it. */
final class OpenFamilies extends Relation {
    static final int DOCUMENT = 0;
    /** What an entry or clearing changes in the company's currency, open items taken off: for those of foreign currencies. */
    static final int LOCAL = 1;

    // Numbers of a document.
    static final int LEFT_BEFORE = 0;
    static final int LEFT = 1;
    static final int LISTED_BEFORE = 2;
    static final int LISTED = 3;
    static final int ITEM_ROW = 4;
    static final int PAYABLE = 5;
    // Numbers of a change in the company's currency.
    private static final int LOCAL_ROW = 1;
    private static final int LOCAL_PAYABLE = 2;

    private final RuleFindings findings;
    private final long[] sums = new long[ITEM_ROW];
    private long row;
    private long itemRow;
    private boolean payable;
    private boolean foreign;
    private long local;

    OpenFamilies(RuleFindings findings) {
        super(2);
        this.findings = findings;
    }

    @Override
    void begin() {
        Arrays.fill(sums, 0);
        row = 0;
        itemRow = 0;
        foreign = false;
        local = 0;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == LOCAL) {
            foreign = true;
            local += fact.value(0);
            itemRow = Math.max(itemRow, fact.value(LOCAL_ROW));
            payable = fact.value(LOCAL_PAYABLE) != 0;
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += fact.value(i);
        }
        if (row == 0) {
            row = fact.row();
        }
        itemRow = Math.max(itemRow, fact.value(ITEM_ROW));
        payable = fact.value(PAYABLE) != 0;
    }

    @Override
    void end() {
        compare("when the ledger begins", sums[LEFT_BEFORE], sums[LISTED_BEFORE]);
        compare("when the ledger ends", sums[LEFT], sums[LISTED]);
        if (foreign) {
            findings.checked(Rule.OPEN_ITEMS, 1);
            if (local != 0) {
                violation("in the company's currency, what its entries and payments leave is not what is listed, by "
                        + Amounts.text(local));
            }
        }
    }

    private void compare(String when, long left, long listed) {
        findings.checked(Rule.OPEN_ITEMS, 1);
        if (left != listed) {
            violation(when + ", " + Amounts.text(left) + " of it is open, and " + Amounts.text(listed) + " is listed");
        }
    }

    private void violation(String what) {
        findings.violation(
                Rule.OPEN_ITEMS,
                itemRow > 0 ? "open_items" : payable ? "vendor_invoices" : "customer_invoices",
                itemRow > 0 ? itemRow : row,
                what);
    }
}
