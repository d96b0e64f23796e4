package dev.headroom.generator.sales;

import dev.headroom.generator.document.Denomination;
import dev.headroom.generator.document.DocumentSchedule;
import dev.headroom.generator.document.Settlement;
import dev.headroom.generator.master.Materials;

/**
 * The contents of a sale: what is ordered, and what of it is delivered, invoiced, returned and paid. Filled by {@link SalesCase}; one
 * for each worker, used again for every sale, which is why its fields are open. Amounts are hundredths; local ones and costs are in the
 * company's currency, the others in the order's.
 */
final class Sale {
    static final int MAXIMUM_LINES = 10;
    static final int NONE = DocumentSchedule.NONE;

    /** Quantities and amounts of the lines of an invoice or a credit memo, with their sums. */
    static final class Amounts {
        final int[] quantity = new int[MAXIMUM_LINES];
        final long[] net = new long[MAXIMUM_LINES];
        final long[] localNet = new long[MAXIMUM_LINES];
        /** Standard cost of goods. */
        final long[] cost = new long[MAXIMUM_LINES];

        long netTotal;
        long localNetTotal;
        long tax;
        long localTax;

        long gross() {
            return netTotal + tax;
        }

        long localGross() {
            return localNetTotal + localTax;
        }
    }

    /** What is delivered at one time, with its invoice, its return, and what clears it. */
    static final class Delivery {
        /** At the rate of the invoice's day; credit memos, receipts and refunds clear at it. */
        final Denomination denomination = new Denomination();

        final Amounts invoiced = new Amounts();
        final Amounts credited = new Amounts();
        final Settlement receipt = new Settlement();
        final Settlement refund = new Settlement();
    }

    long ordinal;
    /** Of the order, at the rate of its day. */
    final Denomination denomination = new Denomination();

    int clerk;
    /** Who has released an order above the customer's credit limit; {@link #NONE} for others. */
    int releasedBy;

    int lines;
    /** Material of a line; {@link #NONE} for a service. */
    final int[] material = new int[MAXIMUM_LINES];
    /** Revenue account. */
    final int[] account = new int[MAXIMUM_LINES];

    final int[] quantity = new int[MAXIMUM_LINES];
    final long[] listPrice = new long[MAXIMUM_LINES];
    final int[] discountPercent = new int[MAXIMUM_LINES];
    final long[] price = new long[MAXIMUM_LINES];
    final long[] standardCost = new long[MAXIMUM_LINES];

    /** Number of the components of what is made for a line; 0 for what is not made. */
    final int[] components = new int[MAXIMUM_LINES];
    /** Raw material, of a line and its component at {@link #componentAt}. */
    final int[] component = new int[MAXIMUM_LINES * Materials.MAXIMUM_COMPONENTS];
    /** Units of the component in one of the line. */
    final int[] componentQuantity = new int[component.length];
    /** Standard cost of one unit of the component. */
    final long[] componentCost = new long[component.length];

    final Delivery[] deliveries = {new Delivery(), new Delivery()};

    /** The place of a component of a line. */
    static int componentAt(int line, int i) {
        return line * Materials.MAXIMUM_COMPONENTS + i;
    }

    long orderTotal() {
        long total = 0;
        for (int line = 0; line < lines; line++) {
            total += quantity[line] * price[line];
        }
        return total;
    }

    long orderNumber() {
        return ordinal + 1;
    }

    /** The number of a delivery, of its invoice and of the receipt that clears it. */
    long number(int delivery) {
        return (ordinal * SalesSchedule.MAXIMUM_DELIVERIES + delivery) * 2 + 1;
    }

    /** The number of a return, of its credit memo and of a refund. */
    long returnNumber(int delivery) {
        return number(delivery) + 1;
    }
}
