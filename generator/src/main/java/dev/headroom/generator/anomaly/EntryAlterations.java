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
import dev.headroom.generator.master.Vendors;
import dev.headroom.generator.procurement.EarlierPayments;
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
    private static final int VENDOR_SLOT = 79;
    private static final int MANAGER_SLOT = 80;
    private static final int PAYMENT_SLOT = 81;
    private static final int LINES_SLOT = 82;
    private static final int AMOUNTS_SLOT = 83;

    /** In hundredths of a dollar. */
    private static final long THOUSAND = 1000_00;
    /** Highest amount of an ordinary line, in hundredths of a dollar. */
    private static final long HIGHEST = 100_000_000_00L;

    /** Amounts from which a lost decimal point would make them larger than amounts can be. */
    private static final long TOO_HIGH_FOR_HUNDREDFOLD = 100_000_000_000_000L;

    private static final int MOST_DAYS_LATE = 15;
    private static final int MOST_DAYS_EARLY = 15;
    private static final int DAYS_UNTIL_CLEARED = 30;
    /** Of an amount above a limit to that limit, in percent. */
    private static final int LEAST_EXCESS = 105;

    private static final int MOST_EXCESS = 300;
    /** Of a part of a split amount to the limit, in percent. */
    private static final int LEAST_PART = 50;

    private static final int MOST_PART = 90;
    private static final int LEAST_MADE_UP_LINES = 100;
    private static final int MADE_UP_LINES_SPREAD = 41;
    private static final int LOWEST_MADE_UP_DIGIT = 5;
    private static final int LAST_START_OF_BURST = 17 * 3600 + 45 * 60;
    private static final int SECONDS_BETWEEN = 40;
    private static final int SECONDS_SPREAD = 15;
    private static final int NIGHT_START = 22 * 3600;
    private static final int NIGHT_SECONDS = 7 * 3600;
    private static final int DAY_SECONDS = 24 * 3600;

    private final Companies companies;
    private final Employees employees;
    private final Vendors vendors;
    private final EarlierPayments payments;
    private final FiscalPeriods periods;
    private final ExchangeRates rates;
    private final Months months;
    private final int groupCurrency;
    private final int suspense;
    private final int dormant;
    private final int wages;
    private final int[] equity;
    private final int[] expenses;
    private final int[] liabilities;
    private final int[] assets;
    private final int[] income;
    private final CostCenters costCenters;

    EntryAlterations(Masters masters, EarlierPayments payments) {
        this.payments = payments;
        vendors = masters.vendors();
        companies = masters.companies();
        employees = masters.employees();
        periods = masters.fiscalPeriods();
        rates = masters.exchangeRates();
        months = masters.months();
        groupCurrency = masters.groupCurrency();
        suspense = masters.accounts().account(AccountRole.SUSPENSE);
        dormant = masters.accounts().account(AccountRole.DORMANT);
        wages = masters.accounts().account(AccountRole.WAGES);
        equity = masters.accounts().equity();
        expenses = masters.accounts().expenses();
        liabilities = masters.accounts().liabilities();
        assets = masters.accounts().assets();
        income = masters.accounts().income();
        costCenters = masters.costCenters();
    }

    /**
     * The kind that can be done to an entry where another is wanted: the same one, or a near one of its category if the entry's
     * values leave no room for it.
     */
    AnomalyKind possible(AnomalyKind kind, EntryDraft draft) {
        long key = draft.key;
        return switch (kind) {
            case FICTITIOUS_ENTRY -> orSelfApproval(kind, manager(draft) >= 0);
            case FICTITIOUS_VENDOR -> orSelfApproval(kind, vendors.reservedCount() > 0);
            case GHOST_EMPLOYEE -> orSelfApproval(kind, employees.ghost(draft.company) >= 0);
            case DUPLICATE_PAYMENT ->
                orSelfApproval(kind, payments.find(draft.company, draft.effectiveDate, Draw.bits(key, PAYMENT_SLOT)));
            case EXCEEDED_APPROVAL_LIMIT ->
                orSelfApproval(kind, employees.approvalLimit(draft.company, superior(draft)) != Employees.NO_LIMIT);
            case SUSPENSE_ACCOUNT_ABUSE ->
                orSelfApproval(kind, draft.effectiveDate + DAYS_UNTIL_CLEARED < months.lastDay());
            case PREMATURE_REVENUE -> orSelfApproval(kind, months.monthOf(draft.effectiveDate) + 1 < months.count());
            case LATE_POSTING -> firstLateDay(draft) > months.lastDay() ? AnomalyKind.SKIPPED_APPROVAL : kind;
            case TRANSPOSED_DIGITS ->
                transposition(draft, largest(draft, 1), largest(draft, -1)) == 0 ? AnomalyKind.DECIMAL_ERROR : kind;
            case WRONG_PERIOD ->
                neighbouringMonth(draft) == months.monthOf(draft.effectiveDate)
                        ? AnomalyKind.MISCLASSIFIED_ACCOUNT
                        : kind;
            default -> kind;
        };
    }

    private static AnomalyKind orSelfApproval(AnomalyKind kind, boolean possible) {
        return possible ? kind : AnomalyKind.SELF_APPROVAL;
    }

    /** The user whom the creator of an entry reports to. */
    private int superior(EntryDraft draft) {
        return employees.approver(draft.company, draft.enteredBy, 0);
    }

    private int manager(EntryDraft draft) {
        return employees.pickManagerUser(draft.company, Draw.bits(draft.key, MANAGER_SLOT));
    }

    /** A reserved vendor, for an entry that is to have one; only if there is any. */
    int fictitiousVendor(EntryDraft draft) {
        return vendors.ordinaryCount() + Draw.below(draft.key, VENDOR_SLOT, vendors.reservedCount());
    }

    /** What was paid before, after {@link #apply} of a duplicate payment: the number of that payment. */
    long paymentNumber() {
        return payments.number();
    }

    /** Does an anomaly of a kind, which is {@linkplain #possible possible} and not one of blocks, to an entry. */
    void apply(AnomalyKind kind, EntryDraft draft) {
        long key = draft.key;
        switch (kind) {
            case FICTITIOUS_ENTRY -> {
                draft.enteredBy = manager(draft);
                draft.lastModifiedBy = draft.enteredBy;
                setAccount(draft, largest(draft, 1), pick(assets, key, ACCOUNT_SLOT));
                setAccount(draft, largest(draft, -1), pick(income, key, ACCOUNT_SLOT));
                approve(draft);
            }
            case FICTITIOUS_VENDOR -> {
                int cost = largest(draft, 1);
                setAccount(draft, cost, pick(expenses, key, ACCOUNT_SLOT));
                draft.costCenter[cost] = costCenters.pick(draft.company, Draw.bits(key, COST_CENTER_SLOT));
                int payable = largest(draft, -1);
                setAccount(draft, payable, pick(liabilities, key, ACCOUNT_SLOT));
                draft.vendor[payable] = fictitiousVendor(draft);
            }
            case EXCEEDED_APPROVAL_LIMIT -> {
                int approver = superior(draft);
                long limit = employees.approvalLimit(draft.company, approver);
                if (draft.localDebitTotal() <= limit) {
                    long unit = Currencies.unit(draft.currency);
                    long percent = Draw.between(key, SIZE_SLOT, LEAST_EXCESS, MOST_EXCESS);
                    // What the limit is in the entry's currency, and a unit more, so that rounding cannot fall below
                    // it.
                    long scaled = limit / draft.localRate * Translation.UNIT
                            + limit % draft.localRate * Translation.UNIT / draft.localRate;
                    shift(draft, (scaled * percent / (100 * unit) + 1) * unit);
                }
                draft.approvedBy = approver;
            }
            case EXPENSE_CAPITALISATION -> {
                int line = largest(draft, 1);
                int costCenter = draft.costCenter[line];
                setAccount(draft, line, pick(assets, key, ACCOUNT_SLOT));
                draft.costCenter[line] = costCenter != EntryDraft.NONE
                        ? costCenter
                        : costCenters.pick(draft.company, Draw.bits(key, COST_CENTER_SLOT));
            }
            case PREMATURE_REVENUE -> {
                setAccount(draft, largest(draft, -1), pick(income, key, ACCOUNT_SLOT));
                draft.documentDate = months.lastDayOf(months.monthOf(draft.effectiveDate))
                        + 1
                        + Draw.below(key, DAY_SLOT, MOST_DAYS_EARLY);
            }
            case GHOST_EMPLOYEE -> {
                int line = largest(draft, 1);
                setAccount(draft, line, wages);
                draft.costCenter[line] = costCenters.pick(draft.company, Draw.bits(key, COST_CENTER_SLOT));
                setAccount(draft, largest(draft, -1), pick(liabilities, key, ACCOUNT_SLOT));
            }
            case DUPLICATE_PAYMENT -> payAgain(draft);
            case DECIMAL_ERROR -> multiply(draft);
            case WRONG_PERIOD -> {
                int month = months.monthOf(draft.effectiveDate);
                int other = neighbouringMonth(draft);
                int dayOfMonth = draft.effectiveDate - months.firstDayOf(month);
                draft.effectiveDate = Math.min(months.firstDayOf(other) + dayOfMonth, months.lastDayOf(other));
                draft.period = months.periodOf(other);
            }
            case MISCLASSIFIED_ACCOUNT -> {
                int line = largest(draft, 1);
                int[] others = draft.costCenter[line] == EntryDraft.NONE ? expenses : assets;
                setAccount(draft, line, pickUnused(draft, others));
            }
            case BENFORD_VIOLATION -> makeUp(draft);
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
            case JUST_BELOW_THRESHOLD, SPLIT_TRANSACTION, DUPLICATE_ENTRY, TRANSACTION_BURST, CIRCULAR_TRANSACTION ->
                throw new IllegalArgumentException(kind + " is not done to a single entry");
        }
    }

    /** Pays what was found to be paid before once more, without the purchase, beside the subledger. */
    private void payAgain(EntryDraft draft) {
        int text = draft.lineText[0];
        restateInOwnCurrency(draft);
        int debit = draft.addLine(pick(liabilities, draft.key, ACCOUNT_SLOT), payments.amount(), text);
        draft.vendor[debit] = payments.vendor();
        draft.addLine(assets[0], -payments.amount(), text);
        draft.translateAll();
        approve(draft);
    }

    /** Moves the decimal point of all amounts by two places, or by one where they would get too large. */
    private static void multiply(EntryDraft draft) {
        long most = 0;
        for (int line = 0; line < draft.lineCount; line++) {
            most = Math.max(most, Math.abs(draft.amount[line]));
            most = Math.max(most, Math.abs(draft.localAmount[line]));
            most = Math.max(most, Math.abs(draft.groupAmount[line]));
        }
        int factor = most < TOO_HIGH_FOR_HUNDREDFOLD / 100 ? 100 : 10;
        for (int line = 0; line < draft.lineCount; line++) {
            draft.amount[line] *= factor;
            draft.localAmount[line] *= factor;
            draft.groupAmount[line] *= factor;
        }
    }

    /** Many costs, from 500.00 to 9,999.99 dollars, with first digits of which all from 5 on are equally frequent. */
    private void makeUp(EntryDraft draft) {
        long key = draft.key;
        int text = draft.lineText[0];
        restateInOwnCurrency(draft);
        long unit = Currencies.unit(draft.currency);
        long scale = Currencies.scale(draft.currency);
        // The scale's own first digit would change those of the amounts.
        while (scale % 10 == 0) {
            scale /= 10;
        }
        long dollars = Currencies.scale(draft.currency) / scale;
        long total = 0;
        int costs = LEAST_MADE_UP_LINES + Draw.below(key, LINES_SLOT, MADE_UP_LINES_SPREAD);
        for (int i = 0; i < costs; i++) {
            long bits = Draw.element(key, AMOUNTS_SLOT, i);
            int digit = LOWEST_MADE_UP_DIGIT + Draw.below(bits, LINE_SLOT, 10 - LOWEST_MADE_UP_DIGIT);
            long magnitude = (Draw.bits(bits, SIZE_SLOT) < 0 ? THOUSAND / 10 : THOUSAND) * dollars;
            long amount = digit * magnitude + Draw.longBelow(bits, TEXT_SLOT, magnitude / unit) * unit;
            int cost = draft.addLine(pick(expenses, bits, ACCOUNT_SLOT), amount, text);
            draft.costCenter[cost] = costCenters.pick(draft.company, Draw.bits(bits, COST_CENTER_SLOT));
            total += amount;
        }
        draft.addLine(pick(liabilities, key, ACCOUNT_SLOT), -total, text);
        draft.translateAll();
        approve(draft);
    }

    /**
     * Makes an entry a member of a cluster: an expense for a vendor, just below a limit.
     *
     * @param cluster key of the cluster
     * @param limit approval limit, in hundredths of a dollar
     */
    void makeJustBelow(EntryDraft draft, long cluster, int vendor, long limit) {
        long unit = Currencies.unit(companies.currency(draft.company));
        long scaled = limit * Currencies.scale(companies.currency(draft.company));
        // From 99 % of the limit to below it.
        long amount = scaled - unit - Draw.longBelow(draft.key, SIZE_SLOT, scaled / (100 * unit)) * unit;
        makeCost(draft, cluster, vendor, amount);
    }

    /** Makes an entry a part of one that would be above a limit, on the day of the first part. */
    void makePart(EntryDraft draft, EntryDraft leader, long cluster, int vendor, long limit) {
        long unit = Currencies.unit(companies.currency(draft.company));
        long scaled = limit * Currencies.scale(companies.currency(draft.company));
        moveTo(draft, leader);
        long percent = Draw.between(draft.key, SIZE_SLOT, LEAST_PART, MOST_PART);
        makeCost(draft, cluster, vendor, scaled * percent / (100 * unit) * unit);
    }

    private void makeCost(EntryDraft draft, long cluster, int vendor, long amount) {
        int text = draft.lineText[0];
        restateInOwnCurrency(draft);
        int debit = draft.addLine(pick(expenses, cluster, ACCOUNT_SLOT), amount, text);
        draft.costCenter[debit] = costCenters.pick(draft.company, Draw.bits(cluster, COST_CENTER_SLOT));
        int credit = draft.addLine(pick(liabilities, cluster, ACCOUNT_SLOT), -amount, text);
        draft.vendor[credit] = vendor;
        draft.translateAll();
        approve(draft);
    }

    /**
     * Makes an entry a link of a ring of transfers.
     *
     * @param leader first entry of the ring, before it was altered
     * @param link position in the ring, from 0
     */
    void makeLink(EntryDraft draft, EntryDraft leader, long cluster, int link) {
        long amount = leader.localAmount[largest(leader, 1)];
        int text = draft.lineText[0];
        restateInOwnCurrency(draft);
        int next = (link + 1) % AnomalyKind.CIRCULAR_TRANSACTION.leastMembers();
        draft.addLine(ringAccount(cluster, next), amount, text);
        draft.addLine(ringAccount(cluster, link), -amount, text);
        draft.translateAll();
        approve(draft);
    }

    /** One of three different accounts: two assets about half the list apart, and a liability. */
    private int ringAccount(long cluster, int position) {
        int first = Draw.below(cluster, ACCOUNT_SLOT, assets.length);
        return switch (position) {
            case 0 -> assets[first];
            case 1 -> assets[(first + assets.length / 2) % assets.length];
            default -> pick(liabilities, cluster, LINE_SLOT);
        };
    }

    /** Enters an entry with others of one user within ten minutes. */
    void hasten(EntryDraft draft, EntryDraft leader, int position) {
        moveTo(draft, leader);
        draft.enteredBy = leader.enteredBy;
        draft.lastModifiedBy = leader.enteredBy;
        draft.enteredTime = Math.min(leader.enteredTime, LAST_START_OF_BURST)
                + position * SECONDS_BETWEEN
                + Draw.below(draft.key, TIME_SLOT, SECONDS_SPREAD);
        draft.translateAll();
        approve(draft);
    }

    /** Dates an entry like another one of the same company and fiscal year. */
    private void moveTo(EntryDraft draft, EntryDraft leader) {
        draft.period = leader.period;
        draft.effectiveDate = leader.effectiveDate;
        draft.documentDate = Math.min(draft.documentDate, leader.effectiveDate);
        draft.enteredDate = leader.enteredDate;
        draft.approvedDate = leader.approvedDate;
        draft.lastModifiedDate = leader.lastModifiedDate;
        int local = companies.currency(draft.company);
        if (draft.currency != local) {
            draft.localRate = rates.rate(draft.currency, local, draft.effectiveDate);
        }
        draft.groupRate = rates.rate(local, groupCurrency, draft.effectiveDate);
    }

    /** Drops an entry's lines, for others in the company's currency. */
    private void restateInOwnCurrency(EntryDraft draft) {
        draft.currency = companies.currency(draft.company);
        draft.localRate = Translation.UNIT;
        draft.groupRate = rates.rate(draft.currency, groupCurrency, draft.effectiveDate);
        draft.lineCount = 0;
    }

    private static int pick(int[] accounts, long key, int slot) {
        return accounts[Draw.below(key, slot, accounts.length)];
    }

    /** An account that no line of an entry has, as one that its document posts to would not be a wrong one. */
    private static int pickUnused(EntryDraft draft, int[] accounts) {
        int first = Draw.below(draft.key, ACCOUNT_SLOT, accounts.length);
        for (int step = 0; step < accounts.length; step++) {
            int account = accounts[(first + step) % accounts.length];
            if (!isUsed(draft, account)) {
                return account;
            }
        }
        return accounts[first];
    }

    private static boolean isUsed(EntryDraft draft, int account) {
        for (int line = 0; line < draft.lineCount; line++) {
            if (draft.account[line] == account) {
                return true;
            }
        }
        return false;
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
        draft.shift(largest(draft, 1), largest(draft, -1), difference);
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

    /** The month after an entry's, or the one before it, in the same fiscal year and the ledger; its own if there is neither. */
    private int neighbouringMonth(EntryDraft draft) {
        int month = months.monthOf(draft.effectiveDate);
        if (month + 1 < months.count() && months.yearOf(month + 1) == draft.fiscalYear) {
            return month + 1;
        }
        return month > 0 && months.yearOf(month - 1) == draft.fiscalYear ? month - 1 : month;
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
