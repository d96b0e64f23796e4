package dev.headroom.app.audit;

import java.io.IOException;

/**
 * A payment or receipt with what it clears: that, less discounts, is its amount, and goes to the invoices; what is cleared in foreign
 * currencies goes to {@link ForeignDebts} too.
 */
final class Paid extends PostedDocument {
    // Numbers of an allocation.
    static final int INVOICE = 0;
    static final int AMOUNT = 1;
    static final int DISCOUNT = 2;
    static final int LOCAL = 3;
    // Numbers of the header's second fact, where there is no order and nothing was moved.
    static final int CURRENCY = ORDER;
    static final int COMPANY = MOVED;

    private final String table;
    private final Debts debts;
    private final EntryPosting entries;
    private final int role;
    private final ForeignDebts foreign;
    private long cleared;
    private long discount;
    private long local;

    Paid(
            String table,
            Debts debts,
            EntryPosting entries,
            int role,
            ForeignDebts foreign,
            Facts.Teller teller,
            RuleFindings findings) {
        super(teller, findings);
        this.table = table;
        this.debts = debts;
        this.entries = entries;
        this.role = role;
        this.foreign = foreign;
    }

    @Override
    void clear() {
        cleared = 0;
        discount = 0;
        local = 0;
    }

    @Override
    void line(Fact allocation) throws IOException {
        cleared += allocation.value(AMOUNT) - allocation.value(DISCOUNT);
        discount += allocation.value(DISCOUNT);
        local += allocation.value(LOCAL);
        teller.tell(
                debts,
                allocation.value(INVOICE),
                Debts.CLEARED,
                allocation.row(),
                header(PLACE),
                more(PARTY),
                allocation.value(AMOUNT),
                allocation.value(LOCAL),
                header(SIGN),
                allocation.value(DISCOUNT));
    }

    @Override
    void finish() throws IOException {
        findings.checked(Rule.PAYMENTS_ALLOCATED, 1);
        if (lines() == 0 || cleared != header(FIRST)) {
            findings.violation(
                    Rule.PAYMENTS_ALLOCATED,
                    table,
                    row(),
                    "its amount is " + Amounts.text(header(FIRST)) + ", its " + lines()
                            + " allocations clear, without discounts, " + Amounts.text(cleared));
        }
        if (header(SIGN) == EntryPosting.WRITE_OFF && local != header(SECOND)) {
            findings.violation(
                    Rule.PAYMENTS_ALLOCATED,
                    table,
                    row(),
                    "it writes off " + Amounts.text(header(SECOND)) + ", its allocations " + Amounts.text(local));
        }
        if (more(CURRENCY) != 0) {
            // What is paid takes from what is owed by the company, what it is paid from what it is owed.
            long side = role == EntryPosting.PAYMENT || header(SIGN) < 0 ? 1 : -1;
            foreign.owe(
                    (int) more(COMPANY), (int) more(SLOT), more(CURRENCY), side * (cleared + discount), side * local);
        }
        expect(entries, role, local, header(SECOND));
    }
}
