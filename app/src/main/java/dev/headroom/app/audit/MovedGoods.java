package dev.headroom.app.audit;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A goods receipt or a delivery with its lines: their value is what the entry posts, their quantities go to the lines of the order, and those
 * of what is kept in stock to {@link StockMoves}.
 */
final class MovedGoods extends PostedDocument {
    // Numbers of a line.
    static final int ORDER_LINE = 0;
    static final int QUANTITY = 1;
    static final int VALUE = 2;
    static final int OWN_LINE = 3;
    /** 0 for what is not kept in stock. */
    static final int MATERIAL = 4;
    /** What comes to stock, at standard cost. */
    static final int STANDARD = 5;

    private final Relation orderLines;
    private final EntryPosting entries;
    private final int role;
    private final @Nullable StockMoves moves;
    private long value;
    private long standard;

    /**
     * Makes the relation.
     *
     * @param orderLines is told of each line
     * @param role the document's among those of entries
     * @param moves is told of what is kept in stock; null if nothing is known of stocks
     */
    MovedGoods(
            Relation orderLines,
            EntryPosting entries,
            int role,
            @Nullable StockMoves moves,
            Facts.Teller teller,
            RuleFindings findings) {
        super(teller, findings);
        this.orderLines = orderLines;
        this.entries = entries;
        this.role = role;
        this.moves = moves;
    }

    @Override
    void clear() {
        value = 0;
        standard = 0;
    }

    @Override
    void line(Fact line) throws IOException {
        value += line.value(VALUE);
        standard += line.value(STANDARD);
        teller.tell(
                orderLines,
                line.value(ORDER_LINE),
                header(SIGN) > 0 ? OrderLines.MOVED : OrderLines.MOVED_BACK,
                line.row(),
                line.value(QUANTITY),
                line.value(VALUE),
                line.value(OWN_LINE));
        if (moves != null && line.value(MATERIAL) != 0 && more(SLOT) != 0) {
            long key = StockMoves.key(line.value(MATERIAL), (int) more(SLOT));
            teller.tell(moves, key, move(), line.row(), line.value(QUANTITY));
        }
    }

    private int move() {
        boolean back = header(SIGN) < 0;
        if (role == EntryPosting.DELIVERY) {
            return back ? StockMoves.TAKEN_BACK : StockMoves.DELIVERED;
        }
        return back ? StockMoves.SENT_BACK : StockMoves.RECEIVED;
    }

    @Override
    void finish() throws IOException {
        expect(entries, role, value, standard);
        if (role == EntryPosting.DELIVERY && header(JOURNAL) == 0 && header(FIRST) != 0 && value != 0) {
            findings.violation(Rule.ENTRY_DOCUMENTS, "deliveries", row(), "it has goods at a cost and names no entry");
        }
    }
}
