package dev.headroom.app.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What is owed to companies in foreign currencies less what they owe: what each period changes of it, in the currency and in the company's,
 * and what valuations of it post. A few sums for each company, period and currency. Safe for many threads.
 */
final class ForeignDebts {
    /** The period before the first. */
    static final int OPENING = 0;

    // What valuations and their reversals post: to accounts of the balance sheet, and as gains and losses.
    private static final int DEBITS = 0;
    private static final int CREDITS = 1;
    private static final int GAINS = 2;
    private static final int LOSSES = 3;
    private static final int ROW = 4;

    private final LongIndex numbers = new LongIndex();
    private final List<Long> currencies = new ArrayList<>();
    private final Sums changes = new Sums(2);
    private final Sums valued = new Sums(ROW + 1);

    /** Adds what a document changes in a period, or is open when the ledger begins. */
    synchronized void owe(int company, int slot, long currency, long amount, long local) {
        int number = numbers.add(currency);
        if (number == currencies.size()) {
            currencies.add(currency);
        }
        long key = JournalTotals.key(company, slot, number);
        changes.add(key, 0, amount);
        changes.add(key, 1, local);
    }

    /** Adds a line of a valuation or a reversal; debits are above zero. */
    synchronized void value(int company, int slot, Books.Account account, long local, long row) {
        long key = JournalTotals.key(company, slot, 0);
        valued.add(key, ROW, row - valued.get(key, ROW));
        if (!account.isResult()) {
            valued.add(key, local > 0 ? DEBITS : CREDITS, Math.abs(local));
        } else if (account.type().equals("REVENUE") && local < 0) {
            valued.add(key, GAINS, -local);
        } else if (account.type().equals("EXPENSE") && local > 0) {
            valued.add(key, LOSSES, local);
        }
    }

    /** Compares what was posted with the rates of each month's end, after all was added. */
    synchronized void check(Books books, ExchangeRates rates, RuleFindings findings) {
        for (int company = 0; company < books.companyCount(); company++) {
            check(company, books, rates, findings);
        }
    }

    private void check(int company, Books books, ExchangeRates rates, RuleFindings findings) {
        long[] owed = new long[currencies.size()];
        long[] booked = new long[currencies.size()];
        add(company, OPENING, owed, booked);
        long gainsBefore = 0;
        long lossesBefore = 0;
        for (int slot : books.slots(company)) {
            add(company, slot, owed, booked);
            long gains = 0;
            long losses = 0;
            for (int i = 0; i < owed.length; i++) {
                long difference = value(owed[i], currencies.get(i), company, slot, books, rates) - booked[i];
                gains += Math.max(difference, 0);
                losses += Math.max(-difference, 0);
            }
            long key = JournalTotals.key(company, slot, 0);
            findings.checked(Rule.REVALUATIONS, 1);
            boolean posted = valued.get(key, DEBITS) == gains + lossesBefore
                    && valued.get(key, CREDITS) == losses + gainsBefore
                    && valued.get(key, GAINS) == gains
                    && valued.get(key, LOSSES) == losses;
            if (!posted) {
                findings.violation(
                        Rule.REVALUATIONS,
                        Labels.JOURNAL,
                        valued.get(key, ROW),
                        "with it, valuations of company "
                                + books.company(company).code() + " in period " + (slot & 15)
                                + " of " + (slot >> 4) + " post gains of " + Amounts.text(valued.get(key, GAINS))
                                + " and losses of " + Amounts.text(valued.get(key, LOSSES)) + ", and debits of "
                                + Amounts.text(valued.get(key, DEBITS)) + " and credits of "
                                + Amounts.text(valued.get(key, CREDITS))
                                + " to what is open; by rates there are gains of "
                                + Amounts.text(gains) + " and losses of " + Amounts.text(losses) + ", after gains of "
                                + Amounts.text(gainsBefore) + " and losses of " + Amounts.text(lossesBefore)
                                + " that are reversed");
            }
            gainsBefore = gains;
            lossesBefore = losses;
        }
    }

    private void add(int company, int slot, long[] owed, long[] booked) {
        for (int i = 0; i < owed.length; i++) {
            long key = JournalTotals.key(company, slot, i);
            owed[i] += changes.get(key, 0);
            booked[i] += changes.get(key, 1);
        }
    }

    /** An amount at the rate of a period's last month, rounded to what the company's currency has. */
    private static long value(long amount, long currency, int company, int slot, Books books, ExchangeRates rates) {
        long own = books.company(company).currency();
        long unit = CurrencyUnits.of(own);
        Books.Period period = books.period(company, slot >> 4, slot & 15);
        long rate = period == null ? ExchangeRates.UNKNOWN : rates.rate(currency, own, period.endsOn());
        long exact = Conversion.nearest(Math.abs(amount), rate);
        long rounded = exact + unit / 2 - (exact + unit / 2) % unit;
        return amount < 0 ? -rounded : rounded;
    }
}
