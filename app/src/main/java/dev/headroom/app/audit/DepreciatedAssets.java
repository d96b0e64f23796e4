package dev.headroom.app.audit;

/** An asset of the register with what is depreciated of it: a straight line from the month after its acquisition to the end of its life. */
final class DepreciatedAssets extends Relation {
    static final int ASSET = 0;
    static final int LINE = 1;

    private static final String TABLE = "depreciation_lines";
    /** Half a unit of a currency without decimals, to which amounts are rounded. */
    private static final long TOLERANCE = 50;

    private final RuleFindings findings;
    private long place;
    private long depreciable;
    private long life;
    private int lines;
    private int month;
    private long accumulated;

    DepreciatedAssets(RuleFindings findings) {
        super(0);
        this.findings = findings;
    }

    @Override
    void begin() {
        life = 0;
        lines = 0;
    }

    /** Takes an asset: company and day of acquisition, what is depreciable, and life; or a line: company and day, its amount, and the sum. */
    @Override
    void take(Fact fact) {
        if (fact.role() == ASSET) {
            place = fact.value(0);
            depreciable = fact.value(1);
            life = fact.value(2);
            return;
        }
        if (life == 0) {
            return;
        }
        findings.checked(Rule.DEPRECIATION_LINES, 1);
        int lineMonth = CalendarDays.month(Fact.day(fact.value(0)));
        long amount = fact.value(1);
        long sum = fact.value(2);
        if (Fact.party(fact.value(0)) != Fact.party(place)) {
            violation(fact, "its asset is one of another company");
        } else if (lines > 0 && (lineMonth <= month || sum != accumulated + amount)) {
            violation(fact, "it does not add up with the line of an earlier month");
        } else {
            long months = Math.min(life, lineMonth - CalendarDays.month(Fact.day(place)));
            if (amount <= 0 || Math.abs(sum - depreciable * months / life) > TOLERANCE) {
                violation(
                        fact,
                        "after " + months + " of " + life + " months " + Amounts.text(sum) + " of "
                                + Amounts.text(depreciable) + " is depreciated");
            }
        }
        lines++;
        month = lineMonth;
        accumulated = sum;
    }

    private void violation(Fact line, String what) {
        findings.violation(Rule.DEPRECIATION_LINES, TABLE, line.row(), what);
    }

    @Override
    void end() {}
}
