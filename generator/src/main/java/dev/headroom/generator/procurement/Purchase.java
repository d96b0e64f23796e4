package dev.headroom.generator.procurement;

import dev.headroom.generator.document.Denomination;
import dev.headroom.generator.document.Settlement;

/**
 * The contents of a purchase: what is ordered, and what of it is delivered, returned, invoiced, credited and paid. Filled by {@link PurchaseCase};
 * one for each worker, used again for every purchase, which is why its fields are open. Amounts are hundredths; order amounts are in
 * the order's currency, local ones in the company's.
 */
final class Purchase {
    static final int MAXIMUM_LINES = 10;
    static final int NONE = -1;

    /** How an invoice agrees with order and receipt. */
    enum Match {
        /** In every quantity and price. */
        MATCHED(0),
        /** But for differences within the tolerance. */
        WITHIN_TOLERANCE(1),
        /** Not: it is blocked for payment until a credit memo corrects it. */
        UNMATCHED(2);

        private final int code;

        Match(int code) {
            this.code = code;
        }

        /** The position in the dictionary of the match statuses. */
        int code() {
            return code;
        }
    }

    /** What an invoice or a credit memo is about. */
    static final class Bill {
        final int[] quantity = new int[MAXIMUM_LINES];
        final long[] price = new long[MAXIMUM_LINES];
        /** What of it is for goods that were received, at order prices. */
        final long[] value = new long[MAXIMUM_LINES];

        final long[] localValue = new long[MAXIMUM_LINES];

        long net;
        long tax;
        /** The rest of the net amount. */
        long variance;

        long localTax;
        long localVariance;
        long localGross;

        long gross() {
            return net + tax;
        }
    }

    /** What is delivered at one time, with its invoice and payments. */
    static final class Delivery {
        final int[] quantity = new int[MAXIMUM_LINES];
        /** Value at order prices. */
        final long[] localValue = new long[MAXIMUM_LINES];
        /** Value at standard cost; for lines that are put to stock. */
        final long[] standardValue = new long[MAXIMUM_LINES];

        /** What of it is returned. */
        final int[] returnedQuantity = new int[MAXIMUM_LINES];

        final long[] localReturnedValue = new long[MAXIMUM_LINES];

        Match match = Match.MATCHED;
        final Bill invoice = new Bill();
        /** Of what is returned, or of what is wrong in the invoice. */
        final Bill credit = new Bill();

        final Settlement[] payments = {new Settlement(), new Settlement()};
    }

    /** Position among all purchases. */
    long ordinal;

    int vendor;
    /** Of the order; its rate holds for receipts and invoices. */
    final Denomination denomination = new Denomination();

    int buyer;
    int approver;
    int approvedDay;

    int lines;
    /** Material of a line, which is put to stock; {@link #NONE} for a service or an asset. */
    final int[] material = new int[MAXIMUM_LINES];
    /** Account of the inventory, the expense or the asset. */
    final int[] account = new int[MAXIMUM_LINES];
    /** Whether a line is put to stock. */
    final boolean[] stocked = new boolean[MAXIMUM_LINES];
    /** Cost center of an expense; {@link #NONE} for others. */
    final int[] costCenter = new int[MAXIMUM_LINES];

    final int[] quantity = new int[MAXIMUM_LINES];
    final long[] price = new long[MAXIMUM_LINES];
    /** Standard cost of a unit in the company's currency; for lines that are put to stock. */
    final long[] standardCost = new long[MAXIMUM_LINES];

    final Delivery[] deliveries = {new Delivery(), new Delivery(), new Delivery()};

    long orderTotal() {
        long total = 0;
        for (int line = 0; line < lines; line++) {
            total += quantity[line] * price[line];
        }
        return total;
    }

    /** The number of a receipt and of its invoice. */
    long deliveryNumber(int delivery) {
        return (ordinal * PurchaseSchedule.MAXIMUM_DELIVERIES + delivery) * 2 + 1;
    }

    /** The number of a return and of a credit memo. */
    long creditNumber(int delivery) {
        return deliveryNumber(delivery) + 1;
    }

    long orderNumber() {
        return ordinal + 1;
    }

    long paymentNumber(int delivery, int payment) {
        return (ordinal * PurchaseSchedule.MAXIMUM_DELIVERIES + delivery) * PurchaseSchedule.MAXIMUM_PAYMENTS
                + payment
                + 1;
    }
}
