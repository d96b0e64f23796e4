package dev.headroom.app.audit;

import static dev.headroom.app.audit.EntryFacts.Mark;
import static dev.headroom.app.audit.EntryFacts.Source;

/** The audit tests that see one entry at a time. */
final class EntryTests {
    private static final long HIGHEST = 100_000_000_00L;
    private static final int DAYS_UNTIL_CLEARED = 30;
    private static final int MANY_LINES = 100;
    private static final double MADE_UP = .08;
    private static final int HOUR = 3600;

    private final Books books;
    private final Staff staff;
    private final TestCounts counts;

    EntryTests(Books books, Staff staff, TestCounts counts) {
        this.books = books;
        this.staff = staff;
        this.counts = counts;
    }

    /** Tests an entry. */
    void test(EntryFacts entry) {
        counts.labelled(entry.kind);
        test(entry, AnomalyTest.UNBALANCED_ENTRY, entry.balance != 0);
        test(entry, AnomalyTest.LATE_POSTING, isLate(entry));
        test(
                entry,
                AnomalyTest.UNUSUALLY_HIGH_AMOUNT,
                entry.source.isOrdinary() && entry.largest > HIGHEST * entry.scale);
        test(entry, AnomalyTest.BENFORD_VIOLATION, entry.lines >= MANY_LINES && entry.digitDeviation() > MADE_UP);
        test(entry, AnomalyTest.UNUSUAL_ACCOUNT_PAIR, entry.has(Mark.EQUITY) && entry.has(Mark.EXPENSE));
        test(entry, AnomalyTest.DORMANT_ACCOUNT, entry.has(Mark.DORMANT));
        if (entry.source == Source.MANUAL) {
            testManual(entry);
        }
    }

    private boolean isLate(EntryFacts entry) {
        int company = books.company(entry.company);
        Books.Period period = books.period(company, entry.fiscalYear, entry.period);
        return period != null && entry.enteredDate > period.closedOn();
    }

    /** Whether what an entry posts to may be cleared after the ledger. */
    private boolean isNearTheEnd(EntryFacts entry) {
        int company = books.company(entry.company);
        return company == LongIndex.NONE || entry.effectiveDate + DAYS_UNTIL_CLEARED >= books.lastDay(company);
    }

    private void testManual(EntryFacts entry) {
        test(entry, AnomalyTest.FICTITIOUS_ENTRY, staff.hasReports(entry.enteredBy));
        test(entry, AnomalyTest.FICTITIOUS_VENDOR, entry.has(Mark.SUSPICIOUS_VENDOR));
        test(entry, AnomalyTest.ROUND_DOLLAR, entry.has(Mark.THOUSANDS));
        test(entry, AnomalyTest.SELF_APPROVAL, entry.approvedBy == entry.enteredBy);
        test(
                entry,
                AnomalyTest.EXCEEDED_APPROVAL_LIMIT,
                entry.approvedBy != 0 && staff.limit(entry.approvedBy) < entry.localDebits);
        test(entry, AnomalyTest.SUSPENSE_ACCOUNT_ABUSE, entry.has(Mark.SUSPENSE) && !isNearTheEnd(entry));
        test(entry, AnomalyTest.EXPENSE_CAPITALISATION, entry.has(Mark.CAPITALISED_COST));
        test(
                entry,
                AnomalyTest.PREMATURE_REVENUE,
                entry.has(Mark.REVENUE)
                        && CalendarDays.month(entry.documentDate) > CalendarDays.month(entry.effectiveDate));
        test(entry, AnomalyTest.GHOST_EMPLOYEE, entry.has(Mark.WAGES));
        test(entry, AnomalyTest.WEEKEND_POSTING, CalendarDays.isWeekend(entry.effectiveDate));
        int hour = entry.enteredTime / HOUR;
        test(entry, AnomalyTest.AFTER_HOURS_POSTING, hour >= 20 || hour < 6);
        test(entry, AnomalyTest.SKIPPED_APPROVAL, entry.approvedBy == 0);
        test(entry, AnomalyTest.VAGUE_DESCRIPTION, entry.vague);
    }

    private void test(EntryFacts entry, AnomalyTest test, boolean finds) {
        if (finds) {
            counts.found(test, entry.kind);
        }
    }
}
