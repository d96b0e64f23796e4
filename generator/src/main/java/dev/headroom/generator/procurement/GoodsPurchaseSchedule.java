package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.Timetable;

/** When the documents of purchases of materials and services are dated. Not thread-safe. */
public final class GoodsPurchaseSchedule extends PurchaseSchedule {
    private static final int COMPANY = 0;
    private static final int DAY = 1;
    private static final int PARTIAL_DELIVERY = 2;
    private static final int THIRD_DELIVERY = 3;
    private static final int VENDOR = 5;

    private static final int RECEIPT_LAG = 0;

    private static final double THIRD_DELIVERY_RATE = .2;
    /** Of the deliveries. */
    private static final double RETURNED = .03;

    private final PurchaseFlow flow;
    private final long purchases;
    private final long firstPosition;

    /**
     * Makes a schedule.
     *
     * @param timetable with the {@link #leadMonths lead}
     * @param purchases number of all purchases of goods
     */
    public GoodsPurchaseSchedule(Timetable timetable, Masters master, PurchaseFlow flow, long seed, long purchases) {
        super(timetable, master.vendors(), flow, seed, "purchase", RETURNED);
        this.flow = flow;
        this.purchases = purchases;
        // After those of assets, whose number depends on the register alone, so that it can name their orders.
        this.firstPosition = master.fixedAssets().acquisitions();
    }

    @Override
    void computeOrder(long ordinal) {
        company = timetable.companyAt(Draw.bits(key, COMPANY));
        int deliveries = 1;
        if (Draw.happens(key, PARTIAL_DELIVERY, flow.partialDelivery())) {
            deliveries = Draw.happens(key, THIRD_DELIVERY, THIRD_DELIVERY_RATE) ? 3 : 2;
        }
        order(
                vendors.pick(company, Draw.bits(key, VENDOR)),
                timetable.dayOf(company, ordinal, purchases, Draw.bits(key, DAY)),
                deliveries);
    }

    @Override
    int computeReceiptDay(int delivery, long deliveryKey, int previousDay) {
        int lag = lag(deliveryKey, RECEIPT_LAG, flow.receiptLagDays());
        return businessDay(previousDay + (delivery == 0 ? lag : 1 + lag / 2));
    }

    @Override
    long positionOf(long ordinal) {
        return firstPosition + ordinal;
    }
}
