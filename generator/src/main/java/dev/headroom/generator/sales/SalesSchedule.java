package dev.headroom.generator.sales;

import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.document.DocumentSchedule;
import dev.headroom.generator.master.Customers;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Normal;
import dev.headroom.generator.sales.SalesMix.Kind;
import java.util.Arrays;

/**
 * When the documents of a sale are dated: an order, one or two deliveries of it, and an invoice for each. An invoice is paid, or
 * written off 90 days after it was due. Some deliveries are returned, in part or as a whole, and credited: what is not paid by then
 * lowers the payment, what is paid is refunded. The revenue of subscriptions is released at the ends of months. Holds the sale that was
 * last computed; not thread-safe.
 */
public final class SalesSchedule extends DocumentSchedule {
    static final int MAXIMUM_DELIVERIES = 2;

    // Of the sale.
    private static final int COMPANY = 0;
    private static final int DAY = 1;
    private static final int CUSTOMER = 2;
    private static final int PARTIAL_SHIPMENT = 3;
    /** Key of the draws for a delivery. */
    private static final int DELIVERY = 4;

    private static final int KIND = 5;
    private static final int MONTHS = 6;

    // Of a delivery.
    private static final int DELIVERY_LAG = 0;
    private static final int INVOICE_LAG = 1;
    private static final int BAD_DEBT = 2;
    private static final int RETURN = 3;
    private static final int WHOLE_RETURN = 4;
    private static final int RETURN_LAG = 5;
    private static final int CREDIT_LAG = 6;
    private static final int DISCOUNT = 7;
    private static final int DELAY = 8;
    private static final int REFUND_LAG = 9;
    private static final int PRODUCTION_LAG = 10;

    private static final double WHOLE = .3;
    private static final int LONGEST_RETURN_LAG = 20;
    private static final int LONGEST_CREDIT_LAG = 4;
    private static final int LEAST_REFUND_LAG = 3;
    private static final int REFUND_SPREAD = 10;
    private static final int LONGEST_PRODUCTION_LAG = 3;
    /** Days from the invoice of what is sent back to the refund. */
    static final int LONGEST_REFUND = 2 + LONGEST_RETURN_LAG + LONGEST_CREDIT_LAG + LEAST_REFUND_LAG + REFUND_SPREAD;

    static final int DAYS_UNTIL_WRITE_OFF = 90;
    /** Of the invoices for whose early payment there is a discount. */
    private static final double DISCOUNT_TAKEN = .5;

    /** Delay of a payment after the due date, as a multiple of the usual one. */
    private static final Normal DELAYS = new Normal(1, .8);
    /** Of a thousand payments at most one or two have a greater multiple. */
    private static final double LONGEST_DELAY = 3.4;
    /** Share of the mean time from invoice to receipt that is delay: the terms are about three quarters of it. */
    private static final double DELAY_SHARE = .22;

    private static final int[] SUBSCRIPTION_MONTHS = {3, 6, 12};
    static final int LONGEST_SUBSCRIPTION = 12;
    private static final Discrete SUBSCRIPTION_TERMS = new Discrete(.1, .2, .7);

    private final Customers customers;
    private final SalesFlow flow;
    private final SalesTiming timing;
    private final boolean makes;
    private final long sales;

    private Kind kind = Kind.GOODS;
    private int months;
    private int customer;
    private int orderDay;
    private int deliveries;
    private final int[] productionDays = new int[MAXIMUM_DELIVERIES];
    private final int[] deliveryDays = new int[MAXIMUM_DELIVERIES];
    private final int[] invoiceDays = new int[MAXIMUM_DELIVERIES];
    private final int[] dueDays = new int[MAXIMUM_DELIVERIES];
    private final int[] releases = new int[MAXIMUM_DELIVERIES];
    private final int[] returnDays = new int[MAXIMUM_DELIVERIES];
    private final int[] creditDays = new int[MAXIMUM_DELIVERIES];
    private final int[] receiptDays = new int[MAXIMUM_DELIVERIES];
    private final int[] refundDays = new int[MAXIMUM_DELIVERIES];
    private final int[] writeOffDays = new int[MAXIMUM_DELIVERIES];
    private final boolean[] whole = new boolean[MAXIMUM_DELIVERIES];
    private final boolean[] discounted = new boolean[MAXIMUM_DELIVERIES];
    private final boolean[] creditedBeforeReceipt = new boolean[MAXIMUM_DELIVERIES];

    /**
     * Makes a schedule.
     *
     * @param makes whether goods are made for an order
     * @param sales number of all sales
     */
    public SalesSchedule(
            SalesTiming timing, Customers customers, SalesFlow flow, boolean makes, long seed, long sales) {
        super(timing.timetable(), seed, "sale");
        this.customers = customers;
        this.flow = flow;
        this.timing = timing;
        this.makes = makes;
        this.sales = sales;
    }

