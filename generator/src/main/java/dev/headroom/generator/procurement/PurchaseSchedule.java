package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.document.DocumentSchedule;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.Timetable;
import java.util.Arrays;

/**
 * When the documents of a purchase are dated: an order, one to three deliveries of it, an invoice for each, and one or two payments
 * of each invoice that matches. An invoice is paid late if its payments, both of them if there are two, are after its due date; else
 * they are on or before it. What would be dated after the ledger's end does not exist. Holds the purchase that was last computed; not
 * thread-safe.
 */
public final class PurchaseSchedule extends DocumentSchedule {
    static final int MAXIMUM_DELIVERIES = 3;
    static final int MAXIMUM_PAYMENTS = 2;

    private static final int COMPANY = 0;
    private static final int DAY = 1;
    private static final int PARTIAL_DELIVERY = 2;
    private static final int THIRD_DELIVERY = 3;
    /** Key of the draws for a delivery. */
    private static final int DELIVERY = 4;

    private static final int VENDOR = 5;

    private static final int RECEIPT_LAG = 0;
    private static final int INVOICE_LAG = 1;
    private static final int MATCH = 2;
    private static final int LATE = 3;
    private static final int DELAY = 4;
    private static final int PARTIAL_PAYMENT = 5;
    private static final int REST_DELAY = 6;
    private static final int DISCOUNT = 7;

    /** Of the invoices that are paid in time. */
    private static final double DISCOUNT_TAKEN = .6;

    private static final double THIRD_DELIVERY_RATE = .2;
    private static final int LONGEST_DELAY = 45;

    private final Vendors vendors;
    private final PurchaseFlow flow;
    private final long purchases;

    private int vendor;
    private int orderDay;
    private int deliveries;
    private final int[] receiptDays = new int[MAXIMUM_DELIVERIES];
    private final int[] invoiceDays = new int[MAXIMUM_DELIVERIES];
    private final int[] dueDays = new int[MAXIMUM_DELIVERIES];
    private final boolean[] discounted = new boolean[MAXIMUM_DELIVERIES];
    private final boolean[] matched = new boolean[MAXIMUM_DELIVERIES];
    private final int[] payments = new int[MAXIMUM_DELIVERIES];
    private final int[] paymentDays = new int[MAXIMUM_DELIVERIES * MAXIMUM_PAYMENTS];

    /**
     * Makes a schedule.
     *
     * @param purchases number of all purchases
     */
    public PurchaseSchedule(Timetable timetable, Vendors vendors, PurchaseFlow flow, long seed, long purchases) {
        super(timetable, seed, "purchase");
        this.vendors = vendors;
        this.flow = flow;
        this.purchases = purchases;
    }

    /** Computes a purchase. */
    void compute(long ordinal) {
        key = keyOf(ordinal);
        company = timetable.companyAt(Draw.bits(key, COMPANY));
        vendor = vendors.pick(company, Draw.bits(key, VENDOR));
        orderDay = timetable.dayOf(company, ordinal, purchases, Draw.bits(key, DAY));
        deliveries = 1;
        if (Draw.happens(key, PARTIAL_DELIVERY, flow.partialDelivery())) {
            deliveries = Draw.happens(key, THIRD_DELIVERY, THIRD_DELIVERY_RATE) ? 3 : 2;
        }
        Arrays.fill(receiptDays, NONE);
        Arrays.fill(invoiceDays, NONE);
        Arrays.fill(paymentDays, NONE);
        int previous = orderDay;
        for (int delivery = 0; delivery < deliveries && previous != NONE; delivery++) {
            previous = computeDelivery(delivery, previous);
        }
    }

    private int computeDelivery(int delivery, int previousDay) {
        long deliveryKey = deliveryKey(delivery);
        payments[delivery] = Draw.happens(deliveryKey, PARTIAL_PAYMENT, flow.partialPayment()) ? 2 : 1;
        matched[delivery] = Draw.happens(deliveryKey, MATCH, flow.threeWayMatchRate());
        int lag = lag(deliveryKey, RECEIPT_LAG, flow.receiptLagDays());
        int receiptDay = businessDay(previousDay + (delivery == 0 ? lag : 1 + lag / 2));
        receiptDays[delivery] = receiptDay;
        if (receiptDay == NONE) {
            return NONE;
        }
        int invoiceDay = businessDay(receiptDay + lag(deliveryKey, INVOICE_LAG, flow.invoiceLagDays()));
        invoiceDays[delivery] = invoiceDay;
        if (invoiceDay == NONE) {
            return receiptDay;
        }
        dueDays[delivery] = invoiceDay + vendors.paymentDays(vendor);
        if (matched[delivery]) {
            computePayments(delivery, deliveryKey, invoiceDay);
        }
        return receiptDay;
    }

