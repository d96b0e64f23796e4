package dev.headroom.app.audit;

import java.util.List;

/** What came to and went from the stock of a material in a period, with the lines of documents that say so. */
final class StockMoves extends Relation {
    static final int BALANCE = 0;
    static final int RECEIVED = 1;
    static final int SENT_BACK = 2;
    static final int DELIVERED = 3;
    static final int TAKEN_BACK = 4;
    static final int MADE = 5;
    static final int USED = 6;

    private static final String BALANCES = "inventory_balances";
    private static final List<String> TABLES = List.of(
            BALANCES,
            "goods_receipt_lines",
            "goods_receipt_lines",
            "delivery_lines",
            "delivery_lines",
            "delivery_lines",
            "delivery_lines");

    private final RuleFindings findings;
    private long row;
    private long received;
    private long issued;
    private long came;
    private long went;
    private long moveRow;
    private String moveTable = BALANCES;

    StockMoves(RuleFindings findings) {
        super(1);
        this.findings = findings;
    }

    /** The key of a material in a period. */
    static long key(long material, int slot) {
        return Hash.of(material, slot);
    }

    @Override
    void begin() {
        row = 0;
        received = 0;
        issued = 0;
        came = 0;
        went = 0;
        moveRow = 0;
    }

    @Override
    void take(Fact fact) {
        switch (fact.role()) {
            case BALANCE -> {
                row = fact.row();
                received = fact.value(0);
                issued = fact.value(1);
                return;
            }
            case RECEIVED, TAKEN_BACK, MADE -> came += fact.value(0);
            default -> went += fact.value(0);
        }
        moveRow = fact.row();
        moveTable = TABLES.get(fact.role());
    }

    @Override
    void end() {
        findings.checked(Rule.INVENTORY_MOVES, 1);
        if (received != came || issued != went) {
            findings.violation(
                    Rule.INVENTORY_MOVES,
                    row > 0 ? BALANCES : moveTable,
                    row > 0 ? row : moveRow,
                    "in its period, " + received + " are received and " + issued + " issued, and by lines of documents "
                            + came + " and " + went);
        }
    }
}
