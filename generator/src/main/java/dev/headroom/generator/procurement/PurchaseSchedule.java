package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.document.DocumentSchedule;
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.Timetable;
import java.util.Arrays;

/**
 * When the documents of a purchase are dated: an order, one to three deliveries of it, an invoice for each, and one or two payments
 * of each invoice that agrees with order and receipt. A part of a delivery can be returned, and is credited; an invoice that does not
 * agree is blocked until a credit memo corrects it, if one does. A credit memo is from the time between its invoice and the due date, and
 * payments wait for it. An invoice is paid late if its payments, both of them if there are two, are after its due date; else
 * they are on or before it. What would be dated after the ledger's end does not exist. Holds the purchase that was last computed; not
 * thread-safe.
 */
public abstract sealed class PurchaseSchedule extends DocumentSchedule
        permits GoodsPurchaseSchedule, AssetPurchaseSchedule {
    static final int MAXIMUM_DELIVERIES = 3;
    static final int MAXIMUM_PAYMENTS = 2;

    /** Key of the draws for a delivery; the slots below it are those of the order. */
    private static final int DELIVERY = 4;

    private static final int INVOICE_LAG = 1;
    private static final int MATCH = 2;
    private static final int LATE = 3;
    private static final int DELAY = 4;
    private static final int PARTIAL_PAYMENT = 5;
    private static final int REST_DELAY = 6;
    private static final int DISCOUNT = 7;
    private static final int RETURN = 10;
    private static final int RETURN_LAG = 11;
    private static final int CORRECTION = 12;
    private static final int CREDIT_LAG = 13;

    /** Of the invoices that are paid in time, and early enough. */
    private static final double DISCOUNT_TAKEN = .6;
    /** Of the blocked invoices. */
    private static final double CORRECTED = .7;

    private static final int LONGEST_RETURN_LAG = 10;
    private static final int LONGEST_DELAY = 45;
    private static final int SHORTEST_REST_DELAY = 14;
    /** Means after which three standard deviations of a lag are over. */
    private static final double LONGEST_LAG = 2.05;
    /** Usual payment days that the longest terms of a vendor have. */
    private static final int LONGEST_TERMS = 2;

    private static final int DAYS_OF_MONTH = 30;
    private static final int LONGEST_LEAD = 34;

    final Vendors vendors;
    private final PurchaseFlow flow;
    private final double returns;

    private int vendor;
    private int orderDay;
    private int deliveries;
    private final int[] receiptDays = new int[MAXIMUM_DELIVERIES];
    private final int[] returnDays = new int[MAXIMUM_DELIVERIES];
    private final int[] invoiceDays = new int[MAXIMUM_DELIVERIES];
    private final int[] dueDays = new int[MAXIMUM_DELIVERIES];
    private final int[] creditDays = new int[MAXIMUM_DELIVERIES];
    private final boolean[] discounted = new boolean[MAXIMUM_DELIVERIES];
    private final boolean[] matched = new boolean[MAXIMUM_DELIVERIES];
    private final int[] payments = new int[MAXIMUM_DELIVERIES];
    private final int[] paymentDays = new int[MAXIMUM_DELIVERIES * MAXIMUM_PAYMENTS];

    /**
     * Makes a schedule.
     *
     * @param kind name of the random stream
     * @param returns share of the deliveries of which something is returned, if their invoices agree with them
     */
    PurchaseSchedule(Timetable timetable, Vendors vendors, PurchaseFlow flow, long seed, String kind, double returns) {
        super(timetable, seed, kind);
        this.vendors = vendors;
        this.flow = flow;
        this.returns = returns;
    }

    /**
     * Whole months from an order to the last payment of hardly any purchase that takes longer, at most 34: when purchases begin before a
     * ledger. What has an open end, an invoice that stays blocked, can begin at any time in them.
     */
    public static int leadMonths(PurchaseFlow flow) {
        double days = flow.receiptLagDays() * LONGEST_LAG
                // A further delivery takes half as long.
                + (MAXIMUM_DELIVERIES - 1) * (1 + flow.receiptLagDays() * LONGEST_LAG / 2)
                + flow.invoiceLagDays() * LONGEST_LAG
                + flow.paymentLagDays() * LONGEST_TERMS
                + LONGEST_DELAY
                + SHORTEST_REST_DELAY
                + LONGEST_DELAY;
        return Math.min((int) Math.ceil(days / DAYS_OF_MONTH), LONGEST_LEAD);
    }

    /** Computes a purchase. */
    final void compute(long ordinal) {
        key = keyOf(ordinal);
        Arrays.fill(receiptDays, NONE);
        Arrays.fill(returnDays, NONE);
        Arrays.fill(invoiceDays, NONE);
        Arrays.fill(creditDays, NONE);
        Arrays.fill(paymentDays, NONE);
        computeOrder(ordinal);
        int previous = orderDay;
        for (int delivery = 0; delivery < deliveries && previous != NONE; delivery++) {
            previous = computeDelivery(delivery, previous);
        }
    }

    /** Sets the company, and {@link #order orders}. */
    abstract void computeOrder(long ordinal);

    /** When a delivery comes, by the day of the order or of the delivery before; {@link #NONE} if that is after the ledger's end. */
    abstract int computeReceiptDay(int delivery, long deliveryKey, int previousDay);

    /** The position of a purchase among all purchases, goods and assets: what the numbers of its documents depend on. */
    abstract long positionOf(long ordinal);

    /** Sets what is known of an order, whose number of deliveries is 1 to 3. */
    final void order(int fromVendor, int day, int plannedDeliveries) {
        vendor = fromVendor;
        orderDay = day;
        deliveries = plannedDeliveries;
    }

    private int computeDelivery(int delivery, int previousDay) {
        long deliveryKey = deliveryKey(delivery);
        payments[delivery] = Draw.happens(deliveryKey, PARTIAL_PAYMENT, flow.partialPayment()) ? 2 : 1;
        matched[delivery] = Draw.happens(deliveryKey, MATCH, flow.threeWayMatchRate());
        int receiptDay = computeReceiptDay(delivery, deliveryKey, previousDay);
        receiptDays[delivery] = receiptDay;
        if (receiptDay == NONE) {
            return NONE;
        }
        if (matched[delivery] && Draw.happens(deliveryKey, RETURN, returns)) {
            returnDays[delivery] =
                    businessDay(receiptDay + 1 + Draw.below(deliveryKey, RETURN_LAG, LONGEST_RETURN_LAG));
        }
        int invoiceDay = businessDay(receiptDay + lag(deliveryKey, INVOICE_LAG, flow.invoiceLagDays()));
        invoiceDays[delivery] = invoiceDay;
        if (invoiceDay != NONE) {
            dueDays[delivery] = invoiceDay + vendors.paymentDays(vendor);
            computeClearing(delivery, deliveryKey);
        }
        return receiptDay;
    }

    private void computeClearing(int delivery, long deliveryKey) {
        int dueDay = dueDays[delivery];
        if (returnDays[delivery] > dueDay) {
            // What is wrong with it would be found too late: it is kept.
            returnDays[delivery] = NONE;
        }
        int earliest = invoiceDays[delivery];
        if (matched[delivery] ? returnDays[delivery] != NONE : Draw.happens(deliveryKey, CORRECTION, CORRECTED)) {
            int first = Math.max(earliest, returnDays[delivery]);
            int day = first + Draw.below(deliveryKey, CREDIT_LAG, dueDay - first + 1);
            earliest = withinLedger(timetable.calendar(company).previousBusinessDay(day));
            creditDays[delivery] = earliest;
        } else if (!matched[delivery]) {
            return;
        }
        if (earliest != NONE) {
            computePayments(delivery, deliveryKey, earliest);
        }
    }

    private void computePayments(int delivery, long deliveryKey, int earliest) {
        boolean late = Draw.happens(deliveryKey, LATE, flow.latePayment());
        int discountDays = vendors.discountDays(vendor);
        discounted[delivery] = !late
                && payments[delivery] == 1
                && earliest <= invoiceDays[delivery] + discountDays
                && discountDays > 0
                && Draw.happens(deliveryKey, DISCOUNT, DISCOUNT_TAKEN);
        if (late) {
            payLate(delivery, deliveryKey);
            return;
        }
        int latest = discounted[delivery]
                ? Math.min(invoiceDays[delivery] + discountDays - 4, dueDays[delivery])
                : dueDays[delivery] - Draw.below(deliveryKey, DELAY, 3);
        payInTime(delivery, deliveryKey, earliest, Math.max(latest, earliest));
    }

    private void payLate(int delivery, long deliveryKey) {
        int day = businessDay(dueDays[delivery] + 1 + Draw.below(deliveryKey, DELAY, LONGEST_DELAY));
        paymentDays[delivery * MAXIMUM_PAYMENTS] = day;
        if (payments[delivery] == 2 && day != NONE) {
            paymentDays[delivery * MAXIMUM_PAYMENTS + 1] =
                    businessDay(day + SHORTEST_REST_DELAY + Draw.below(deliveryKey, REST_DELAY, LONGEST_DELAY));
        }
    }

    /** Pays in full on the last business day up to a day; a first part is paid between another day and then. */
    private void payInTime(int delivery, long deliveryKey, int earliest, int latest) {
        int last = timetable.calendar(company).previousBusinessDay(latest);
        int first = last;
        if (payments[delivery] == 2) {
            int part = earliest + Draw.below(deliveryKey, REST_DELAY, last - earliest + 1);
            first = timetable.calendar(company).previousBusinessDay(part);
            paymentDays[delivery * MAXIMUM_PAYMENTS + 1] = withinLedger(last);
        }
        paymentDays[delivery * MAXIMUM_PAYMENTS] = withinLedger(first);
    }

    @Override
    public final int count(long ordinal, long[] numbering) {
        compute(ordinal);
        int entries = 0;
        for (int delivery = 0; delivery < deliveries; delivery++) {
            entries += count(receiptDays[delivery], numbering)
                    + count(returnDays[delivery], numbering)
                    + count(invoiceDays[delivery], numbering)
                    + count(creditDays[delivery], numbering);
            for (int payment = 0; payment < MAXIMUM_PAYMENTS; payment++) {
                entries += count(paymentDay(delivery, payment), numbering);
            }
        }
        return entries;
    }

    /** Whether all that was ordered was received, invoiced and paid before the ledger: nothing of the purchase is in it. */
    final boolean isPast() {
        for (int delivery = 0; delivery < deliveries; delivery++) {
            int last = paymentDay(delivery, payments[delivery] - 1);
            if (last == NONE || last >= firstDay) {
                return false;
            }
        }
        return true;
    }

    /** Random key of a delivery with its invoice and payments. */
    final long deliveryKey(int delivery) {
        return Draw.element(key, DELIVERY, delivery);
    }

    final int vendor() {
        return vendor;
    }

    final int orderDay() {
        return orderDay;
    }

    /** Number of deliveries that are planned, 1 to 3. */
    final int deliveries() {
        return deliveries;
    }

    final int receiptDay(int delivery) {
        return receiptDays[delivery];
    }

    /** When something of a delivery is returned. */
    final int returnDay(int delivery) {
        return returnDays[delivery];
    }

    /** Whether something of any delivery is returned. */
    final boolean returns() {
        boolean found = false;
        for (int delivery = 0; delivery < deliveries; delivery++) {
            found |= returnDays[delivery] != NONE;
        }
        return found;
    }

    final int invoiceDay(int delivery) {
        return invoiceDays[delivery];
    }

    /** When an invoice is due; it exists if the invoice does. */
    final int dueDay(int delivery) {
        return dueDays[delivery];
    }

    /** When what was returned is credited, or the invoice is corrected. */
    final int creditDay(int delivery) {
        return creditDays[delivery];
    }

    /** Whether the invoice of a delivery agrees with order and receipt within the tolerance. */
    final boolean matched(int delivery) {
        return matched[delivery];
    }

    /** Whether the invoice of a delivery is paid early with the vendor's discount. */
    final boolean discounted(int delivery) {
        return discounted[delivery];
    }

    /** Number of payments that are planned for an invoice, 1 or 2. */
    final int payments(int delivery) {
        return payments[delivery];
    }

    final int paymentDay(int delivery, int payment) {
        return paymentDays[delivery * MAXIMUM_PAYMENTS + payment];
    }
}
