package dev.headroom.generator.ledger;

import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Accountants;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.ExchangeRates;
import dev.headroom.generator.master.FiscalPeriods;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;

/**
 * Who enters an entry at what time, and who approves it. People work on business days, each with {@linkplain Accountants habits}; systems
 * mostly at night. Immutable.
 */
public final class Bookkeeping {
    /** From 20 o'clock on. */
    private static final Discrete SYSTEM_HOURS = new Discrete(
            .08, .09, .12, .12, .11, .09, .08, .07, .05, .04, .02, .01, .01, .01, .01, .01, .01, .01, .01, .01, .01,
            .01, .01, .01);

    private static final int FIRST_SYSTEM_HOUR = 20;
    /** Around midnight, within which entries are made of the totals of others. */
    private static final int CLOSING_HOURS = 4;

    private static final Discrete DAYS_UNTIL_ENTRY = new Discrete(.7, .2, .1);
    private static final Discrete DAYS_UNTIL_APPROVAL = new Discrete(.6, .3, .1);

    private static final int HOUR = 32;
    private static final int SECOND = 33;
    private static final int ENTRY_LAG = 34;
    private static final int CREATOR = 35;
    private static final int APPROVAL_LAG = 36;
    private static final int VOUCHER_AGE = 37;

    private final Companies companies;
    private final Employees employees;
    private final Accountants accountants;
    private final ExchangeRates rates;
    private final FiscalPeriods periods;
    private final Months months;
    private final int groupCurrency;

    /** Makes the bookkeeping of a ledger. */
    public Bookkeeping(Masters master) {
        this.companies = master.companies();
        this.employees = master.employees();
        this.accountants = master.accountants();
        this.rates = master.exchangeRates();
        this.periods = master.fiscalPeriods();
        this.months = master.months();
        this.groupCurrency = master.groupCurrency();
    }

    /**
     * Begins an entry: sets its identity but for the number, its dates, and an amount currency that is the company's.
     *
     * @param key random key of the entry
     * @param day effective date
     */
    public void begin(EntryDraft draft, EntryKind kind, long key, int company, int day) {
        int month = months.monthOf(day);
        draft.kind = kind;
        draft.key = key;
        draft.company = company;
        draft.fiscalYear = months.yearOf(month);
        draft.blockKey = 0;
        draft.blockIndex = 0;
        draft.blockSize = 1;
        draft.period = months.periodOf(month);
        draft.documentDate = day;
        draft.effectiveDate = day;
        draft.reversalYear = 0;
        draft.reversalNumber = 0;
        draft.currency = companies.currency(company);
        draft.groupCurrency = groupCurrency;
        draft.localRate = Translation.UNIT;
        draft.localUnit = Currencies.unit(draft.currency);
        draft.groupUnit = Currencies.unit(groupCurrency);
        draft.groupRate = rates.rate(draft.currency, groupCurrency, day);
        draft.documentType = EntryDraft.NONE;
        draft.document = 0;
        draft.lineCount = 0;
    }

    /** Gives the entry another transaction currency. */
    void setCurrency(EntryDraft draft, int currency) {
        draft.localRate = rates.rate(currency, companies.currency(draft.company), draft.effectiveDate);
        draft.currency = currency;
    }

    /** Sets who has entered an entry of an automated kind, and when: on its day. */
    public void enterBySystem(EntryDraft draft, int user) {
        enter(draft, user, draft.effectiveDate, (FIRST_SYSTEM_HOUR + SYSTEM_HOURS.draw(draft.key, HOUR)) % 24);
    }

    /** Sets who has entered an automated entry, and when: before dawn of the day after its month, all of which it sums up. */
    public void enterAfterTheMonth(EntryDraft draft, int user) {
        int day = months.lastDayOf(months.monthOf(draft.effectiveDate)) + 1;
        enter(draft, user, day, Draw.below(draft.key, HOUR, CLOSING_HOURS));
    }

    /** Sets who has entered an automated entry, and when: after people have entered theirs on a day. */
    public void enterInTheEvening(EntryDraft draft, int user, int day) {
        enter(draft, user, day, 24 - CLOSING_HOURS + Draw.below(draft.key, HOUR, CLOSING_HOURS));
    }

    private static void enter(EntryDraft draft, int user, int day, int hour) {
        draft.enteredDate = day;
        draft.enteredTime = hour * 3600 + Draw.below(draft.key, SECOND, 3600);
        draft.enteredBy = user;
        draft.approvedBy = EntryDraft.NONE;
        draft.approvedDate = EntryDraft.NONE;
        draft.lastModifiedBy = user;
        draft.lastModifiedDate = day;
    }

    /**
     * Sets who makes an entry that people make, and at what time of the day, before it is known what it is about.
     *
     * @param key what that depends on, but for minutes and seconds
     */
    void assign(EntryDraft draft, long key) {
        int hour = accountants.hour(Draw.bits(key, HOUR));
        draft.enteredTime = hour * 3600 + Draw.below(draft.key, SECOND, 3600);
        draft.enteredBy = accountants.user(draft.company, hour, Draw.bits(key, CREATOR));
    }

    /** Where the subjects of whoever makes the entry begin in any list of them. */
    double desk(EntryDraft draft) {
        return accountants.desk(draft.enteredBy);
    }

    /** Sets the day on which an {@linkplain #assign assigned} entry is made, and who approves it and when. Its lines are complete. */
    void enterByHand(EntryDraft draft) {
        long key = draft.key;
        int company = draft.company;
        draft.enteredDate =
                later(company, draft.effectiveDate, DAYS_UNTIL_ENTRY.draw(key, ENTRY_LAG), draft.effectiveDate);
        draft.approvedBy = employees.approver(company, draft.enteredBy, draft.localDebitTotal());
        draft.approvedDate =
                later(company, draft.enteredDate, DAYS_UNTIL_APPROVAL.draw(key, APPROVAL_LAG), draft.effectiveDate);
        draft.lastModifiedBy = draft.enteredBy;
        draft.lastModifiedDate = draft.enteredDate;
    }

    /** Makes the voucher up to a week older than the entry. */
    void ageVoucher(EntryDraft draft) {
        draft.documentDate = draft.effectiveDate - Draw.below(draft.key, VOUCHER_AGE, 8);
    }

    /** Some business days later, but not after the books of an effective date are closed or the ledger ends. */
    private int later(int company, int day, int days, int effectiveDate) {
        BusinessCalendar calendar = companies.calendar(company);
        int latest = Math.min(months.lastDay(), periods.closedOn(company, months.monthOf(effectiveDate)));
        int found = calendar.plusBusinessDays(day, days);
        return found <= latest ? found : day;
    }
}
