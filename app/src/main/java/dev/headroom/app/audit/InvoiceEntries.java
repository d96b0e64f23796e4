package dev.headroom.app.audit;

import java.io.IOException;

/**
 * The entry of an invoice in a foreign currency with the invoice: its local amounts are at the rate that the invoice names. What it posts to
 * the account of customers or vendors is told to {@link OpenFamilies}.
 */
final class InvoiceEntries extends Relation {
    static final int ENTRY = 0;
    static final int VENDOR_INVOICE = 1;
    static final int CUSTOMER_INVOICE = 2;

    // Numbers of an entry: the least and the most that the rate of its lines can be, its gross amounts, by how much
    // they may differ, currency.
    private static final int LEAST = 0;
    private static final int MOST = 1;
    private static final int GROSS = 2;
    private static final int LOCAL_GROSS = 3;
    private static final int TOLERANCE = 4;
    private static final int CURRENCY = 5;
    // Numbers of an invoice.
    private static final int RATE = 0;
    private static final int INVOICE_CURRENCY = 1;
    private static final int FAMILY = 2;

    private final OpenFamilies families;
    private final boolean withItems;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private final long[] entry = new long[Fact.VALUES];
    private long row;

    InvoiceEntries(OpenFamilies families, boolean withItems, Facts.Teller teller, RuleFindings findings) {
        super(0);
        this.families = families;
        this.withItems = withItems;
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
    }

    @Override
    void take(Fact fact) throws IOException {
        if (fact.role() == ENTRY) {
            row = fact.row();
            for (int i = 0; i < entry.length; i++) {
                entry[i] = fact.value(i);
            }
            return;
        }
        findings.checked(Rule.ENTRY_RATES, 1);
        String table = fact.role() == VENDOR_INVOICE ? "vendor_invoices" : "customer_invoices";
        if (row == 0 || fact.value(INVOICE_CURRENCY) != entry[CURRENCY]) {
            findings.violation(Rule.ENTRY_RATES, table, fact.row(), "its entry is in another currency");
            return;
        }
        long rate = fact.value(RATE);
        long gross = Long.signum(entry[GROSS]) * Conversion.nearest(Math.abs(entry[GROSS]), rate);
        boolean within = Math.abs(gross - entry[LOCAL_GROSS]) <= entry[TOLERANCE];
        if (rate < entry[LEAST] || rate > entry[MOST] || !within) {
            findings.violation(
                    Rule.ENTRY_RATES,
                    table,
                    fact.row(),
                    "the local amounts of its entry, row " + row
                            + " of the journal, are not at its rate, at which its gross" + " amount would be "
                            + Amounts.text(gross) + ", not " + Amounts.text(entry[LOCAL_GROSS]));
        }
        if (withItems) {
            teller.tell(
                    families,
                    fact.value(FAMILY),
                    OpenFamilies.LOCAL,
                    fact.row(),
                    entry[LOCAL_GROSS],
                    0,
                    fact.role() == VENDOR_INVOICE ? 1 : 0);
        }
    }

    @Override
    void end() {}
}
