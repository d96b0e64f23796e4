package dev.headroom.generator.ledger;

import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Draws the header and the lines of entries that no document posts: first their amounts, since what an entry is about depends on how much
 * it moves, then its subject, and then the accounts of that. Amounts are drawn for the side with more lines; the other side mirrors them
 * or sums groups of them. Immutable.
 */
final class OrdinaryLines {
    /** In dollars. */
    private static final Lognormal AMOUNTS = new Lognormal(7, 2.5, .01, 1e8);

    private static final long HIGHEST = 10_000_000_000L;
    /** The most that an entry adds to revenues or expenses, or takes from them, in hundredths of a dollar. */
    private static final long MOST_OF_RESULT = 10_000_000L;

    private static final double ROUND_TO_HUNDREDS = .25;
    private static final double ROUND_TO_FIVES = .15;

    private static final int AMOUNT = 9;
    private static final int ROUNDING = 10;
    private static final int DETAILS = 11;

    private final EntrySubjects subjects;
    private final int kindSlot;
    private final int subjectSlot;
    /** By the code of the header. */
    private final int[][] debitAccounts;

    private final int[][] creditAccounts;
    private final boolean[] onOneAccount;
    /** First text of the lines on an account, and how many there are; by account. */
    private final int[] firstTexts;

    private final int[] textCounts;
    private final boolean[] expense;
    private final CostCenters costCenters;

    /**
     * Makes the lines of entries on some subjects.
     *
     * @param kindSlot slot of an entry's key from which the kind of its subject follows
     * @param subjectSlot slot from which the subject follows
     */
    OrdinaryLines(EntrySubjects subjects, int kindSlot, int subjectSlot, Masters master) {
        this.subjects = subjects;
        this.kindSlot = kindSlot;
        this.subjectSlot = subjectSlot;
        ChartOfAccounts chart = master.accounts();
        this.costCenters = master.costCenters();
        this.debitAccounts = new int[EntrySubjects.ALL.size()][];
        this.creditAccounts = new int[debitAccounts.length][];
        this.onOneAccount = new boolean[debitAccounts.length];
        Map<List<String>, int[]> known = new HashMap<>();
        for (int code = 0; code < debitAccounts.length; code++) {
            EntrySubject subject = EntrySubjects.ALL.get(code);
            debitAccounts[code] = known.computeIfAbsent(subject.debits(), chart::detailed);
            creditAccounts[code] = known.computeIfAbsent(subject.credits(), chart::detailed);
            onOneAccount[code] = subject.onOneAccount();
        }
        this.firstTexts = new int[chart.count()];
        this.textCounts = new int[firstTexts.length];
        this.expense = new boolean[firstTexts.length];
        for (int account = 0; account < firstTexts.length; account++) {
            JournalTexts.Texts texts = Objects.requireNonNull(JournalTexts.OF_ACCOUNT.get(chart.name(account)));
            firstTexts[account] = texts.first();
            textCounts[account] = texts.count();
            expense[account] = chart.isExpense(account);
        }
    }

    /**
     * Fills the header's text and the lines of a draft, in the transaction's currency.
     *
     * @param subjectKey what the subject depends on
     * @param desk where whoever mostly works on a few subjects has them, from 0 to below 1; {@link EntrySubjects#NO_DESK} for the others
     * @param key what the lines depend on
     * @param rounded whether people have keyed the amounts, who like round ones
     */
    void fill(EntryDraft draft, long subjectKey, double desk, long key, boolean rounded) {
        int lines = LineShape.lines(key);
        int debits = LineShape.debits(key, lines);
        draft.ensureLines(lines);
        draft.lineCount = lines;
        boolean large = fillAmounts(draft, debits, key, rounded);
        draft.headerText = subjects.of(large).draw(subjectKey, kindSlot, subjectSlot, desk);
        fillAccounts(draft, debits, key);
    }

    /** Fills the amounts; returns whether they are so large that the entry leaves the result as it is. */
    private static boolean fillAmounts(EntryDraft draft, int debits, long key, boolean rounded) {
        int lines = draft.lineCount;
        long[] amounts = draft.amount;
        int currency = draft.currency;
        long scale = Currencies.scale(currency);
        long unit = Currencies.unit(currency);
        long highest = HIGHEST * scale;
        boolean moreDebits = 2 * debits >= lines;
        int longer = moreDebits ? debits : lines - debits;
        int shorter = lines - longer;
        int longerStart = moreDebits ? 0 : debits;
        int shorterStart = moreDebits ? debits : 0;
        long sign = moreDebits ? 1 : -1;
        long amountKey = Draw.bits(key, AMOUNT);
        long roundingKey = Draw.bits(key, ROUNDING);
        int done = 0;
        long total = 0;
        for (int group = 0; group < shorter; group++) {
            int end = (int) ((group + 1L) * longer / shorter);
            long sum = 0;
            for (; done < end; done++) {
                long amount = Currencies.hundredths(AMOUNTS.at(Draw.bits(amountKey, done)), currency);
                if (rounded) {
                    amount = round(amount, scale, Draw.uniform(roundingKey, done));
                }
                // No line is above the highest amount, so that one that is stands out; and none is all that is left of
                // it.
                long room = highest - sum - (end - 1 - done) * unit;
                if (amount > room) {
                    amount = unit + (amount - unit) % room;
                }
                sum += amount;
                amounts[longerStart + done] = sign * amount;
            }
            amounts[shorterStart + group] = -sign * sum;
            total += sum;
        }
        return total > MOST_OF_RESULT * scale;
    }

    /** Fills accounts, cost centers and texts of lines by the header's text. */
    private void fillAccounts(EntryDraft draft, int debits, long key) {
        int[] debited = debitAccounts[draft.headerText];
        int[] credited = creditAccounts[draft.headerText];
        boolean one = onOneAccount[draft.headerText];
        long details = Draw.bits(key, DETAILS);
        fillSide(draft, details, 0, debits, debited, one, false);
        fillSide(draft, details, debits, draft.lineCount, credited, one, debited == credited);
    }

    private static long round(long amount, long scale, double share) {
        if (share < ROUND_TO_HUNDREDS) {
            return amount >= 100_000 * scale ? amount - amount % (10_000 * scale) : amount;
        }
        return share < ROUND_TO_HUNDREDS + ROUND_TO_FIVES && amount >= 10_000 * scale
                ? amount - amount % (500 * scale)
                : amount;
    }

    /**
     * Fills one side.
     *
     * @param one whether all lines are on one account
     * @param away whether the side moves something away from the account, or the cost center, of the first line
     */
    private void fillSide(EntryDraft draft, long details, int from, int to, int[] accounts, boolean one, boolean away) {
        for (int line = from; line < to; line++) {
            long bits = Draw.bits(details, line);
            // Few accounts are used much, many little: the square of an even distribution.
            double share = ((one ? details : bits) >>> 40) * 0x1p-24;
            int index = (int) (share * share * accounts.length);
            if (away && !one && accounts[index] == draft.account[0]) {
                index = index + 1 == accounts.length ? 0 : index + 1;
            }
            int account = accounts[index];
            int center = EntryDraft.NONE;
            if (expense[account]) {
                center = away && account == draft.account[0]
                        ? costCenters.pickOther(draft.company, draft.costCenter[0], bits << 24)
                        : costCenters.pick(draft.company, bits << 24);
            }
            draft.account[line] = account;
            draft.costCenter[line] = center;
            draft.lineText[line] = firstTexts[account] + Draw.below(bits << 40, textCounts[account]);
            draft.vendor[line] = EntryDraft.NONE;
            draft.customer[line] = EntryDraft.NONE;
        }
    }
}
