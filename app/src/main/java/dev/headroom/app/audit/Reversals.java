package dev.headroom.app.audit;

/** Two entries that reverse one another: what one debits the other credits. */
final class Reversals extends Relation {
    private final RuleFindings findings;
    private int count;
    private long firstRow;
    private long lastRow;
    private long firstEntry;
    private long lastEntry;
    private long amounts;
    private long localAmounts;
    private long reportingAmounts;
    private long firstDay;
    private long lastDay;
    private boolean firstHolds;
    private boolean lastHolds;

    Reversals(RuleFindings findings) {
        super(0);
        this.findings = findings;
    }

    /** The key of two entries, whichever names the other. */
    static long pair(long one, long other) {
        return one < other ? Hash.of(one, other) : Hash.of(other, one);
    }

    @Override
    void begin() {
        count = 0;
        amounts = 0;
        localAmounts = 0;
        reportingAmounts = 0;
    }

    @Override
    void take(Fact fact) {
        if (count++ == 0) {
            firstRow = fact.row();
            firstEntry = fact.value(0);
            firstDay = fact.value(4);
            firstHolds = fact.value(5) != 0;
        }
        lastRow = fact.row();
        lastEntry = fact.value(0);
        amounts += fact.value(1);
        localAmounts += fact.value(2);
        reportingAmounts += fact.value(3);
        lastDay = fact.value(4);
        lastHolds = fact.value(5) != 0;
    }

    @Override
    void end() {
        findings.checked(Rule.REVERSALS, 1);
        if (count != 2 || firstEntry == lastEntry) {
            findings.violation(
                    Rule.REVERSALS, Labels.JOURNAL, firstRow, "the entry that it names does not name it in turn");
        } else if (amounts != 0 || localAmounts != 0 || reportingAmounts != 0) {
            findings.violation(
                    Rule.REVERSALS,
                    Labels.JOURNAL,
                    lastRow,
                    "its accounts and amounts are not those of row " + firstRow + " on the other side");
        } else if (CalendarDays.month((int) Math.max(firstDay, lastDay))
                != CalendarDays.month((int) Math.min(firstDay, lastDay)) + 1) {
            findings.violation(
                    Rule.REVERSALS,
                    Labels.JOURNAL,
                    lastRow,
                    "it is of " + Days.text((int) lastDay) + ", and row " + firstRow + " of "
                            + Days.text((int) firstDay) + ", which are not in months that follow one another");
        } else if (firstDay < lastDay ? !firstHolds : !lastHolds) {
            findings.violation(
                    Rule.ENTRY_RATES,
                    Labels.JOURNAL,
                    firstDay < lastDay ? firstRow : lastRow,
                    "its reporting amounts are not at the rate of its month");
        }
    }
}
