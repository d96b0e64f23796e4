package dev.headroom.generator.totals;

/**
 * Collects the totals of one range after another. A day before the ledger counts as opening. One for each worker; not thread-safe.
 */
public final class RangeTotals {
    private final TotalsLayout layout;
    private final Totals totals = new Totals();

    /** Makes a collector. */
    public RangeTotals(TotalsLayout layout) {
        this.layout = layout;
    }

    /** Begins another range. */
    public void begin() {
        totals.clear();
    }

    /** What was collected since the range began; changes when the next one begins. */
    public Totals totals() {
        return totals;
    }

    /** The slots. */
    public TotalsLayout layout() {
        return layout;
    }

    /**
     * Adds a line of an entry.
     *
     * @param slot of the entry's period
     * @param side 0 for debit, 1 for credit
     * @param amount in the company's currency, not below 0
     * @param groupAmount in the group's currency, not below 0
     */
    public void addLine(int company, int slot, int account, int side, long amount, long groupAmount) {
        int at = totals.position(layout.journal(company, slot, account));
        long[] values = totals.values();
        values[at + side] += amount;
        values[at + 2 + side] += groupAmount;
        values[at + 4]++;
    }

    /**
     * Adds to the balance that an account has when the ledger begins.
     *
     * @param amount in the company's currency; debits are above 0
     * @param groupAmount the same in the group's currency, of either sign
     */
    public void open(int company, int account, long amount, long groupAmount) {
        int at = totals.position(layout.journal(company, TotalsLayout.OPENING, account));
        long[] values = totals.values();
        values[at] += Math.max(amount, 0);
        values[at + 1] += Math.max(-amount, 0);
        values[at + 2] += Math.max(groupAmount, 0);
        values[at + 3] += Math.max(-groupAmount, 0);
        values[at + 4]++;
    }

    /**
     * Adds what undoing an anomaly would add to an account.
     *
     * @param guarded index in {@link TotalsLayout#GUARDED}
     * @param amount in the company's currency; debits are above 0
     */
    public void undo(int company, int slot, int guarded, long amount) {
        int at = totals.position(layout.undone(company, slot, guarded));
        totals.values()[at] += amount;
    }

    /** Adds units of a material that come to stock. */
    public void receive(int material, int day, long quantity) {
        int at = totals.position(layout.stock(material, layout.slotOf(day)));
        totals.values()[at] += quantity;
    }

    /** Adds units of a material that leave the stock. */
    public void issue(int material, int day, long quantity) {
        int at = totals.position(layout.stock(material, layout.slotOf(day)));
        totals.values()[at + 1] += quantity;
    }

    /**
     * Adds what is owed to a company, above 0, or what it owes, below 0, in a foreign currency; once it is cleared, the same the other way.
     *
     * @param amount in that currency
     * @param localAmount in the company's currency, at the rate at which it is in the books
     */
    public void owe(int company, int currency, int day, long amount, long localAmount) {
        int at = totals.position(layout.foreign(company, currency, layout.slotOf(day)));
        totals.values()[at] += amount;
        totals.values()[at + 1] += localAmount;
    }
}
