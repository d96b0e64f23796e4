package dev.headroom.generator.sales;

import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.master.Customers;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.sales.SalesMix.Kind;
import dev.headroom.generator.sequence.Timetable;

/**
 * From when on orders of each kind are placed, and how often: long enough before the ledger for its first days to have receipts, write-offs
 * and releases of revenue like any others, and not longer, as a sale that is over by then is made in vain. Immutable.
 */
public final class SalesTiming {
    private static final Kind[] KINDS = Kind.values();

    /** Mean lags that hardly any is longer than. */
    private static final double LONGEST_LAG = 2.1;

    private static final int DAYS_OFF = 5;
    private static final int DAYS_OF_MONTH = 30;
    private static final int LONGEST_LEAD = 34;

    private final Timetable timetable;
    /** By kind. */
    private final Timetable[] timetables = new Timetable[KINDS.length];
    /** By company. */
    private final Discrete[] kinds;

    /**
     * Finds out when sales begin.
     *
     * @param timetable of the ledger
     * @param companies number of companies
     */
    public SalesTiming(Timetable timetable, int companies, Customers customers, SalesFlow flow, SalesMix mix) {
        this.timetable = timetable;
        for (Kind kind : KINDS) {
            boolean sold = mix.kinds().get(kind.code()) > 0;
            timetables[kind.code()] =
                    timetable.withLead(sold ? leadMonths(kind, flow, customers.longestPaymentDays()) : 0);
        }
        this.kinds = new Discrete[companies];
        for (int company = 0; company < companies; company++) {
            double[] weights = new double[KINDS.length];
            for (Kind kind : KINDS) {
                // The kinds have their shares within the ledger, though some begin earlier than others.
                weights[kind.code()] = mix.kinds().get(kind.code()) * timetables[kind.code()].volume(company);
            }
            kinds[company] = new Discrete(weights);
        }
    }

    /** Whole months from an order to the last entry of all but one of a thousand sales, and at most 34. */
    static int leadMonths(Kind kind, SalesFlow flow, int paymentDays) {
        double toInvoice = LONGEST_LAG * (flow.deliveryLagDays() + flow.invoiceLagDays()) + DAYS_OFF;
        if (kind == Kind.GOODS && flow.partialShipment() > 0) {
            toInvoice += 1 + LONGEST_LAG * flow.deliveryLagDays() / 2;
        }
        double toReceipt = paymentDays + SalesSchedule.longestDelay(flow);
        double toWriteOff = flow.badDebt() > 0 ? paymentDays + SalesSchedule.DAYS_UNTIL_WRITE_OFF : 0;
        double toRefund = flow.returns() > 0 && kind != Kind.SUBSCRIPTION ? SalesSchedule.LONGEST_REFUND : 0;
        double days = toInvoice + Math.max(toReceipt, Math.max(toWriteOff, toRefund)) + DAYS_OFF;
        int months = (int) Math.ceil(days / DAYS_OF_MONTH);
        if (kind == Kind.SUBSCRIPTION) {
            months = Math.max(
                    months, (int) Math.ceil(toInvoice / DAYS_OF_MONTH) + SalesSchedule.LONGEST_SUBSCRIPTION - 1);
        }
        return Math.min(months, LONGEST_LEAD);
    }

    /** Business within the ledger. */
    Timetable timetable() {
        return timetable;
    }

    /** The kind of a company's sale, for random bits. */
    Kind kindAt(int company, long bits) {
        return KINDS[kinds[company].at(bits)];
    }

    /** The day of one of all orders, were they all of a kind; in the order of time, and some before the ledger. */
    int orderDay(Kind kind, int company, long ordinal, long count, long bits) {
        return timetables[kind.code()].dayOf(company, ordinal, count, bits);
    }

    /** By how much longer than the ledger the time is in which orders are placed, of the kind for which it is longest. */
    public double stretch() {
        double longest = 1;
        for (Timetable ofKind : timetables) {
            longest = Math.max(longest, ofKind.volume(0) / timetable.volume(0));
        }
        return longest;
    }
}
