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
    /** Its day, and that on which it is due; or the day, and the company. */
    static final int PLACE = 0;

    static final int PARTY = 1;
    static final int AMOUNT = 2;
    /** 1 or -1, as the account. */
    static final int SIDE = 3;
    /** The invoice, or that which a credit memo is for. */
    static final int FAMILY = 4;

    /** The first day of the books, and {@linkplain #traits traits}. */
    static final int BOOKS = 5;
    // Numbers of what clears a debt, and of open items.
    static final int LOCAL = 3;
    static final int SIGN = 4;
    static final int DISCOUNT = 5;

    // Traits.
    static final int BLOCKED = 1;
    static final int UNMATCHED = 2;
    static final int FOREIGN = 4;
    /** In a currency without minor units. */
    static final int WHOLE = 8;

    private static final int PERCENT_SHIFT = 4;
    private static final int DAYS_SHIFT = 18;
    private static final int MOST_DAYS = 255;
    private static final int PERCENT_MASK = (1 << (DAYS_SHIFT - PERCENT_SHIFT)) - 1;
    private static final long HUNDREDTHS = 10_000;

    private static final int DAYS_UNTIL_WRITE_OFF = 90;

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
    private int firstCreditDay;
    private int firstClearingDay;
    private long firstClearingRow;
    private long writeOffRow;
    private long clearedLocal;
    private long opening;
    private long closing;
    private long itemsLocal;
    private long itemRow;

    /**
     * Makes the relation.
     *
     * @param table the table of invoices
     * @param clearing the table of allocations
     * @param withItems whether there is a table of open items
     */
    Debts(
            String table,
            String clearing,
            boolean withItems,
            OpenFamilies families,
            Facts.Teller teller,
            RuleFindings findings) {
        super(1);
        this.families = families;
        this.teller = teller;
        this.table = table;
        this.clearing = clearing;
        this.withItems = withItems;
        this.findings = findings;
    }

    /**
     * What is said of a debt in one number.
     *
     * @param flags {@link #BLOCKED} and its like
     * @param discount hundredths of a percent for early payment
     * @param days within which that is
     */
    static int traits(int flags, int discount, int days) {
        return flags | (discount & PERCENT_MASK) << PERCENT_SHIFT | Math.min(days, MOST_DAYS) << DAYS_SHIFT;
    }

    @Override
    void begin() {
        row = 0;
        cleared = 0;
        clearedBefore = 0;
        clearingRow = 0;
        credited = 0;
        creditRow = 0;
        firstCreditDay = Integer.MAX_VALUE;
        firstClearingDay = Integer.MAX_VALUE;
        writeOffRow = 0;
        clearedLocal = 0;
        opening = 0;
        closing = 0;
        itemsLocal = 0;
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
                firstCreditDay = Math.min(firstCreditDay, Fact.day(fact.value(PLACE)));
            }
            case OPENING_ITEM -> {
                opening += fact.value(AMOUNT);
                itemsLocal += fact.value(LOCAL);
                itemRow = fact.row();
            }
            default -> {
                closing += fact.value(AMOUNT);
                itemsLocal -= fact.value(LOCAL);
                itemRow = fact.row();
            }
        }
    }

    private boolean is(int flag) {
        return (Fact.party(debt[BOOKS]) & flag) != 0;
    }

    private void clear(Fact fact) {
        int day = Fact.day(fact.value(PLACE));
        boolean within = cleared <= debt[AMOUNT];
        cleared += fact.value(AMOUNT);
        // Of several, the one that is told is the first that is too much.
        if (within && cleared > debt[AMOUNT]) {
            clearingRow = fact.row();
        }
        if (day < Fact.day(debt[BOOKS])) {
            clearedBefore += fact.value(AMOUNT);
        } else {
            clearedLocal += fact.value(LOCAL);
        }
        if (day < firstClearingDay) {
            firstClearingDay = day;
            firstClearingRow = fact.row();
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
        if (is(BLOCKED)) {
            findings.violation(
                    Rule.BLOCKED_INVOICES,
                    clearing,
                    fact.row(),
                    "row " + row + " of " + table + " is blocked for payment");
        }
        if (fact.value(AMOUNT) <= 0) {
            findings.violation(Rule.ALLOCATIONS, clearing, fact.row(), "it clears " + Amounts.text(fact.value(AMOUNT)));
        }
        if (!is(FOREIGN) && fact.value(LOCAL) != fact.value(AMOUNT)) {
            findings.violation(
                    Rule.ALLOCATIONS,
                    clearing,
                    fact.row(),
                    "it clears " + Amounts.text(fact.value(AMOUNT)) + ", and in the same currency "
                            + Amounts.text(fact.value(LOCAL)));
        }
        if (fact.value(SIGN) == EntryPosting.WRITE_OFF) {
            checkWriteOff(fact, day);
        }
        if (fact.value(DISCOUNT) != 0) {
            checkDiscount(fact, day);
        }
    }

    /** A discount is rounded down. That of a credit memo is what its invoice had, whenever it is refunded. */
    private void checkDiscount(Fact fact, int day) {
        findings.checked(Rule.DISCOUNTS, 1);
        int traits = Fact.party(debt[BOOKS]);
        long percent = traits >> PERCENT_SHIFT & PERCENT_MASK;
        int days = traits >> DAYS_SHIFT;
        long unit = is(WHOLE) ? 100 : 1;
        long rest = fact.value(AMOUNT) * percent - fact.value(DISCOUNT) * HUNDREDTHS;
        boolean invoice = table.equals("vendor_invoices") == (debt[SIDE] < 0);
        boolean late = invoice && day > Fact.day(debt[PLACE]) + days;
        if (rest < 0 || rest >= unit * HUNDREDTHS || late) {
            findings.violation(
                    Rule.DISCOUNTS,
                    clearing,
                    fact.row(),
                    "on " + Days.text(day) + " it takes a discount of " + Amounts.text(fact.value(DISCOUNT)) + " from "
                            + Amounts.text(fact.value(AMOUNT)) + " of row " + row + " of " + table + " of "
                            + Days.text(Fact.day(debt[PLACE])) + "; the partner's terms are " + Amounts.text(percent)
                            + " % within " + days + " days");
        }
    }

    private void checkWriteOff(Fact fact, int day) {
        writeOffRow = fact.row();
        findings.checked(Rule.WRITE_OFFS, 1);
        int due = Fact.party(debt[PLACE]);
        if (day < due + DAYS_UNTIL_WRITE_OFF) {
            findings.violation(
                    Rule.WRITE_OFFS,
                    clearing,
                    fact.row(),
                    "it is of " + Days.text(day) + ", and row " + row + " of " + table + " was due on "
                            + Days.text(due));
        }
    }

    /** An invoice that is unmatched is blocked, or a credit memo has corrected it before it is paid. */
    private void checkMatch() {
        if (is(BLOCKED) || is(UNMATCHED)) {
            findings.checked(Rule.BLOCKED_INVOICES, 1);
        }
        if (!is(UNMATCHED) || is(BLOCKED)) {
            return;
        }
        if (firstCreditDay == Integer.MAX_VALUE) {
            findings.violation(
                    Rule.BLOCKED_INVOICES,
                    table,
                    row,
                    "it is unmatched and not blocked, and no credit memo has corrected it");
        } else if (firstClearingDay < firstCreditDay) {
            findings.violation(
                    Rule.BLOCKED_INVOICES,
                    clearing,
                    firstClearingRow,
                    "it pays on " + Days.text(firstClearingDay) + " row " + row + " of " + table
                            + ", which is unmatched and corrected on " + Days.text(firstCreditDay));
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
        checkMatch();
        if (writeOffRow > 0 && cleared + credited != debt[AMOUNT]) {
            findings.violation(
                    Rule.WRITE_OFFS,
                    clearing,
                    writeOffRow,
                    "with it, " + Amounts.text(cleared) + " is cleared of row " + row + " of " + table + " of "
                            + Amounts.text(debt[AMOUNT]) + ", of which nothing should be left");
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
            boolean before = Fact.day(debt[PLACE]) < Fact.day(debt[BOOKS]);
            long side = debt[SIDE];
            long payable = table.equals("vendor_invoices") ? 1 : 0;
            teller.tell(
                    families,
                    debt[FAMILY],
                    OpenFamilies.DOCUMENT,
                    row,
                    side * (before ? debt[AMOUNT] - clearedBefore : 0),
                    side * (debt[AMOUNT] - cleared),
                    opening,
                    closing,
                    itemRow,
                    payable);
            if (is(FOREIGN)) {
                teller.tell(
                        families,
                        debt[FAMILY],
                        OpenFamilies.LOCAL,
                        row,
                        itemsLocal - side * clearedLocal,
                        itemRow,
                        payable);
            }
        }
    }
}
