package dev.headroom.app.audit;

import java.io.IOException;

/** An invoice or credit memo with what clears it, and with its open items: what is cleared is never more, and what is left is open. */
final class Debts extends Relation {
    static final int DEBT = 0;
    static final int CLEARED = 1;
    static final int CREDITED = 2;
    static final int OPENING_ITEM = 3;
    static final int CLOSING_ITEM = 4;

    // Numbers of a debt; those of what clears it begin the same way, and so do those of open items.
    static final int PLACE = 0;
    static final int PARTY = 1;
    static final int AMOUNT = 2;
    /** 1 or -1, as the account; twice as much if it is blocked for payment. */
    static final int SIDE = 3;
    /** The invoice, or that which a credit memo is for. */
    static final int FAMILY = 4;

    static final int FIRST_DAY = 5;

    private final String table;
    private final String clearing;
    private final boolean withItems;
    private final OpenFamilies families;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private final long[] debt = new long[Fact.VALUES];
    private long row;
    private long cleared;
    private long clearedBefore;
    private long clearingRow;
    private long credited;
    private long creditRow;
    private long opening;
    private long closing;
    private long itemRow;

    /**
     * Makes the relation.
     *
     * @param table the table of invoices
     * @param clearing the table of allocations
     * @param withItems whether there is a table of open items
     */
    Debts(
            int number,
            String table,
            String clearing,
            boolean withItems,
            OpenFamilies families,
            Facts.Teller teller,
            RuleFindings findings) {
        super(number, 1);
        this.families = families;
        this.teller = teller;
        this.table = table;
        this.clearing = clearing;
        this.withItems = withItems;
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        cleared = 0;
        clearedBefore = 0;
        clearingRow = 0;
        credited = 0;
        creditRow = 0;
        opening = 0;
        closing = 0;
        itemRow = 0;
    }

    @Override
    void take(Fact fact) {
        switch (fact.role()) {
            case DEBT -> {
                row = fact.row();
                for (int i = 0; i < debt.length; i++) {
                    debt[i] = fact.value(i);
                }
            }
            case CLEARED -> {
                if (row > 0) {
                    clear(fact);
                }
            }
            case CREDITED -> {
                credited += fact.value(AMOUNT);
                creditRow = fact.row();
            }
            case OPENING_ITEM -> {
                opening += fact.value(AMOUNT);
                itemRow = fact.row();
            }
            default -> {
                closing += fact.value(AMOUNT);
                itemRow = fact.row();
            }
        }
    }

    private boolean isBlocked() {
        return Math.abs(debt[SIDE]) > 1;
    }

    private void clear(Fact fact) {
        int day = Fact.day(fact.value(PLACE));
        boolean within = cleared <= debt[AMOUNT];
        cleared += fact.value(AMOUNT);
        // Of several, the one that is told is the first that is too much.
        if (within && cleared > debt[AMOUNT]) {
            clearingRow = fact.row();
        }
        if (day < debt[FIRST_DAY]) {
            clearedBefore += fact.value(AMOUNT);
        }
        findings.checked(Rule.DOCUMENT_DATES, 1);
        findings.checked(Rule.DOCUMENT_PARTIES, 1);
        if (day < Fact.day(debt[PLACE])) {
            findings.violation(
                    Rule.DOCUMENT_DATES,
                    clearing,
                    fact.row(),
                    "it clears on " + Days.text(day) + " row " + row + " of " + table + " of "
                            + Days.text(Fact.day(debt[PLACE])));
        }
        if (fact.value(PARTY) != debt[PARTY]) {
            findings.violation(
                    Rule.DOCUMENT_PARTIES,
                    clearing,
                    fact.row(),
                    "company, partner or currency of the payment are not those of row " + row + " of " + table);
        }
        if (isBlocked()) {
            findings.violation(
                    Rule.BLOCKED_INVOICES,
                    clearing,
                    fact.row(),
                    "row " + row + " of " + table + " is blocked for payment");
        }
        if (fact.value(AMOUNT) <= 0) {
            findings.violation(Rule.ALLOCATIONS, clearing, fact.row(), "it clears " + Amounts.text(fact.value(AMOUNT)));
        }
    }

    @Override
    void end() throws IOException {
        if (row == 0) {
            if (itemRow > 0) {
                findings.violation(Rule.OPEN_ITEMS, "open_items", itemRow, "there is no such document");
            }
            return;
        }
        findings.checked(Rule.ALLOCATIONS, 1);
        if (isBlocked()) {
            findings.checked(Rule.BLOCKED_INVOICES, 1);
        }
        if (cleared > debt[AMOUNT]) {
            findings.violation(
                    Rule.ALLOCATIONS,
                    clearing,
                    clearingRow,
                    "with it, " + Amounts.text(cleared) + " is cleared of row " + row + " of " + table + " of "
                            + Amounts.text(debt[AMOUNT]));
        }
        if (credited > debt[AMOUNT]) {
            findings.violation(
                    Rule.INVOICED_QUANTITIES,
                    table,
                    creditRow,
                    "with it, " + Amounts.text(credited) + " is credited of row " + row + " of "
                            + Amounts.text(debt[AMOUNT]));
        }
        if (withItems) {
            boolean before = Fact.day(debt[PLACE]) < debt[FIRST_DAY];
            long side = Long.signum(debt[SIDE]);
            teller.tell(
                    families,
                    debt[FAMILY],
                    0,
                    row,
                    side * (before ? debt[AMOUNT] - clearedBefore : 0),
                    side * (debt[AMOUNT] - cleared),
                    opening,
                    closing,
                    itemRow,
                    table.equals("vendor_invoices") ? 1 : 0);
        }
    }
}
