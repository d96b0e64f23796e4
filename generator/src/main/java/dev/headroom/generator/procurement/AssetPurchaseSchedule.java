package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.master.FixedAssets;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.Timetable;

/**
 * When the documents of purchases of fixed assets are dated: each asset is delivered on the day of its acquisition, which is within the
 * ledger, and stays. Its invoice agrees with the order. Not thread-safe.
 */
public final class AssetPurchaseSchedule extends PurchaseSchedule {
    private static final int VENDOR = 5;
    private static final int RECEIPT_LAG = 0;

    /** Of finding a vendor who invoices in the company's currency. */
    private static final int TRIES = 16;

    private final Masters master;
    private final FixedAssets assets;
    private final PurchaseFlow flow;
    private int acquiredOn;

    /** Makes a schedule. */
    public AssetPurchaseSchedule(Timetable timetable, Masters master, PurchaseFlow flow, long seed) {
        super(timetable, master.vendors(), withoutDifferences(flow), seed, "asset purchase", 0);
        this.master = master;
        this.assets = master.fixedAssets();
        this.flow = flow;
    }

    /** How assets are purchased: like goods, but at once and at the cost that the register has. */
    static PurchaseFlow withoutDifferences(PurchaseFlow flow) {
        return new PurchaseFlow(
                1,
                0,
                0,
                flow.priceVarianceLimit(),
                0,
                flow.latePayment(),
                flow.partialPayment(),
                flow.receiptLagDays(),
                flow.invoiceLagDays(),
                flow.paymentLagDays());
    }

    @Override
    void computeOrder(long ordinal) {
        int asset = assets.acquisition((int) ordinal);
        company = assets.companyOf(asset);
        acquiredOn = assets.acquiredOn(asset);
        int lag = lag(deliveryKey(0), RECEIPT_LAG, flow.receiptLagDays());
        order(pickVendor(), timetable.calendar(company).previousBusinessDay(acquiredOn - lag), 1);
    }

    /** Picks a vendor who invoices in the company's currency; one who makes an exception if hardly any does. */
    private int pickVendor() {
        int currency = master.companies().currency(company);
        int vendor = vendors.pick(company, Draw.bits(key, VENDOR));
        for (int i = 0; i < TRIES && vendors.currency(vendor) != currency; i++) {
            vendor = vendors.pick(company, Draw.element(key, VENDOR, i));
        }
        return vendor;
    }

    @Override
    int computeReceiptDay(int delivery, long deliveryKey, int previousDay) {
        return acquiredOn;
    }

    @Override
    long positionOf(long ordinal) {
        return ordinal;
    }
}
