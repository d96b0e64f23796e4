package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/**
 * A line of a purchase order: no more is received than ordered, and that at the order's price and rate. Each line of an invoice is compared with the order's price and with the
 * quantity of its receipt, and how they agree is told to {@link Matching}.
 */
final class PurchaseLines extends OrderLines {
    static final int PRICE = 1;
    static final int ORDER = 2;
    static final int RATE = 3;
    static final int UNIT = 4;

    private static final String RECEIPTS = "goods_receipt_lines";
    private static final String INVOICES = "vendor_invoice_lines";
    private static final int PRICE_PERCENT = 5;
    private static final int QUANTITY_PERCENT = 2;
    private static final int ALWAYS_TOLERATED = 1;

    private final Matching matching;
    private final OrderGrir grir;
    private final Facts.Teller teller;
    private long[] receivedLines = new long[16];
    private long[] received = new long[16];
    private long[] billedPrices = new long[16];
    private int receipts;
    /** What credit memos name of which only the price was wrong, and which stays invoiced. */
    private long onlyPriceCredited;

    PurchaseLines(Matching matching, OrderGrir grir, Facts.Teller teller, RuleFindings findings) {
        super(findings);
        this.matching = matching;
        this.grir = grir;
        this.teller = teller;
    }

    @Override
    void begin() {
        super.begin();
        receipts = 0;
        onlyPriceCredited = 0;
    }

    @Override
    void take(Fact fact) throws IOException {
        super.take(fact);
        if (fact.role() != ORDERED && !isOrdered()) {
            orphan(fact.role() >= INVOICED ? INVOICES : RECEIPTS, fact.row());
            return;
        }
        if (fact.role() == MOVED || fact.role() == MOVED_BACK) {
            checkValue(fact);
        }
        if (fact.role() == MOVED) {
            if (receipts == received.length) {
                receivedLines = Arrays.copyOf(receivedLines, 2 * receipts);
                received = Arrays.copyOf(received, 2 * receipts);
                billedPrices = Arrays.copyOf(billedPrices, 2 * receipts);
            }
            receivedLines[receipts] = fact.value(2);
            billedPrices[receipts] = 0;
            received[receipts++] = fact.value(0);
        } else if (fact.role() == INVOICED) {
            match(fact);
        } else if (fact.role() == CREDITED) {
            int receipt = receipt(fact.value(2));
            onlyPriceCredited += receipt >= 0 && fact.value(1) < billedPrices[receipt] ? fact.value(0) : 0;
        }
    }

    /** Which of the receipts a line is of; below zero if there is none. */
    private int receipt(long line) {
        int i = receipts - 1;
        while (i >= 0 && receivedLines[i] != line) {
            i--;
        }
        return i;
    }

    /** Parts of a line add up to its value, so that each may be a unit more or less where it is converted. */
    private void checkValue(Fact line) {
        findings.checked(Rule.LINE_AMOUNTS, 1);
        long expected = Conversion.nearest(line.value(0) * ordered(PRICE), ordered(RATE));
        long tolerance = ordered(RATE) == Conversion.ONE ? 0 : ordered(UNIT) + 1;
        if (Math.abs(line.value(1) - expected) > tolerance) {
            findings.violation(
                    Rule.LINE_AMOUNTS,
                    RECEIPTS,
                    line.row(),
                    "its value is " + Amounts.text(line.value(1)) + ", and at the order's price and rate "
                            + Amounts.text(expected));
        }
    }

    private void match(Fact line) throws IOException {
        int receipt = receipt(line.value(2));
        if (receipt < 0) {
            findings.violation(
                    Rule.REFERENCES, INVOICES, line.row(), "there is no such line of the receipt for the order's line");
            return;
        }
        long quantity = received[receipt];
        billedPrices[receipt] = line.value(1);
        long priceDifference = Math.abs(line.value(1) - ordered(PRICE));
        long quantityDifference = Math.abs(line.value(0) - quantity);
        int agreement = Matching.EQUAL;
        if (priceDifference > 0 || quantityDifference > 0) {
            boolean price =
                    priceDifference <= ALWAYS_TOLERATED || 100 * priceDifference <= PRICE_PERCENT * ordered(PRICE);
            boolean amount = 100 * quantityDifference <= QUANTITY_PERCENT * quantity;
            agreement = price && amount ? Matching.TOLERATED : Matching.DIFFERENT;
        }
        teller.tell(matching, line.value(3), Matching.LINE, line.row(), agreement);
    }

    @Override
    void end() throws IOException {
        if (!isOrdered()) {
            return;
        }
        atMost(Rule.RECEIVED_QUANTITIES, MOVED, RECEIPTS, "received", quantity(ORDERED), "ordered");
        atMost(Rule.RECEIVED_QUANTITIES, MOVED_BACK, RECEIPTS, "returned", quantity(MOVED), "received");
        long here = quantity(MOVED) - quantity(MOVED_BACK);
        long invoiced = quantity(INVOICED) - (quantity(CREDITED) - onlyPriceCredited);
        boolean open = here != quantity(ORDERED) || invoiced != here;
        if (open) {
            teller.tell(grir, ordered(ORDER), OrderGrir.OPEN, 0);
        }
    }
}
