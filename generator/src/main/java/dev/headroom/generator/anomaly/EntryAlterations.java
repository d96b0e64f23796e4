package dev.headroom.generator.anomaly;

import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalTexts;
import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.CostCenters;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.FiscalPeriods;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;

/** What each kind of anomaly does to a clean entry. Leaves alone what structure determines. Immutable. */
final class EntryAlterations {
    private static final int LINE_SLOT = 72;
    private static final int SIZE_SLOT = 73;
    private static final int DAY_SLOT = 74;
    private static final int TIME_SLOT = 75;
    private static final int TEXT_SLOT = 76;
    private static final int ACCOUNT_SLOT = 77;
    private static final int COST_CENTER_SLOT = 78;

    /** In hundredths of a dollar. */
    private static final long THOUSAND = 1000_00;
    /** Highest amount of an ordinary line, in hundredths of a dollar. */
    private static final long HIGHEST = 100_000_000_00L;

    private static final int MOST_DAYS_LATE = 15;
    private static final int NIGHT_START = 22 * 3600;
    private static final int NIGHT_SECONDS = 7 * 3600;
    private static final int DAY_SECONDS = 24 * 3600;

    private final Companies companies;
    private final Employees employees;
    private final FiscalPeriods periods;
    private final ExchangeRates rates;
    private final Months months;
    private final int groupCurrency;
    private final int suspense;
    private final int dormant;
    private final int[] equity;
    private final int[] expenses;
    private final int[] liabilities;
    private final CostCenters costCenters;

    EntryAlterations(Masters masters) {
        companies = masters.companies();
        employees = masters.employees();
        periods = masters.fiscalPeriods();
        rates = masters.exchangeRates();
        months = masters.months();
        groupCurrency = masters.groupCurrency();
        suspense = masters.accounts().account(AccountRole.SUSPENSE);
        dormant = masters.accounts().account(AccountRole.DORMANT);
        equity = masters.accounts().equity();
        expenses = masters.accounts().expenses();
        liabilities = masters.accounts().liabilities();
        costCenters = masters.costCenters();
    }

    /**
     * The kind that can be done to an entry where another is wanted: the same one, or a near one of its category if the entry's
     * values leave no room for it.
     */
    AnomalyKind possible(AnomalyKind kind, EntryDraft draft) {
        if (kind == AnomalyKind.LATE_POSTING && firstLateDay(draft) > months.lastDay()) {
            return AnomalyKind.SKIPPED_APPROVAL;
        }
        if (kind == AnomalyKind.TRANSPOSED_DIGITS && transposition(draft, largest(draft, 1), largest(draft, -1)) == 0) {
            return AnomalyKind.UNBALANCED_ENTRY;
        }
        return kind;
    }

    /** Does an anomaly of a kind, which is {@linkplain #possible possible} and not one of blocks, to an entry. */
    void apply(AnomalyKind kind, EntryDraft draft) {
        long key = draft.key;
        switch (kind) {
            case ROUND_DOLLAR -> {
                long amount = draft.amount[largest(draft, 1)];
                long thousand = THOUSAND * Currencies.scale(draft.currency);
                shift(draft, thousand - amount % thousand);
            }
            case SELF_APPROVAL -> draft.approvedBy = draft.enteredBy;
            case SUSPENSE_ACCOUNT_ABUSE -> setAccount(draft, largest(draft, 1), suspense);
            case REVERSED_AMOUNT -> {
                for (int line = 0; line < draft.lineCount; line++) {
                    draft.amount[line] = -draft.amount[line];
                    draft.localAmount[line] = -draft.localAmount[line];
                    draft.groupAmount[line] = -draft.groupAmount[line];
                }
            }
            case TRANSPOSED_DIGITS -> shift(draft, transposition(draft, largest(draft, 1), largest(draft, -1)));
            case UNBALANCED_ENTRY -> {
                int line = Draw.below(key, LINE_SLOT, draft.lineCount);
                long amount = draft.amount[line];
                long unit = Currencies.unit(draft.currency);
                long excess = unit + Math.abs(amount) * Draw.between(key, SIZE_SLOT, 1, 20) / (100 * unit) * unit;
                draft.amount[line] += amount < 0 ? -excess : excess;
                draft.translate(line);
                approve(draft);
            }
            case LATE_POSTING -> {
                int day = lateDay(draft);
                draft.enteredDate = day;
                draft.lastModifiedDate = day;
                draft.approvedDate = day;
            }
            case WEEKEND_POSTING -> {
                int day = weekend(draft);
                draft.effectiveDate = day;
                draft.enteredDate = day;
                draft.lastModifiedDate = day;
                draft.documentDate = Math.min(draft.documentDate, day);
                draft.approvedDate = Math.max(draft.approvedDate, day);
            }
            case AFTER_HOURS_POSTING ->
                draft.enteredTime = (NIGHT_START + Draw.below(key, TIME_SLOT, NIGHT_SECONDS)) % DAY_SECONDS;
            case SKIPPED_APPROVAL -> {
                draft.approvedBy = EntryDraft.NONE;
                draft.approvedDate = EntryDraft.NONE;
            }
            case VAGUE_DESCRIPTION -> draft.headerText = JournalTexts.VAGUE.at(Draw.bits(key, TEXT_SLOT));
            case UNUSUALLY_HIGH_AMOUNT -> {
                long unit = Currencies.unit(draft.currency);
                long highest = HIGHEST * Currencies.scale(draft.currency);
                shift(draft, highest + Draw.longBelow(key, SIZE_SLOT, 4 * highest / unit) * unit);
            }
            case UNUSUAL_ACCOUNT_PAIR -> {
                setAccount(draft, largest(draft, 1), pick(equity, key, ACCOUNT_SLOT));
                setAccount(draft, largest(draft, -1), pick(expenses, key, ACCOUNT_SLOT));
            }
            case DORMANT_ACCOUNT -> setAccount(draft, largest(draft, -1), dormant);
            case JUST_BELOW_THRESHOLD, DUPLICATE_ENTRY ->
                throw new IllegalArgumentException(kind + " is not done to a single entry");
        }
    }