    private void computePayments(int delivery, long deliveryKey, int invoiceDay) {
        boolean late = Draw.happens(deliveryKey, LATE, flow.latePayment());
        int discountDays = vendors.discountDays(vendor);
        discounted[delivery] = !late
                && payments[delivery] == 1
                && discountDays > 0
                && Draw.happens(deliveryKey, DISCOUNT, DISCOUNT_TAKEN);
        if (late) {
            payLate(delivery, deliveryKey);
            return;
        }
        int latest = discounted[delivery]
                ? Math.min(invoiceDay + discountDays - 4, dueDays[delivery])
                : dueDays[delivery] - Draw.below(deliveryKey, DELAY, 3);
        payInTime(delivery, deliveryKey, invoiceDay, Math.max(latest, invoiceDay));
    }

    private void payLate(int delivery, long deliveryKey) {
        int day = businessDay(dueDays[delivery] + 1 + Draw.below(deliveryKey, DELAY, LONGEST_DELAY));
        paymentDays[delivery * MAXIMUM_PAYMENTS] = day;
        if (payments[delivery] == 2 && day != NONE) {
            paymentDays[delivery * MAXIMUM_PAYMENTS + 1] =
                    businessDay(day + 14 + Draw.below(deliveryKey, REST_DELAY, LONGEST_DELAY));
        }
    }

    /** Pays in full on the last business day up to a day; a first part is paid between the invoice and then. */
    private void payInTime(int delivery, long deliveryKey, int invoiceDay, int latest) {
        int last = timetable.calendar(company).previousBusinessDay(latest);
        int first = last;
        if (payments[delivery] == 2) {
            int part = invoiceDay + Draw.below(deliveryKey, REST_DELAY, last - invoiceDay + 1);
            first = timetable.calendar(company).previousBusinessDay(part);
            paymentDays[delivery * MAXIMUM_PAYMENTS + 1] = withinLedger(last);
        }
        paymentDays[delivery * MAXIMUM_PAYMENTS] = withinLedger(first);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        compute(ordinal);
        int entries = 0;
        for (int delivery = 0; delivery < deliveries; delivery++) {
            entries += count(receiptDays[delivery], numbering) + count(invoiceDays[delivery], numbering);
            for (int payment = 0; payment < MAXIMUM_PAYMENTS; payment++) {
                entries += count(paymentDay(delivery, payment), numbering);
            }
        }
        return entries;
    }

    /** Random key of a delivery with its invoice and payments. */
    long deliveryKey(int delivery) {
        return Draw.element(key, DELIVERY, delivery);
    }

    int vendor() {
        return vendor;
    }

    int orderDay() {
        return orderDay;
    }

    /** Number of deliveries that are planned, 1 to 3. */
    int deliveries() {
        return deliveries;
    }

    int receiptDay(int delivery) {
        return receiptDays[delivery];
    }

    int invoiceDay(int delivery) {
        return invoiceDays[delivery];
    }

    /** When an invoice is due; it exists if the invoice does. */
    int dueDay(int delivery) {
        return dueDays[delivery];
    }

    /** Whether the invoice of a delivery agrees with order and receipt within the tolerance. */
    boolean matched(int delivery) {
        return matched[delivery];
    }

    /** Whether the invoice of a delivery is paid early with the vendor's discount. */
    boolean discounted(int delivery) {
        return discounted[delivery];
    }

    /** Number of payments that are planned for an invoice, 1 or 2. */
    int payments(int delivery) {
        return payments[delivery];
    }

    int paymentDay(int delivery, int payment) {
        return paymentDays[delivery * MAXIMUM_PAYMENTS + payment];
    }
}
