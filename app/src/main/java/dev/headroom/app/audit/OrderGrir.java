package dev.headroom.app.audit;

/**
 * A purchase order with what its documents post to GR/IR: nothing is left of it when everything is received and invoiced; what is left is
 * an open item.
 */
final class OrderGrir extends Relation {
    static final int POSTED = 0;
    static final int OPENING_ITEM = 1;
    static final int CLOSING_ITEM = 2;
    /** A line of the order of which something is to come. */
    static final int OPEN = 3;

    /** The order itself; its number is not 0 if it may have receipts from before the ledger. */
    static final int ORDER = 4;

    private final boolean withItems;
    private final RuleFindings findings;
    private long balance;
    private long closing;
    private long itemRow;
    private boolean open;
    private long row;
    private boolean before;

    OrderGrir(boolean withItems, RuleFindings findings) {
        super(2);
        this.withItems = withItems;
        this.findings = findings;
    }

    @Override
    void begin() {
        balance = 0;
        closing = 0;
        itemRow = 0;
        open = false;
        row = 0;
    }

    @Override
    void take(Fact fact) {
        switch (fact.role()) {
            case POSTED -> balance += fact.value(0);
            case OPENING_ITEM -> {
                balance += fact.value(0);
                itemRow = fact.row();
            }
            case CLOSING_ITEM -> {
                closing += fact.value(0);
                itemRow = fact.row();
            }
            case OPEN -> open = true;
            default -> {
                row = fact.row();
                before = fact.value(0) != 0;
            }
        }
    }

    @Override
    void end() {
        if (row == 0) {
            if (itemRow > 0) {
                findings.violation(Rule.OPEN_ITEMS, "open_items", itemRow, "there is no such order");
            }
            return;
        }
        // Without opening items, what was posted before the ledger is not known.
        if (!open && (withItems || !before)) {
            findings.checked(Rule.GRIR_CLEARS, 1);
            if (balance != 0) {
                findings.violation(
                        Rule.GRIR_CLEARS,
                        "purchase_orders",
                        row,
                        "everything is received and invoiced, and its GR/IR is " + Amounts.text(balance));
            }
        }
        if (withItems) {
            findings.checked(Rule.OPEN_ITEMS, 1);
            if (balance != closing) {
                findings.violation(
                        Rule.OPEN_ITEMS,
                        itemRow > 0 ? "open_items" : "purchase_orders",
                        itemRow > 0 ? itemRow : row,
                        "the open GR/IR is " + Amounts.text(closing) + ", and " + Amounts.text(balance)
                                + " by its entries");
            }
        }
    }
}