    /**
     * Makes an entry a member of a cluster: an expense for a vendor, just below a limit.
     *
     * @param cluster key of the cluster
     * @param limit approval limit, in hundredths of a dollar
     */
    void makeMember(EntryDraft draft, long cluster, int vendor, long limit) {
        long key = draft.key;
        draft.currency = companies.currency(draft.company);
        draft.localRate = Translation.UNIT;
        draft.groupRate = rates.rate(draft.currency, groupCurrency, draft.effectiveDate);
        // From 99 % of the limit to below it.
        long unit = Currencies.unit(draft.currency);
        long scaled = limit * Currencies.scale(draft.currency);
        long amount = scaled - unit - Draw.longBelow(key, SIZE_SLOT, scaled / (100 * unit)) * unit;
        int text = draft.lineText[0];
        draft.lineCount = 0;
        int debit = draft.addLine(pick(expenses, cluster, ACCOUNT_SLOT), amount, text);
        draft.costCenter[debit] = costCenters.pick(draft.company, Draw.bits(cluster, COST_CENTER_SLOT));
        int credit = draft.addLine(pick(liabilities, cluster, ACCOUNT_SLOT), -amount, text);
        draft.vendor[credit] = vendor;
        draft.translateAll();
        approve(draft);
    }

    private static int pick(int[] accounts, long key, int slot) {
        return accounts[Draw.below(key, slot, accounts.length)];
    }

    /** The approver that the amount asks for, if the entry has one. */
    private void approve(EntryDraft draft) {
        if (draft.approvedBy != EntryDraft.NONE) {
            draft.approvedBy = employees.approver(draft.company, draft.enteredBy, draft.localDebitTotal());
        }
    }

    /** The line with the largest amount of a sign. */
    private static int largest(EntryDraft draft, int sign) {
        int found = -1;
        for (int line = 0; line < draft.lineCount; line++) {
            long amount = draft.amount[line] * sign;
            if (amount > 0 && (found < 0 || amount > draft.amount[found] * sign)) {
                found = line;
            }
        }
        return found;
    }

    /** Adds an amount to the largest debit and the largest credit. */
    private void shift(EntryDraft draft, long difference) {
        draft.amount[largest(draft, 1)] += difference;
        draft.amount[largest(draft, -1)] -= difference;
        draft.translateAll();
        approve(draft);
    }

    private static void setAccount(EntryDraft draft, int line, int account) {
        draft.account[line] = account;
        draft.costCenter[line] = EntryDraft.NONE;
    }

    /** How the debit changes by the first exchange of two of its digits that leaves the credit on its side; 0 if there is none. */
    private static long transposition(EntryDraft draft, int debit, int credit) {
        long amount = draft.amount[debit];
        for (long unit = Currencies.unit(draft.currency); unit <= amount || unit < 100; unit *= 10) {
            long low = amount / unit % 10;
            long high = amount / unit / 10 % 10;
            long difference = 9 * (low - high) * unit;
            // Both lines have to stay on their sides.
            if (difference != 0 && -draft.amount[credit] + difference > 0 && amount + difference > 0) {
                return difference;
            }
        }
        return 0;
    }

    private int firstLateDay(EntryDraft draft) {
        int closed = periods.closedOn(draft.company, months.monthOf(draft.effectiveDate));
        return companies.calendar(draft.company).nextBusinessDay(closed + 1);
    }

    private int lateDay(EntryDraft draft) {
        int day = companies
                .calendar(draft.company)
                .plusBusinessDays(firstLateDay(draft), Draw.below(draft.key, DAY_SLOT, MOST_DAYS_LATE));
        return day <= months.lastDay() ? day : firstLateDay(draft);
    }

    /** A day of a weekend near the entry's effective date, in the same month. */
    private int weekend(EntryDraft draft) {
        int month = months.monthOf(draft.effectiveDate);
        int direction = Draw.bits(draft.key, DAY_SLOT) < 0 ? -1 : 1;
        int day = draft.effectiveDate;
        while (!BusinessCalendar.isWeekend(day)) {
            day += direction;
            if (months.monthOf(day) != month) {
                direction = -direction;
                day = draft.effectiveDate;
            }
        }
        return day;
    }
}
