package dev.headroom.app.audit;

import java.util.ArrayList;
import java.util.List;

/** The standard tests that need counts of the whole journal; others are {@link AnomalyTest}s too. Memory grows with users and accounts. */
final class JournalTests {
    private static final int RARE = 20;

    private final Books books;
    private final Sums numbers = new Sums(1);
    private final Sums users = new Sums(1);
    private final long[] accountLines;
    private long entries;
    private long lines;
    private long manual;
    private long gaps;
    private long postDated;

    JournalTests(Books books) {
        this.books = books;
        this.accountLines = new long[books.accountCount()];
    }

    /** Takes a line. */
    void line(EntryReader.Line line) {
        lines++;
        int account = books.account(line.account);
        if (account != LongIndex.NONE) {
            accountLines[account]++;
        }
    }

    /** Takes an entry. */
    void entry(EntryFacts entry) {
        entries++;
        long year = Hash.of(entry.company, entry.fiscalYear);
        gaps += Math.abs(entry.number - numbers.get(year, 0) - 1);
        numbers.set(year, 0, entry.number);
        postDated += entry.documentDate > entry.effectiveDate ? 1 : 0;
        if (entry.source == EntryFacts.Source.MANUAL) {
            manual++;
            users.add(entry.enteredBy, 0, 1);
        }
    }

    /**
     * The results of all tests.
     *
     * @param counts what the tests for kinds of anomalies have found
     * @param loggedEntries entries by the log of ranges
     * @param loggedLines lines by the log of ranges
     * @param duplicateRows rows of the journal that labels name as duplicates
     */
    List<JournalTestResult> results(TestCounts counts, long loggedEntries, long loggedLines, long duplicateRows) {
        List<JournalTestResult> results = new ArrayList<>();
        results.add(new JournalTestResult(JournalTest.NUMBER_GAPS, gaps, entries));
        results.add(new JournalTestResult(
                JournalTest.LOG_TOTALS,
                Math.abs(loggedEntries - entries) + Math.abs(loggedLines - lines - duplicateRows),
                entries));
        results.add(of(JournalTest.UNBALANCED, counts, AnomalyTest.UNBALANCED_ENTRY, entries));
        results.add(of(JournalTest.DUPLICATES, counts, AnomalyTest.DUPLICATE_ENTRY, manual));
        results.add(of(JournalTest.THOUSANDS, counts, AnomalyTest.ROUND_DOLLAR, manual));
        results.add(new JournalTestResult(JournalTest.POST_DATED, postDated, entries));
        results.add(of(JournalTest.WEEKENDS, counts, AnomalyTest.WEEKEND_POSTING, manual));
        results.add(of(JournalTest.NIGHTS, counts, AnomalyTest.AFTER_HOURS_POSTING, manual));
        results.add(new JournalTestResult(JournalTest.RARE_USERS, ofRareUsers(), manual));
        results.add(new JournalTestResult(JournalTest.RARE_ACCOUNTS, onRareAccounts(), lines));
        return results;
    }

    private static JournalTestResult of(JournalTest test, TestCounts counts, AnomalyTest same, long of) {
        return new JournalTestResult(test, counts.result(same).found(), of);
    }

    private long ofRareUsers() {
        long found = 0;
        for (int user = 0; user < users.size(); user++) {
            long count = users.get(users.key(user), 0);
            found += count * RARE * users.size() < manual ? count : 0;
        }
        return found;
    }

    private long onRareAccounts() {
        long used = 0;
        for (long count : accountLines) {
            used += count > 0 ? 1 : 0;
        }
        long found = 0;
        for (long count : accountLines) {
            found += count * RARE * used < lines ? count : 0;
        }
        return found;
    }
}
