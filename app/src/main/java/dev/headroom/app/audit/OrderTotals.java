package dev.headroom.app.audit;

/** An order with its lines: they add up to its total. */
final class OrderTotals extends Relation {
    static final int ORDER = 0;
    static final int LINE = 1;

    private final String table;
    private final RuleFindings findings;
    private long order;
    private long total;
    private long lines;
    private long sum;

    OrderTotals(int number, String table, RuleFindings findings) {
        super(number, 0);
        this.table = table;
        this.findings = findings;
    }

    @Override
    void begin() {
        order = 0;
        lines = 0;
        sum = 0;
    }

    @Override
    void take(Fact fact) {
        if (fact.role() == ORDER) {
            order = fact.row();
            total = fact.value(0);
        } else {
            lines++;
            sum += fact.value(0);
        }
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
