package dev.headroom.app.audit;

/** What the journal adds up to, by company, period and account: as it is written, and by how much labels change it. */
final class JournalTotals {
    static final int LOCAL_DEBIT = 0;
    static final int LOCAL_CREDIT = 1;
    static final int REPORTING_DEBIT = 2;
    static final int REPORTING_CREDIT = 3;
    static final int LINES = 4;
    /** Stands for a period that there cannot be. */
    static final int NO_SLOT = -1;

    private static final int WIDTH = 5;
    private static final int ACCOUNT_BITS = 20;
    private static final int SLOT_BITS = 24;
    private static final int PERIOD_BITS = 4;

    private final Sums written = new Sums(WIDTH);
    /** What is written less what is clean. */
    private final Sums excess = new Sums(WIDTH);
    /** What tax returns post. */
    private final Sums returned = new Sums(1);

    /** A period of a fiscal year as one number, which is not below zero; {@link #NO_SLOT} if there can be none. */
    static int slotOrNone(long year, long period) {
        boolean possible =
                year >= 0 && year < 1 << (SLOT_BITS - PERIOD_BITS) && period >= 0 && period < 1 << PERIOD_BITS;
        return possible ? (int) ((year << PERIOD_BITS) | period) : NO_SLOT;
    }

    /** The same of values that have to be those of a period. */
    static int slot(long year, long period) {
        int slot = slotOrNone(year, period);
        if (slot == NO_SLOT) {
            throw new MalformedValueException("there can be no period " + period + " of fiscal year " + year);
        }
        return slot;
    }

    static long key(int company, int slot, int account) {
        return ((((long) company << SLOT_BITS) | slot) << ACCOUNT_BITS) | account;
    }

    static int company(long key) {
        return (int) (key >>> (SLOT_BITS + ACCOUNT_BITS));
    }

    static int slotOf(long key) {
        return (int) (key >>> ACCOUNT_BITS) & ((1 << SLOT_BITS) - 1);
    }

    static int account(long key) {
        return (int) key & ((1 << ACCOUNT_BITS) - 1);
    }

    Sums written() {
        return written;
    }

    Sums excess() {
        return excess;
    }

    Sums returned() {
        return returned;
    }

    /** Adds what a tax return posts. */
    void addReturned(long key, long amount) {
        returned.add(key, 0, amount);
    }

    /** Adds a line as it is written; debits are above zero. */
    void add(long key, long local, long reporting) {
        add(written, key, local, reporting, 1);
    }

    /** Adds a line of an entry with labels, with a sign: above zero for what is written, below for what is clean. */
    void addExcess(long key, long local, long reporting, int sign) {
        add(excess, key, local, reporting, sign);
    }

    private static void add(Sums sums, long key, long local, long reporting, int sign) {
        int at = sums.at(key);
        long[] values = sums.values();
        values[at + (local < 0 ? LOCAL_CREDIT : LOCAL_DEBIT)] += sign * Math.abs(local);
        values[at + (reporting < 0 ? REPORTING_CREDIT : REPORTING_DEBIT)] += sign * Math.abs(reporting);
        values[at + LINES] += sign;
    }
}
