package dev.headroom.generator.totals;

/** Reads the totals of a whole ledger, which are the sums of one or more parts. Not safe for use by several threads while they change. */
public final class LedgerBalances {
    private final TotalsLayout layout;
    private final Totals[] parts;

    /** Makes a view of totals. */
    public LedgerBalances(TotalsLayout layout, Totals... parts) {
        this.layout = layout;
        this.parts = parts.clone();
    }

    private long value(int cell, int index) {
        long sum = 0;
        for (Totals part : parts) {
            sum += part.value(cell, index);
        }
        return sum;
    }

    /** Debits of an account in a slot, in hundredths of the company's currency. */
    public long debit(int company, int slot, int account) {
        return value(layout.journal(company, slot, account), 0);
    }

    /** Credits of an account in a slot, in hundredths of the company's currency. */
    public long credit(int company, int slot, int account) {
        return value(layout.journal(company, slot, account), 1);
    }

    /** Debits less credits of an account in a slot, in hundredths of the company's currency. */
    public long movement(int company, int slot, int account) {
        return debit(company, slot, account) - credit(company, slot, account);
    }

    /** Debits of an account in a slot, in hundredths of the group's currency. */
    public long groupDebit(int company, int slot, int account) {
        return value(layout.journal(company, slot, account), 2);
    }

    /** Credits of an account in a slot, in hundredths of the group's currency. */
    public long groupCredit(int company, int slot, int account) {
        return value(layout.journal(company, slot, account), 3);
    }

    /** Debits less credits of an account in a slot, in hundredths of the group's currency. */
    public long groupMovement(int company, int slot, int account) {
        return groupDebit(company, slot, account) - groupCredit(company, slot, account);
    }

    /** Lines on an account in a slot. */
    public long lines(int company, int slot, int account) {
        return value(layout.journal(company, slot, account), 4);
    }

    /** Units of a material that came to stock in a slot. */
    public long received(int material, int slot) {
        return value(layout.stock(material, slot), 0);
    }

    /** Units of a material that left the stock in a slot. */
    public long issued(int material, int slot) {
        return value(layout.stock(material, slot), 1);
    }

    /** By how much more is owed to a company than it owes in a foreign currency after a slot than before, in that currency. */
    public long owed(int company, int currency, int slot) {
        return value(layout.foreign(company, currency, slot), 0);
    }

    /** The same in the company's currency, at the rates at which it is in the books. */
    public long localOwed(int company, int currency, int slot) {
        return value(layout.foreign(company, currency, slot), 1);
    }

    /** What undoing all anomalies would add to one of the {@link TotalsLayout#GUARDED} accounts in a slot; debits are above 0. */
    public long undone(int company, int slot, int guarded) {
        return value(layout.undone(company, slot, guarded), 0);
    }
}
