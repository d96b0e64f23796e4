package dev.headroom.generator.totals;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Masters;
import java.util.List;

/**
 * What the cells of a ledger's totals stand for. A slot is a fiscal year's period: 0 for what was before the ledger, 1 to 12 for the months,
 * 13 for the closing. Immutable; constant time.
 */
public final class TotalsLayout {
    /** Period of what was before the ledger; in the first fiscal year only. */
    public static final int OPENING = 0;
    /** Period of the entries that close a fiscal year. */
    public static final int CLOSING = 13;

    /** Accounts of which it is also known where they would stand without anomalies; an index of one is its position. */
    public static final List<AccountRole> GUARDED =
            List.of(AccountRole.BANK, AccountRole.ALLOWANCE_FOR_DOUBTFUL_ACCOUNTS);

    private static final int PERIODS = CLOSING + 1;

    private final Months months;
    private final int slots;
    private final int accounts;
    private final int currencies;
    private final int firstStock;
    private final int firstForeign;
    private final int firstGuarded;
    private final int cells;

    /**
     * Makes the layout of a ledger.
     *
     * @throws InvalidLedgerConfigurationException if companies, accounts, months and materials are too many together
     */
    public TotalsLayout(Masters master) {
        this.months = master.months();
        this.slots = months.yearCount() * PERIODS;
        this.accounts = master.accounts().count();
        this.currencies = Currencies.count();
        long companies = master.companies().count();
        long journal = companies * slots * accounts;
        long stock = journal + (long) master.configuration().masterData().materials() * slots;
        long foreign = stock + companies * currencies * slots;
        long all = foreign + companies * GUARDED.size() * slots;
        if (all > Integer.MAX_VALUE) {
            throw new InvalidLedgerConfigurationException(
                    "companies",
                    "companies, accounts, materials and periods make " + all
                            + " balances together, more than 2,147,483,647; take fewer of one of them");
        }
        this.firstStock = (int) journal;
        this.firstForeign = (int) stock;
        this.firstGuarded = (int) foreign;
        this.cells = (int) all;
    }

    /** The number of cells. */
    public int cells() {
        return cells;
    }

    /** The number of slots. */
    public int slots() {
        return slots;
    }

    /** The slot of a period of a fiscal year of the ledger. */
    public int slot(int fiscalYear, int period) {
        return (fiscalYear - months.firstYear()) * PERIODS + period;
    }

    /** The slot of a day: that of its month, or the opening for a day before the ledger. */
    public int slotOf(int day) {
        if (day < months.firstDay()) {
            return OPENING;
        }
        int month = months.monthOf(day);
        return slot(months.yearOf(month), months.periodOf(month));
    }

    /** Whether a slot is that of a month of the ledger. */
    public boolean isMonth(int slot) {
        int period = periodOf(slot);
        return period != OPENING
                && period != CLOSING
                && slot >= slotOf(months.firstDay())
                && slot <= slotOf(months.lastDay());
    }

    /** Whether a slot is that of the closing of a fiscal year that ends within the ledger. */
    public boolean isClose(int slot) {
        return periodOf(slot) == CLOSING && isMonth(slot - 1);
    }

    /** The fiscal year of a slot. */
    public int yearOf(int slot) {
        return months.firstYear() + slot / PERIODS;
    }

    /** The period of a slot, 0 to 13. */
    public int periodOf(int slot) {
        return slot % PERIODS;
    }

    /** The cell of an account: debits and credits in the company's currency, the same in the group's, and the number of lines. */
    int journal(int company, int slot, int account) {
        return (company * slots + slot) * accounts + account;
    }

    /** The cell of a material's stock: what came and what went, in units. */
    int stock(int material, int slot) {
        return firstStock + material * slots + slot;
    }

    /** The cell of what customers and vendors owe and are owed in a foreign currency: in that currency, and in the company's. */
    int foreign(int company, int currency, int slot) {
        return firstForeign + (company * currencies + currency) * slots + slot;
    }

    /** The cell of what undoing all anomalies would add to a {@link #GUARDED} account. */
    int undone(int company, int slot, int guarded) {
        return firstGuarded + (company * GUARDED.size() + guarded) * slots + slot;
    }
}
