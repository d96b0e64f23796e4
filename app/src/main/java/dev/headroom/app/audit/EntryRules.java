package dev.headroom.app.audit;

import java.util.Set;

/** What an entry has to hold by itself, whatever documents say. Used by one thread. */
final class EntryRules {
    /** Entries that people make, or that come from other systems and templates without a document. */
    private static final Set<String> WITHOUT_DOCUMENTS = Set.of("manual", "interface", "recurring", "adjustment");

    private static final Set<String> BY_PEOPLE = Set.of("manual", "adjustment");
    private static final String OF_CLOSING = "closing";
    private static final long CLOSING_PERIOD = 13;

    private final Books books;
    private final Staff staff;
    private final RuleFindings findings;
    private long reportingCurrency;
    private long entries;
    private long people;

    EntryRules(Books books, Staff staff, RuleFindings findings) {
        this.books = books;
        this.staff = staff;
        this.findings = findings;
    }

    private void violation(Rule rule, EntryHeader entry, String what) {
        findings.violation(rule, Labels.JOURNAL, entry.row, what);
    }

    /** Checks an entry with all its lines. */
    void check(EntryHeader entry, EntrySums sums) {
        entries++;
        checkBalance(entry, sums);
        if (entry.company == LongIndex.NONE) {
            return;
        }
        checkCurrencies(entry, sums);
        checkDates(entry);
        checkControl(entry, sums);
        checkPeople(entry, sums);
        if (entry.reversal != (entry.reversalId != 0)) {
            violation(Rule.REVERSALS, entry, "reversal_indicator and reversal_journal_id contradict one another");
        }
    }

    private void checkBalance(EntryHeader entry, EntrySums sums) {
        if (sums.amount != 0 || sums.local != 0 || sums.reporting != 0) {
            violation(
                    Rule.ENTRY_BALANCE,
                    entry,
                    "debits less credits are " + Amounts.text(sums.amount) + ", local " + Amounts.text(sums.local)
                            + ", reporting " + Amounts.text(sums.reporting));
        }
    }

    private void checkCurrencies(EntryHeader entry, EntrySums sums) {
        if (reportingCurrency == 0) {
            reportingCurrency = entry.reportingCurrency;
        }
        long own = books.company(entry.company).currency();
        if (entry.localCurrency != own || entry.reportingCurrency != reportingCurrency) {
            violation(Rule.ENTRY_CURRENCIES, entry, "its currencies are not those of the company and the group");
        } else if (entry.currency == own && sums.debits != sums.localDebits) {
            violation(
                    Rule.ENTRY_CURRENCIES,
                    entry,
                    "debits are " + Amounts.text(sums.debits) + ", and in the same currency "
                            + Amounts.text(sums.localDebits));
        }
    }

    private void checkDates(EntryHeader entry) {
        boolean closing = entry.period == CLOSING_PERIOD;
        Books.Period period = books.period(entry.company, entry.year, entry.period);
        Books.Period month = period == null && closing ? books.period(entry.company, entry.year, 12) : period;
        if (month == null) {
            violation(
                    Rule.ENTRY_PERIODS, entry, "there is no period " + entry.period + " of fiscal year " + entry.year);
            return;
        }
        boolean inside = entry.effectiveDate >= month.startsOn() && entry.effectiveDate <= month.endsOn();
        if (closing != entry.source.equals(OF_CLOSING)) {
            violation(Rule.ENTRY_PERIODS, entry, "a " + entry.source + " entry is of period " + entry.period);
        }
        if (!inside) {
            violation(
                    Rule.ENTRY_PERIODS,
                    entry,
                    "its effective date is " + Days.text(entry.effectiveDate) + ", its period " + entry.period + " of "
                            + entry.year);
        }
        boolean late = period != null && entry.enteredDate > period.closedOn();
        if (late || entry.enteredDate < month.openedOn()) {
            violation(
                    Rule.POSTING_WINDOW,
                    entry,
                    "it was entered on " + Days.text(entry.enteredDate) + ", and its period was open from "
                            + Days.text(month.openedOn()) + " to " + Days.text(month.closedOn()));
        }
        if (entry.documentDate > entry.effectiveDate) {
            violation(
                    Rule.ENTRY_DATES,
                    entry,
                    "its voucher is of " + Days.text(entry.documentDate) + ", after " + Days.text(entry.effectiveDate));
        }
        if (entry.hasApprovalDate && entry.approvedDate < entry.enteredDate) {
            violation(
                    Rule.ENTRY_DATES,
                    entry,
                    "it was approved on " + Days.text(entry.approvedDate) + ", and entered on "
                            + Days.text(entry.enteredDate));
        }
    }

    private void checkControl(EntryHeader entry, EntrySums sums) {
        if (sums.touchesControl() && WITHOUT_DOCUMENTS.contains(entry.source)) {
            violation(Rule.CONTROL_ACCOUNTS, entry, "a " + entry.source + " entry posts to a control account");
        }
        boolean documented = entry.source.equals("purchasing") || entry.source.equals("sales");
        if (documented && entry.document == 0) {
            violation(Rule.CONTROL_ACCOUNTS, entry, "a " + entry.source + " entry has no document");
        }
    }

    private void checkPeople(EntryHeader entry, EntrySums sums) {
        boolean person = staff.isPerson(entry.enteredBy);
        if (person != BY_PEOPLE.contains(entry.source)) {
            violation(
                    Rule.AUTOMATED_ENTRIES,
                    entry,
                    "a " + entry.source + " entry was made by " + (person ? "a person" : "a system"));
        } else if (!person && (entry.approvedBy != 0 || entry.hasApprovalDate)) {
            violation(Rule.AUTOMATED_ENTRIES, entry, "a system's entry has an approver");
        }
        if (!person) {
            return;
        }
        people++;
        if (entry.approvedBy == 0 || !entry.hasApprovalDate) {
            violation(Rule.ENTRY_APPROVAL, entry, "nobody has approved it");
        } else if (entry.approvedBy == entry.enteredBy) {
            violation(Rule.ENTRY_APPROVAL, entry, "who made it has approved it");
        } else if (entry.approvedBy != staff.approver(entry.enteredBy, sums.localDebits)) {
            violation(
                    Rule.ENTRY_APPROVAL,
                    entry,
                    "its approver is not the first manager upward whose limit covers "
                            + Amounts.text(sums.localDebits));
        }
    }

    /** Has checked all entries. */
    void end() {
        findings.checked(Rule.ENTRY_BALANCE, entries);
        findings.checked(Rule.ENTRY_CURRENCIES, entries);
        findings.checked(Rule.ENTRY_PERIODS, entries);
        findings.checked(Rule.POSTING_WINDOW, entries);
        findings.checked(Rule.ENTRY_DATES, entries);
        findings.checked(Rule.CONTROL_ACCOUNTS, entries);
        findings.checked(Rule.AUTOMATED_ENTRIES, entries);
        findings.checked(Rule.ENTRY_NUMBERS, entries);
        findings.checked(Rule.ENTRY_APPROVAL, people);
    }
}
