package dev.headroom.generator.totals;

/** Reads the totals of a whole ledger. Not safe for use by several threads while the totals change. */
public final class LedgerBalances {
    private final TotalsLayout layout;
    private final Totals totals;

    /** Makes a view of totals. */
    public LedgerBalances(TotalsLayout layout, Totals totals) {
        this.layout = layout;
        this.totals = totals;
    }

    /** Debits of an account in a slot, in hundredths of the company's currency. */
    public long debit(int company, int slot, int account) {
        return totals.value(layout.journal(company, slot, account), 0);
    }

    /** Credits of an account in a slot, in hundredths of the company's currency. */
    public long credit(int company, int slot, int account) {
        return totals.value(layout.journal(company, slot, account), 1);
    }

    /** Debits less credits of an account in a slot, in hundredths of the company's currency. */
    public long movement(int company, int slot, int account) {
        return debit(company, slot, account) - credit(company, slot, account);
    }

    /** Debits of an account in a slot, in hundredths of the group's currency. */
    public long groupDebit(int company, int slot, int account) {
        return totals.value(layout.journal(company, slot, account), 2);
    }

    /** Credits of an account in a slot, in hundredths of the group's currency. */
    public long groupCredit(int company, int slot, int account) {
        return totals.value(layout.journal(company, slot, account), 3);
    }

    /** Lines on an account in a slot. */
    public long lines(int company, int slot, int account) {
        return totals.value(layout.journal(company, slot, account), 4);
    }

    /** Units of a material that came to stock in a slot. */
    public long received(int material, int slot) {
        return totals.value(layout.stock(material, slot), 0);
    }

    /** Units of a material that left the stock in a slot. */
    public long issued(int material, int slot) {
        return totals.value(layout.stock(material, slot), 1);
    }

    /** By how much more is owed to a company than it owes in a foreign currency after a slot than before, in that currency. */
    public long owed(int company, int currency, int slot) {
        return totals.value(layout.foreign(company, currency, slot), 0);
    }

    /** The same in the company's currency, at the rates at which it is in the books. */
    public long localOwed(int company, int currency, int slot) {
        return totals.value(layout.foreign(company, currency, slot), 1);
    }
}
