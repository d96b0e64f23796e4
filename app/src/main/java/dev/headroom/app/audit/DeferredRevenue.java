package dev.headroom.app.audit;

/** A customer invoice with what is deferred of its revenue, and released later. */
final class DeferredRevenue extends Relation {
    static final int INVOICE = 0;
    static final int POSTED = 1;

    private final RuleFindings findings;
    private long row;
    private long months;
    private boolean early;
    private long deferred;
    private long released;
    private long parts;
    private long releaseRow;

    DeferredRevenue(int number, RuleFindings findings) {
        super(number, 0);
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        deferred = 0;
        released = 0;
        parts = 0;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == INVOICE) {
            row = fact.row();
            months = fact.value(0);
            early = fact.value(1) != 0;
        } else if (fact.value(0) < 0) {
            deferred -= fact.value(0);
        } else if (fact.value(0) > 0) {
            released += fact.value(0);
            parts++;
            releaseRow = fact.row();
        }
    }

    @Override
    void end() {
        if (row == 0 || (deferred == 0 && released == 0)) {
            return;
        }
        findings.checked(Rule.DEFERRED_REVENUE, 1);
        if ((released > deferred && !early) || parts > months) {
            findings.violation(
                    Rule.DEFERRED_REVENUE,
                    Labels.JOURNAL,
                    releaseRow,
                    "with it, " + Amounts.text(released) + " of " + Amounts.text(deferred) + " is released in " + parts
                            + " parts; the invoice, row " + row + " of customer_invoices, has " + months + " months");
        }
    }
}
