package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/**
 * A sales order with the goods that are made for it: for each delivery there is an entry, which debits the stock of what is delivered with
 * standard cost and credits that of its components. Those of the first deliveries may be from before the ledger. What is made and used is
 * told to {@link StockMoves}.
 */
final class Production extends Relation {
    static final int ENTRY = 0;
    static final int DELIVERY = 1;
    static final int LINE = 2;

    /** Days by which goods are made before they are delivered, at most. */
    static final int LONGEST_LEAD = 14;

    // Numbers of an entry.
    private static final int SLOT = 1;
    private static final int DEBITS = 2;
    private static final int CREDITS = 3;
    // Numbers of a delivery.
    private static final int DELIVERY_ID = 0;
    private static final int DAY = 1;
    private static final int FIRST_DAY = 2;
    private static final int MADE_VALUE = 3;
    private static final int USED_VALUE = 4;
    // Numbers of a line.
    private static final int MATERIAL = 1;
    private static final int QUANTITY = 2;
    /** Numbers of each, its row among them. */
    private static final int WIDTH = 6;

    private static final int ROW = 5;

    private final Materials materials;
    private final StockMoves moves;
    private final boolean withBalances;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private long[] entries = new long[4 * WIDTH];
    private long[] deliveries = new long[4 * WIDTH];
    private long[] lines = new long[16 * WIDTH];
    private int entryCount;
    private int deliveryCount;
    private int lineCount;

    Production(
            Materials materials, StockMoves moves, boolean withBalances, Facts.Teller teller, RuleFindings findings) {
        super(0);
        this.materials = materials;
        this.moves = moves;
        this.withBalances = withBalances;
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    void begin() {
        entryCount = 0;
        deliveryCount = 0;
        lineCount = 0;
    }

    /**
     * Takes an entry: its day, period, and what it debits and credits the stock with; a delivery: its id, day, and the first day of the books;
     * or a line of goods that are made: the delivery, the material, and the quantity.
     */
    @Override
    void take(Fact fact) {
        switch (fact.role()) {
            case ENTRY -> entries = add(fact, entries, entryCount++);
            case DELIVERY -> deliveries = add(fact, deliveries, deliveryCount++);
            default -> lines = add(fact, lines, lineCount++);
        }
    }

    private static long[] add(Fact fact, long[] records, int count) {
        long[] room = (count + 1) * WIDTH > records.length ? Arrays.copyOf(records, 2 * records.length) : records;
        int at = count * WIDTH;
        for (int i = 0; i < ROW; i++) {
            room[at + i] = fact.value(i);
        }
        room[at + ROW] = fact.row();
        return room;
    }

    @Override
    void end() throws IOException {
        keepDeliveriesOfMadeGoods();
        sort(entries, entryCount, 0);
        sort(deliveries, deliveryCount, DAY);
        int earlier = deliveryCount - entryCount;
        for (int i = 0; i < entryCount; i++) {
            if (earlier + i < 0) {
                violation(Labels.JOURNAL, entries[i * WIDTH + ROW], "nothing is delivered of what it makes");
            } else {
                produce(i * WIDTH, (earlier + i) * WIDTH);
            }
        }
        for (int i = 0; i < earlier; i++) {
            int at = i * WIDTH;
            if (deliveries[at + DAY] >= deliveries[at + FIRST_DAY] + LONGEST_LEAD) {
                violation("deliveries", deliveries[at + ROW], "there is no entry of the production of its goods");
            }
        }
    }

    /** Returns, and deliveries of what is not made, have no entry. */
    private void keepDeliveriesOfMadeGoods() {
        int kept = 0;
        for (int i = 0; i < deliveryCount; i++) {
            int at = i * WIDTH;
            deliveries[at + MADE_VALUE] = 0;
            deliveries[at + USED_VALUE] = 0;
            for (int line = 0; line < lineCount * WIDTH; line += WIDTH) {
                if (lines[line] == deliveries[at + DELIVERY_ID]) {
                    long material = lines[line + MATERIAL];
                    deliveries[at + MADE_VALUE] += lines[line + QUANTITY] * materials.cost(material);
                    deliveries[at + USED_VALUE] += lines[line + QUANTITY] * materials.componentCost(material);
                }
            }
            if (deliveries[at + USED_VALUE] != 0) {
                System.arraycopy(deliveries, at, deliveries, kept++ * WIDTH, WIDTH);
            }
        }
        deliveryCount = kept;
    }

    /** Few records, by one of their numbers. */
    private static void sort(long[] records, int count, int by) {
        for (int i = 1; i < count; i++) {
            for (int at = i * WIDTH; at > 0 && records[at + by] < records[at - WIDTH + by]; at -= WIDTH) {
                for (int j = 0; j < WIDTH; j++) {
                    long kept = records[at + j];
                    records[at + j] = records[at - WIDTH + j];
                    records[at - WIDTH + j] = kept;
                }
            }
        }
    }

    private void produce(int entry, int delivery) throws IOException {
        findings.checked(Rule.POSTS_PRODUCTION, 1);
        long lead = deliveries[delivery + DAY] - entries[entry];
        if (lead < 0 || lead > LONGEST_LEAD) {
            violation(
                    Labels.JOURNAL,
                    entries[entry + ROW],
                    "it is of " + Days.text((int) entries[entry]) + ", and what it makes is delivered on "
                            + Days.text((int) deliveries[delivery + DAY]));
        }
        long made = deliveries[delivery + MADE_VALUE];
        long used = deliveries[delivery + USED_VALUE];
        if (entries[entry + DEBITS] != made || entries[entry + CREDITS] != used) {
            violation(
                    Labels.JOURNAL,
                    entries[entry + ROW],
                    "it makes goods of " + Amounts.text(entries[entry + DEBITS]) + " of material of "
                            + Amounts.text(entries[entry + CREDITS]) + "; what is delivered, row "
                            + deliveries[delivery + ROW] + " of deliveries, costs " + Amounts.text(made)
                            + " and its components " + Amounts.text(used));
        }
        if (!withBalances) {
            return;
        }
        int slot = (int) entries[entry + SLOT];
        for (int line = 0; line < lineCount * WIDTH; line += WIDTH) {
            if (lines[line] == deliveries[delivery + DELIVERY_ID]) {
                tell(lines[line + MATERIAL], lines[line + QUANTITY], slot, lines[line + ROW]);
            }
        }
    }

    private void tell(long material, long quantity, int slot, long row) throws IOException {
        teller.tell(moves, StockMoves.key(material, slot), StockMoves.MADE, row, quantity);
        for (int i = 0; i < materials.components(material); i++) {
            long component = materials.component(material, i);
            long used = quantity * materials.quantity(material, i);
            teller.tell(moves, StockMoves.key(component, slot), StockMoves.USED, row, used);
        }
    }

    private void violation(String table, long row, String what) {
        findings.violation(Rule.POSTS_PRODUCTION, table, row, what);
    }
}
