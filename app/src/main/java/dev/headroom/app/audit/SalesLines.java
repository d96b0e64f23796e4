package dev.headroom.app.audit;

import java.io.IOException;

/** A line of a sales order: no more is delivered than ordered, invoiced than delivered, and taken back than there was. */
final class SalesLines extends OrderLines {
    static final int PRICE = 1;

    private static final String DELIVERIES = "delivery_lines";
    private static final String INVOICES = "customer_invoice_lines";

    SalesLines(RuleFindings findings) {
        super(findings);
    }

    @Override
    void take(Fact fact) throws IOException {
        super.take(fact);
        if (fact.role() == ORDERED) {
            return;
        }
        boolean invoice = fact.role() >= INVOICED;
        if (!isOrdered()) {
            orphan(invoice ? INVOICES : DELIVERIES, fact.row());
        } else if (invoice) {
            findings.checked(Rule.LINE_AMOUNTS, 1);
            if (fact.value(1) != ordered(PRICE)) {
                findings.violation(
                        Rule.LINE_AMOUNTS,
                        INVOICES,
                        fact.row(),
                        "its price is " + Amounts.text(fact.value(1)) + ", and " + Amounts.text(ordered(PRICE))
                                + " was ordered");
            }
        }
    }

    @Override
    void end() {
        if (!isOrdered()) {
            return;
        }
        atMost(Rule.DELIVERED_QUANTITIES, MOVED, DELIVERIES, "delivered", quantity(ORDERED), "ordered");
        atMost(Rule.DELIVERED_QUANTITIES, MOVED_BACK, DELIVERIES, "returned", quantity(MOVED), "delivered");
        atMost(Rule.INVOICED_QUANTITIES, INVOICED, INVOICES, "invoiced", quantity(MOVED), "delivered");
        atMost(Rule.INVOICED_QUANTITIES, CREDITED, INVOICES, "credited", quantity(INVOICED), "invoiced");
    }
}
