package dev.headroom.app.audit;

import java.io.IOException;

/** An order with its lines: they add up to its total. Each line is told to {@link OrderLines}, with the rate of its order. */
final class OrderTotals extends Relation {
    static final int ORDER = 0;
    static final int LINE = 1;

    // Numbers of an order: its total, rate, and the smallest amount of the company's currency.
    private static final int TOTAL = 0;
    private static final int RATE = 1;
    private static final int UNIT = 2;
    // Numbers of a line.
    private static final int AMOUNT = 0;
    private static final int QUANTITY = 1;
    private static final int PRICE = 2;
    private static final int ORDER_ID = 3;
    private static final int NUMBER = 4;

    private final String table;
    private final OrderLines orderLines;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private long order;
    private long total;
    private long rate;
    private long unit;
    private long lines;
    private long sum;

    OrderTotals(String table, OrderLines orderLines, Facts.Teller teller, RuleFindings findings) {
        super(0);
        this.table = table;
        this.orderLines = orderLines;
        this.teller = teller;
        this.findings = findings;
    }

    @Override
    void begin() {
        order = 0;
        rate = Conversion.ONE;
        unit = 1;
        lines = 0;
        sum = 0;
    }

    @Override
    void take(Fact fact) throws IOException {
        if (fact.role() == ORDER) {
            order = fact.row();
            total = fact.value(TOTAL);
            rate = fact.value(RATE);
            unit = fact.value(UNIT);
            return;
        }
        lines++;
        sum += fact.value(AMOUNT);
        teller.tell(
                orderLines,
                DocumentTables.line(fact.value(ORDER_ID), fact.value(NUMBER)),
                OrderLines.ORDERED,
                fact.row(),
                fact.value(QUANTITY),
                fact.value(PRICE),
                fact.value(ORDER_ID),
                rate,
                unit);
    }

    @Override
    void end() {
        if (order == 0) {
            return;
        }
        findings.checked(Rule.ORDER_TOTALS, 1);
        if (lines == 0 || sum != total) {
            findings.violation(
                    Rule.ORDER_TOTALS,
                    table,
                    order,
                    "its total is " + Amounts.text(total) + ", that of its " + lines + " lines " + Amounts.text(sum));
        }
    }
}
