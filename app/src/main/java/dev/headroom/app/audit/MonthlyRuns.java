package dev.headroom.app.audit;

import java.time.LocalDate;

/**
 * A run of a company's month, such as payroll, with its lines and its entries. The entry that the lines name credits what they add up to. What
 * is paid of that later are entries of the run too, which may be those of a run from before the ledger: each debits one of two parts, and
 * has to be there if the days on which it may be are within the ledger.
 */
final class MonthlyRuns extends Relation {
    static final int LINE = 0;
    static final int ENTRY = 1;

    private static final int REMITTANCE_DAY = 15;

    private final String table;
    private final Rule linesRule;
    private final Rule postingRule;
    private final RuleFindings findings;
    private long row;
    private long journal;
    private long place;
    private long first;
    private long second;
    private int firstDay;
    private int lastDay;
    private boolean posted;
    private boolean firstPaid;
    private boolean secondPaid;

    MonthlyRuns(String table, Rule linesRule, Rule postingRule, RuleFindings findings) {
        super(0);
        this.table = table;
        this.linesRule = linesRule;
        this.postingRule = postingRule;
        this.findings = findings;
    }

    @Override
    void begin() {
        row = 0;
        journal = 0;
        first = 0;
        second = 0;
        posted = false;
        firstPaid = false;
        secondPaid = false;
    }

    /**
     * Takes a line: its entry, company and day, both parts, and the days from and until which they are paid if they are; or an entry: its id,
     * company and day, and what it posts.
     */
    @Override
    void take(Fact fact) {
        if (fact.role() == LINE) {
            takeLine(fact);
        } else {
            takeEntry(fact);
        }
    }

    private void takeLine(Fact fact) {
        if (row == 0) {
            row = fact.row();
            journal = fact.value(0);
            place = fact.value(1);
            firstDay = Fact.day(fact.value(4));
            lastDay = Fact.party(fact.value(4));
        } else if (journal != fact.value(0) || place != fact.value(1)) {
            findings.violation(
                    linesRule,
                    table,
                    fact.row(),
                    "its entry, company or day is not that of row " + row + " of the same run");
        }
        first += fact.value(2);
        second += fact.value(3);
    }

    private void takeEntry(Fact fact) {
        findings.checked(Rule.ENTRY_DOCUMENTS, 1);
        long amount = fact.value(2);
        boolean named = fact.value(0) == journal;
        if (row == 0) {
            findings.violation(Rule.ENTRY_DOCUMENTS, Labels.JOURNAL, fact.row(), "the run that it is of has no lines");
        } else if (named) {
            posted = true;
            if (fact.value(1) != place) {
                findings.violation(
                        Rule.ENTRY_DOCUMENTS,
                        table,
                        row,
                        "its entry, row " + fact.row() + " of the journal, is of another company or day");
            }
            findings.checked(postingRule, 1);
            if (amount != -first - second) {
                findings.violation(
                        postingRule,
                        table,
                        row,
                        "its entry, row " + fact.row() + " of the journal, posts " + Amounts.text(amount) + ", not "
                                + Amounts.text(-first - second));
            }
        } else if (Fact.party(fact.value(1)) != Fact.party(place) || Fact.day(fact.value(1)) < Fact.day(place)) {
            findings.violation(
                    Rule.ENTRY_DOCUMENTS,
                    Labels.JOURNAL,
                    fact.row(),
                    "its run, row " + row + " of " + table + ", is of another company or a later day");
        } else {
            takePayment(fact.row(), Fact.day(fact.value(1)), amount);
        }
    }

    private void takePayment(long entry, int day, long amount) {
        findings.checked(postingRule, 1);
        if (amount > 0 && amount == first && !firstPaid) {
            firstPaid = true;
            checkDay(entry, day, monthsLater(day) <= 1);
        } else if (amount > 0 && amount == second && !secondPaid) {
            secondPaid = true;
            boolean fromThe15th = LocalDate.ofEpochDay(day).getDayOfMonth() >= REMITTANCE_DAY;
            checkDay(entry, day, monthsLater(day) == 1 && fromThe15th);
        } else {
            findings.violation(
                    postingRule,
                    Labels.JOURNAL,
                    entry,
                    "it posts " + Amounts.text(amount) + "; of its run, row " + row + " of " + table + ", "
                            + Amounts.text(firstPaid ? 0 : first) + " and " + Amounts.text(secondPaid ? 0 : second)
                            + " are left to pay");
        }
    }

    private int monthsLater(int day) {
        return CalendarDays.month(day) - CalendarDays.month(Fact.day(place));
    }

    private void checkDay(long entry, int day, boolean right) {
        if (!right) {
            findings.violation(
                    postingRule,
                    Labels.JOURNAL,
                    entry,
                    "it is of " + Days.text(day) + ", and its run, row " + row + " of " + table + ", of "
                            + Days.text(Fact.day(place)));
        }
    }

    @Override
    void end() {
        if (row == 0) {
            return;
        }
        if (journal != 0 && !posted) {
            findings.violation(Rule.ENTRY_DOCUMENTS, table, row, "its entry is that of another document");
        }
        LocalDate next = LocalDate.ofEpochDay(Fact.day(place)).plusMonths(1);
        boolean over = next.withDayOfMonth(next.lengthOfMonth()).toEpochDay() <= lastDay;
        if (over && first > 0 && !firstPaid && Fact.day(place) >= firstDay) {
            unpaid(first);
        }
        if (over
                && second > 0
                && !secondPaid
                && next.withDayOfMonth(REMITTANCE_DAY).toEpochDay() >= firstDay) {
            unpaid(second);
        }
    }

    private void unpaid(long part) {
        findings.violation(
                postingRule,
                table,
                row,
                "there is no entry that pays " + Amounts.text(part) + " of it by the end of the next month");
    }
}