    /** Computes a sale. */
    void compute(long ordinal) {
        key = keyOf(ordinal);
        company = timetable.companyAt(Draw.bits(key, COMPANY));
        customer = customers.pick(company, Draw.bits(key, CUSTOMER));
        kind = timing.kindAt(company, Draw.bits(key, KIND));
        orderDay = timing.orderDay(kind, company, ordinal, sales, Draw.bits(key, DAY));
        months = kind == Kind.SUBSCRIPTION ? SUBSCRIPTION_MONTHS[SUBSCRIPTION_TERMS.draw(key, MONTHS)] : 0;
        deliveries = kind == Kind.GOODS && Draw.happens(key, PARTIAL_SHIPMENT, flow.partialShipment()) ? 2 : 1;
        Arrays.fill(productionDays, NONE);
        Arrays.fill(deliveryDays, NONE);
        Arrays.fill(invoiceDays, NONE);
        Arrays.fill(releases, 0);
        Arrays.fill(returnDays, NONE);
        Arrays.fill(creditDays, NONE);
        Arrays.fill(receiptDays, NONE);
        Arrays.fill(refundDays, NONE);
        Arrays.fill(writeOffDays, NONE);
        Arrays.fill(creditedBeforeReceipt, false);
        int previous = orderDay;
        for (int delivery = 0; delivery < deliveries && previous != NONE; delivery++) {
            previous = computeDelivery(delivery, previous);
        }
    }

    private int computeDelivery(int delivery, int previousDay) {
        long deliveryKey = deliveryKey(delivery);
        int lag = lag(deliveryKey, DELIVERY_LAG, flow.deliveryLagDays());
        int deliveryDay = businessDay(previousDay + (delivery == 0 ? lag : 1 + lag / 2));
        deliveryDays[delivery] = deliveryDay;
        if (deliveryDay == NONE) {
            return NONE;
        }
        if (kind == Kind.GOODS && makes) {
            int latest = deliveryDay - Draw.below(deliveryKey, PRODUCTION_LAG, LONGEST_PRODUCTION_LAG);
            productionDays[delivery] =
                    Math.max(previousDay, timetable.calendar(company).previousBusinessDay(latest));
        }
        int invoiceDay = businessDay(deliveryDay + lag(deliveryKey, INVOICE_LAG, flow.invoiceLagDays()));
        invoiceDays[delivery] = invoiceDay;
        if (invoiceDay != NONE) {
            dueDays[delivery] = invoiceDay + customers.paymentDays(customer);
            releases[delivery] = Math.min(
                    months, timetable.months().count() - timetable.months().monthOf(invoiceDay));
            computeClearing(delivery, deliveryKey, invoiceDay);
        }
        return deliveryDay;
    }

    private void computeClearing(int delivery, long deliveryKey, int invoiceDay) {
        if (Draw.happens(deliveryKey, BAD_DEBT, flow.badDebt())) {
            writeOffDays[delivery] = businessDay(dueDays[delivery] + DAYS_UNTIL_WRITE_OFF);
            return;
        }
        receiptDays[delivery] = receiptDay(delivery, deliveryKey, invoiceDay);
        if (kind == Kind.SUBSCRIPTION || !Draw.happens(deliveryKey, RETURN, flow.returns())) {
            return;
        }
        int backDay = businessDay(invoiceDay + 2 + Draw.below(deliveryKey, RETURN_LAG, LONGEST_RETURN_LAG));
        if (kind == Kind.GOODS) {
            returnDays[delivery] = backDay;
        }
        int creditDay =
                backDay == NONE ? NONE : businessDay(backDay + Draw.below(deliveryKey, CREDIT_LAG, LONGEST_CREDIT_LAG));
        creditDays[delivery] = creditDay;
        whole[delivery] = kind == Kind.GOODS && Draw.happens(deliveryKey, WHOLE_RETURN, WHOLE);
        int receiptDay = receiptDays[delivery];
        creditedBeforeReceipt[delivery] = creditDay != NONE && (receiptDay == NONE || creditDay <= receiptDay);
        if (creditedBeforeReceipt[delivery]) {
            // Nothing is left to pay.
            receiptDays[delivery] = whole[delivery] ? NONE : receiptDay;
        } else if (creditDay != NONE) {
            refundDays[delivery] =
                    businessDay(creditDay + LEAST_REFUND_LAG + Draw.below(deliveryKey, REFUND_LAG, REFUND_SPREAD));
        }
    }

