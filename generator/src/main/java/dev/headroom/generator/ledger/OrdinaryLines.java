package dev.headroom.generator.ledger;

import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Lognormal;

/**
 * Draws the lines of entries that no document posts, on accounts that are open to such entries. Amounts are drawn for the side with
 * more lines; the other side mirrors them or sums groups of them. Immutable.
 */
final class OrdinaryLines {
    /** What an entry does. */
    private enum Purpose {
        EXPENSE_ON_ACCOUNT,
        RECLASSIFICATION,
        PREPAYMENT,
        INCOME_ON_ACCOUNT,
        INCOME_RELEASED;
    }

    private static final Purpose[] PURPOSES = Purpose.values();
    /** Weights of the purposes of manual and of interface entries. */
    static final Discrete MANUAL = new Discrete(.45, .25, .15, .05, .1);

    static final Discrete INTERFACE = new Discrete(.5, .1, .05, .3, .05);
    /** Recurring entries and accruals cost something. */
    static final Discrete COST = new Discrete(1, 0, 0, 0, 0);

    /** In dollars. */
    private static final Lognormal AMOUNTS = new Lognormal(7, 2.5, .01, 1e8);

    private static final long HIGHEST = 10_000_000_000L;

    private static final double ROUND_TO_HUNDREDS = .25;
    private static final double ROUND_TO_FIVES = .15;

    private static final int PURPOSE = 8;
    private static final int AMOUNT = 9;
    private static final int ROUNDING = 10;
    private static final int DETAILS = 11;

    private final int[] expenses;
    private final int[] assets;
    private final int[] liabilities;
    private final int[] income;
    private final CostCenters costCenters;

    OrdinaryLines(ChartOfAccounts chart, CostCenters costCenters) {
        this.expenses = chart.expenses();
        this.assets = chart.assets();
        this.liabilities = chart.liabilities();
        this.income = chart.income();
        this.costCenters = costCenters;
    }

    /**
     * Fills the lines of a draft in the transaction's currency.
     *
     * @param key what the lines depend on
     * @param purposes what the entry can do
     * @param rounded whether people have keyed the amounts, who like round ones
     */
    void fill(EntryDraft draft, long key, Discrete purposes, boolean rounded) {
        int lines = LineShape.lines(key);
        int debits = LineShape.debits(key, lines);
        draft.ensureLines(lines);
        draft.lineCount = lines;
        fillAmounts(draft, key, lines, debits, rounded);
        Purpose purpose = PURPOSES[purposes.draw(key, PURPOSE)];
        int[] debitAccounts = switch (purpose) {
            case EXPENSE_ON_ACCOUNT, RECLASSIFICATION -> expenses;
            case PREPAYMENT, INCOME_ON_ACCOUNT -> assets;
            case INCOME_RELEASED -> liabilities;
        };
        int[] creditAccounts = switch (purpose) {
            case EXPENSE_ON_ACCOUNT, PREPAYMENT -> liabilities;
            case RECLASSIFICATION -> expenses;
            case INCOME_ON_ACCOUNT, INCOME_RELEASED -> income;
        };
        long details = Draw.bits(key, DETAILS);
        fillSide(draft, details, 0, debits, debitAccounts, 0);
        // Another account than that of the first debit, where both sides use the same accounts.
        int taken = debitAccounts == creditAccounts ? draft.account[0] : EntryDraft.NONE;
        fillSide(draft, details, debits, lines, creditAccounts, taken);
    }

    private static void fillAmounts(EntryDraft draft, long key, int lines, int debits, boolean rounded) {
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
        for (int group = 0; group < shorter; group++) {
            int end = (int) ((group + 1L) * longer / shorter);
            long sum = 0;
            for (; done < end; done++) {
                long amount = Currencies.hundredths(AMOUNTS.at(Draw.bits(amountKey, done)), currency);
                if (rounded) {
                    amount = round(amount, scale, Draw.uniform(roundingKey, done));
                }
                // No line is above the highest amount, so that one that is stands out.
                amount = Math.min(amount, highest - sum - (end - 1 - done) * unit);
                sum += amount;
                amounts[longerStart + done] = sign * amount;
            }
            amounts[shorterStart + group] = -sign * sum;
        }
    }

    private static long round(long amount, long scale, double share) {
        if (share < ROUND_TO_HUNDREDS) {
            return amount >= 100_000 * scale ? amount - amount % (10_000 * scale) : amount;
        }
        return share < ROUND_TO_HUNDREDS + ROUND_TO_FIVES && amount >= 10_000 * scale
                ? amount - amount % (500 * scale)
                : amount;
    }

    private void fillSide(EntryDraft draft, long details, int from, int to, int[] accounts, int taken) {
        boolean cost = accounts == expenses;
        JournalTexts.Texts texts = cost ? JournalTexts.COST_LINES : JournalTexts.CONTRA_LINES;
        for (int line = from; line < to; line++) {
            long bits = Draw.bits(details, line);
            // Few accounts are used much, many little: the square of an even distribution.
            double share = (bits >>> 40) * 0x1p-24;
            int index = (int) (share * share * accounts.length);
            if (accounts[index] == taken) {
                index = index + 1 == accounts.length ? 0 : index + 1;
            }
            draft.account[line] = accounts[index];
            draft.costCenter[line] = cost ? costCenters.pick(draft.company, bits << 24) : EntryDraft.NONE;
            draft.lineText[line] = texts.at(bits << 40);
            draft.vendor[line] = EntryDraft.NONE;
            draft.customer[line] = EntryDraft.NONE;
        }
    }
}
