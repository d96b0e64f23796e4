package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;

/** Finds payments of purchases by deriving the purchases anew. Holds the one that was last found; not thread-safe. */
public final class EarlierPayments {
    private static final int TRIES = 32;

    private final PurchaseSchedule schedule;
    private final PurchaseCase purchaseCase;
    private final Purchase purchase = new Purchase();
    private final long purchases;
    private final Months months;
    private final int start;

    /**
     * Makes a finder.
     *
     * @param schedule of all purchases, which it alone uses
     * @param purchases number of all purchases of goods
     */
    public EarlierPayments(
            GoodsPurchaseSchedule schedule, long purchases, LedgerConfiguration configuration, Masters master) {
        this.schedule = schedule;
        this.purchaseCase = PurchaseCase.ofGoods(configuration, master);
        this.purchases = purchases;
        this.months = master.months();
        this.start = months.firstDayOf(-PurchaseSchedule.leadMonths(configuration.purchaseFlow()));
    }

    /**
     * Finds a company's payment within the ledger, before a day, among some purchases that random bits choose; takes a few microseconds.
     *
     * @return whether one was found
     */
    public boolean find(int company, int day, long bits) {
        long days = months.lastDay() - start + 1L;
        // Purchases are in the order of time, if not evenly.
        long bound = purchases * (day - start) / days;
        for (int i = 0; i < TRIES && bound > 0; i++) {
            long ordinal = Draw.longBelow(bits, i, bound);
            schedule.compute(ordinal);
            int paid = schedule.paymentDay(0, 0);
            if (schedule.company() == company && paid >= months.firstDay() && paid < day) {
                purchaseCase.fill(purchase, schedule, ordinal);
                return true;
            }
        }
        return false;
    }

    /** The vendor that was paid. */
    public int vendor() {
        return purchase.vendor;
    }

    /** The number of the payment. */
    public long number() {
        return purchase.paymentNumber(0, 0);
    }

    /** What has left the bank, in hundredths of the company's currency. */
    public long amount() {
        return purchase.deliveries[0].payments[0].localPaid;
    }
}