    private int receiptDay(int delivery, long deliveryKey, int invoiceDay) {
        BusinessCalendar calendar = timetable.calendar(company);
        int discountDays = customers.discountDays(customer);
        discounted[delivery] = discountDays > 0 && Draw.happens(deliveryKey, DISCOUNT, DISCOUNT_TAKEN);
        if (discounted[delivery]) {
            int latest = Math.min(invoiceDay + discountDays - Draw.below(deliveryKey, DELAY, 4), dueDays[delivery]);
            return withinLedger(calendar.previousBusinessDay(Math.max(latest, invoiceDay)));
        }
        double delay = DELAY_SHARE * flow.receiptLagDays() * Math.max(0, DELAYS.draw(deliveryKey, DELAY));
        return businessDay(dueDays[delivery] + (int) delay);
    }

    /** The delay of a payment that hardly any is longer than, in days. */
    static double longestDelay(SalesFlow flow) {
        return DELAY_SHARE * flow.receiptLagDays() * LONGEST_DELAY;
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        compute(ordinal);
        int entries = 0;
        for (int delivery = 0; delivery < deliveries; delivery++) {
            entries += count(productionDays[delivery], numbering);
            entries += kind == Kind.GOODS ? count(deliveryDays[delivery], numbering) : 0;
            entries += count(invoiceDays[delivery], numbering);
            for (int release = 0; release < releases[delivery]; release++) {
                entries += count(releaseDay(delivery, release), numbering);
            }
            entries += count(returnDays[delivery], numbering)
                    + count(creditDays[delivery], numbering)
                    + count(receiptDays[delivery], numbering)
                    + count(refundDays[delivery], numbering)
                    + count(writeOffDays[delivery], numbering);
        }
        return entries;
    }

    /** Whether all of the sale was over before the ledger: nothing of it is dated in it, or was open when it began. */
    boolean isPast() {
        for (int delivery = 0; delivery < deliveries; delivery++) {
            boolean past = isCleared(delivery, firstDay - 1)
                    && Math.max(returnDays[delivery], creditDays[delivery]) < firstDay
                    && Math.max(receiptDays[delivery], refundDays[delivery]) < firstDay
                    && timetable.months().monthOf(invoiceDays[delivery]) + months <= 0;
            if (!past) {
                return false;
            }
        }
        return true;
    }

    /** Whether a delivery is invoiced, and nothing of its invoice or credit memo is open at the end of a day. */
    private boolean isCleared(int delivery, int day) {
        if (!isDated(invoiceDays[delivery], day)) {
            return false;
        }
        boolean credited = isDated(creditDays[delivery], day);
        boolean cleared = isDated(receiptDays[delivery], day)
                || isDated(writeOffDays[delivery], day)
                || (credited && creditedBeforeReceipt[delivery] && whole[delivery]);
        return cleared && (!credited || creditedBeforeReceipt[delivery] || isDated(refundDays[delivery], day));
    }

    /** Whether there is a document by the end of a day. */
    static boolean isDated(int documentDay, int day) {
        return documentDay != NONE && documentDay <= day;
    }

    /** Random key of a delivery with its invoice and what clears it. */
    long deliveryKey(int delivery) {
        return Draw.element(key, DELIVERY, delivery);
    }

    Kind kind() {
        return kind;
    }

    int customer() {
        return customer;
    }

    int orderDay() {
        return orderDay;
    }

    /** Number of deliveries that are planned, 1 or 2. */
    int deliveries() {
        return deliveries;
    }

    /** When goods are made for a delivery; {@link #NONE} where they are taken from stock. */
    int productionDay(int delivery) {
        return productionDays[delivery];
    }

    int deliveryDay(int delivery) {
        return deliveryDays[delivery];
    }

    int invoiceDay(int delivery) {
        return invoiceDays[delivery];
    }

    /** When an invoice is due; it exists if the invoice does. */
    int dueDay(int delivery) {
        return dueDays[delivery];
    }

    /** Months over which the revenue of a subscription is spread; 0 for other sales. */
    int months() {
        return months;
    }

    /** Number of those months whose revenue is released within the ledger. */
    int releases(int delivery) {
        return releases[delivery];
    }

    /** When the revenue of a month of a subscription, counted from 0, is released. */
    int releaseDay(int delivery, int release) {
        return timetable
                .calendar(company)
                .lastBusinessDayOf(timetable.months().monthOf(invoiceDays[delivery]) + release);
    }

    int returnDay(int delivery) {
        return returnDays[delivery];
    }

    int creditDay(int delivery) {
        return creditDays[delivery];
    }

    /** Whether all of a delivery is credited, if any is. */
    boolean whole(int delivery) {
        return whole[delivery];
    }

    /** Whether a credit memo lowers what is received, rather than being refunded. */
    boolean creditedBeforeReceipt(int delivery) {
        return creditedBeforeReceipt[delivery];
    }

    int receiptDay(int delivery) {
        return receiptDays[delivery];
    }

    /** Whether an invoice is paid early with the customer's discount. */
    boolean discounted(int delivery) {
        return discounted[delivery];
    }

    int refundDay(int delivery) {
        return refundDays[delivery];
    }

    int writeOffDay(int delivery) {
        return writeOffDays[delivery];
    }
}
