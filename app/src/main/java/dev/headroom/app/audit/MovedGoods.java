package dev.headroom.app.audit;

import java.io.IOException;

/** A goods receipt or a delivery with its lines: their value is what the entry posts, their quantities go to the lines of the order. */
final class MovedGoods extends PostedDocument {
    // Numbers of a line.
    static final int ORDER_LINE = 0;
    static final int QUANTITY = 1;
    static final int VALUE = 2;
    static final int OWN_LINE = 3;

    private final Relation orderLines;
    private final EntryPosting entries;
    private final int role;
    private long value;

    /**
     * Makes the relation.
     *
     * @param orderLines is told of each line
     * @param role the document's among those of entries
     */
    MovedGoods(
            int number,
            Relation orderLines,
            EntryPosting entries,
            int role,
            Facts.Teller teller,
            RuleFindings findings) {
        super(number, teller, findings);
        this.orderLines = orderLines;
        this.entries = entries;
        this.role = role;
    }

    @Override
    void clear() {
        value = 0;
    }

    @Override
    void line(Fact line) throws IOException {
        value += line.value(VALUE);
        teller.tell(
                orderLines,
                line.value(ORDER_LINE),
                header(SIGN) > 0 ? OrderLines.MOVED : OrderLines.MOVED_BACK,
                line.row(),
                line.value(QUANTITY),
                0,
                line.value(OWN_LINE));
    }

    @Override
    void finish() throws IOException {
        expect(entries, role, value, 0);
        if (role == EntryPosting.DELIVERY && header(JOURNAL) == 0 && header(FIRST) != 0 && value != 0) {
            findings.violation(Rule.ENTRY_DOCUMENTS, "deliveries", row(), "it has goods at a cost and names no entry");
        }
    }
}
