package dev.headroom.app.audit;

/** A customer invoice whose revenue is spread over months: all of it is deferred, and an equal part is released in each of them. */
final class DeferredRevenue extends Relation {
    static final int INVOICE = 0;
    static final int POSTED = 1;

    // Numbers of an invoice: months, the first and last day of the books, its own day, net amount, and the smallest
    // amount.
    private static final int MONTHS = 0;
    private static final int FIRST_DAY = 1;
    private static final int LAST_DAY = 2;
    private static final int DAY = 3;
    private static final int NET = 4;
    private static final int UNIT = 5;

    private final RuleFindings findings;
    private final long[] invoice = new long[Fact.VALUES];
    private long row;
    private boolean early;
    private long deferred;
    private long released;
    private long parts;
    private int lastMonth;
    private long releaseRow;

    DeferredRevenue(RuleFindings findings) {
        super(0);
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        deferred = 0;
        released = 0;
        parts = 0;
        lastMonth = -1;
    }

    /** Takes an invoice, or what an entry posts to deferred revenue and its day. */
    @Override
    void take(Fact fact) {
        if (fact.role() == INVOICE) {
            row = fact.row();
            for (int i = 0; i < invoice.length; i++) {
                invoice[i] = fact.value(i);
            }
            early = invoice[DAY] < invoice[FIRST_DAY];
        } else if (fact.value(0) < 0) {
            deferred -= fact.value(0);
        } else if (row > 0) {
            release(fact);
        }
    }

    private void release(Fact fact) {
        findings.checked(Rule.DEFERRED_REVENUE, 1);
        released += fact.value(0);
        parts++;
        releaseRow = fact.row();
        // Of an invoice from before the ledger there is no entry; its only line is converted as a whole.
        long total = early ? invoice[NET] : deferred;
        int month = month((int) fact.value(1));
        boolean equal = Math.abs(fact.value(0) * invoice[MONTHS] - total) <= invoice[UNIT] * invoice[MONTHS];
        boolean rest = early || month < invoice[MONTHS] - 1 || released == total;
        if (!equal || !rest || month <= lastMonth || month >= invoice[MONTHS]) {
            findings.violation(
                    Rule.DEFERRED_REVENUE,
                    Labels.JOURNAL,
                    releaseRow,
                    "it releases " + Amounts.text(fact.value(0)) + " on " + Days.text((int) fact.value(1))
                            + ", and with it "
                            + Amounts.text(released) + " is released of " + Amounts.text(total) + " of "
                            + invoice[MONTHS] + " months; row " + row + " of customer_invoices is of "
                            + Days.text((int) invoice[DAY]));
        }
        lastMonth = month;
    }

    /** The month of a day, from that of the invoice on. */
    private int month(int day) {
        return CalendarDays.month(day) - CalendarDays.month((int) invoice[DAY]);
    }

    @Override
    void end() {
        if (row == 0 || (invoice[MONTHS] == 0 && deferred == 0)) {
            return;
        }
        findings.checked(Rule.DEFERRED_REVENUE, 1);
        if (!early && Math.abs(deferred - (invoice[MONTHS] == 0 ? 0 : invoice[NET])) > invoice[UNIT]) {
            violation(Amounts.text(deferred) + " is deferred of its net amount, in the company's currency "
                    + Amounts.text(invoice[NET]) + ", for " + invoice[MONTHS] + " months");
            return;
        }
        long from = early ? month((int) invoice[FIRST_DAY]) : 0;
        long to = Math.min(invoice[MONTHS], month((int) invoice[LAST_DAY]) + 1L);
        if (parts != Math.max(0, to - from)) {
            violation("a part is released in " + parts + " of the " + Math.max(0, to - from)
                    + " months of the ledger over which its revenue is spread");
        }
    }

    private void violation(String what) {
        findings.violation(Rule.DEFERRED_REVENUE, "customer_invoices", row, what);
    }
}
