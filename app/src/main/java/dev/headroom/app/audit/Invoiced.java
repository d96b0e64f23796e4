package dev.headroom.app.audit;

import java.io.IOException;

/** An invoice or credit memo with its lines: they add up to its net amount, and go to the lines of the order. */
final class Invoiced extends PostedDocument {
    // Numbers of a line.
    static final int ORDER_LINE = 0;
    static final int QUANTITY = 1;
    static final int PRICE = 2;
    static final int AMOUNT = 3;
    static final int MOVED_LINE = 4;

    private final String table;
    private final Relation orderLines;
    private final EntryPosting entries;
    private final int role;
    private long net;

    Invoiced(
            String table,
            Relation orderLines,
            EntryPosting entries,
            int role,
            Facts.Teller teller,
            RuleFindings findings) {
        super(teller, findings);
        this.table = table;
        this.orderLines = orderLines;
        this.entries = entries;
        this.role = role;
    }

    @Override
    void clear() {
        net = 0;
    }

    @Override
    void line(Fact line) throws IOException {
        net += line.value(AMOUNT);
        teller.tell(
                orderLines,
                line.value(ORDER_LINE),
                header(SIGN) > 0 ? OrderLines.INVOICED : OrderLines.CREDITED,
                line.row(),
                line.value(QUANTITY),
                line.value(PRICE),
                DocumentTables.line(more(MOVED), line.value(MOVED_LINE)),
                more(ID));
    }

    @Override
    void finish() throws IOException {
        findings.checked(Rule.INVOICE_TOTALS, 1);
        if (lines() == 0 || net != header(FIRST)) {
            findings.violation(
                    Rule.INVOICE_TOTALS,
                    table,
                    row(),
                    "its net amount is " + Amounts.text(header(FIRST)) + ", that of its " + lines() + " lines "
                            + Amounts.text(net));
        }
        expect(entries, role, header(THIRD), header(SECOND));
    }
}
