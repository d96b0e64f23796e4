package dev.headroom.app.audit;

import java.time.LocalDate;
import java.util.Arrays;

/** A tax return with the payment of what it leaves to pay, or the refund: in the next month, on the 15th or when banks open after it. */
final class TaxReturns extends Relation {
    static final int RETURN = 0;
    static final int PAYMENT = 1;

    private static final int PAYMENT_DAY = 15;
    /** Days of a weekend and holidays around it. */
    private static final int MOST_DAYS_OFF = 10;

    private final RuleFindings findings;
    private long[] accounts = new long[4];
    private long[] amounts = new long[4];
    private int lines;
    private long row;
    private long place;
    private boolean paid;

    TaxReturns(RuleFindings findings) {
        super(0);
        this.findings = findings;
    }

    @Override
    void begin() {
        lines = 0;
        row = 0;
        paid = false;
    }

    /** Takes a line of a return: account, amount, company and day; or what a payment posts to a tax account, and the same. */
    @Override
    void take(Fact fact) {
        if (fact.role() == RETURN) {
            if (lines == accounts.length) {
                accounts = Arrays.copyOf(accounts, 2 * lines);
                amounts = Arrays.copyOf(amounts, 2 * lines);
            }
            accounts[lines] = fact.value(0);
            amounts[lines++] = fact.value(1);
            row = fact.row();
            place = fact.value(2);
            return;
        }
        findings.checked(Rule.TAX_RETURNS, 1);
        if (row == 0 || Fact.party(place) != Fact.party(fact.value(2))) {
            violation(fact, "there is no return of the company that it pays");
            return;
        }
        long left = 0;
        for (int i = 0; i < lines; i++) {
            left += accounts[i] == fact.value(0) ? amounts[i] : 0;
        }
        if (paid || fact.value(1) != -left) {
            violation(
                    fact,
                    "it posts " + Amounts.text(fact.value(1)) + "; of its return, row " + row + " of the journal, "
                            + Amounts.text(paid ? 0 : -left) + " is left to pay");
        }
        paid = true;
        int day = Fact.day(fact.value(2));
        int dayOfMonth = LocalDate.ofEpochDay(day).getDayOfMonth();
        boolean next = CalendarDays.month(day) == CalendarDays.month(Fact.day(place)) + 1;
        if (!next || dayOfMonth < PAYMENT_DAY || dayOfMonth > PAYMENT_DAY + MOST_DAYS_OFF) {
            violation(
                    fact,
                    "it is of " + Days.text(day) + ", and the return of " + Days.text(Fact.day(place))
                            + " is paid on the 15th of the next month");
        }
    }

    private void violation(Fact fact, String what) {
        findings.violation(Rule.TAX_RETURNS, Labels.JOURNAL, fact.row(), what);
    }

    @Override
    void end() {}
}
