package dev.headroom.app.audit;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Manifest;
import dev.headroom.degrade.DegradationLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Audits the journal of a run as it was written: its statistics, the standard journal-entry tests, and the test for each kind of anomaly,
 * held against the labels. Reads the journal once, and documents that entries are compared with; memory does not grow with them.
 */
final class JournalAudit {
    private final Opener opener;
    private final SpillDirectory directory;
    private final Manifest manifest;
    private final StatisticsScope scope;

    private JournalAudit(Opener opener, SpillDirectory directory, Manifest manifest, StatisticsScope scope) {
        this.opener = opener;
        this.directory = directory;
        this.manifest = manifest;
        this.scope = scope;
    }

    /** Audits the journal of a run; blocks until everything is read. */
    static JournalFindings of(RunTables tables, Labels labels, SpillDirectory directory, Manifest manifest)
            throws IOException {
        StatisticsScope scope;
        try {
            scope = scope(manifest);
        } catch (ConfigurationException e) {
            return JournalFindings.notAudited("its configuration cannot be read");
        }
        // Fits of labels and rows are rules of their own.
        return new JournalAudit(new Opener(tables, labels, LabelFindings.IGNORED), directory, manifest, scope).read();
    }

    private static StatisticsScope scope(Manifest manifest) throws ConfigurationException {
        // The defaults ask for a format that the run may not have.
        Set<String> formats = new TreeSet<>(RunTables.FORMATS);
        formats.addAll(manifest.formats());
        ConfigurationReader reader = new ConfigurationReader(formats);
        boolean normal = manifest.levels().stream().allMatch(span -> span.level() == DegradationLevel.NORMAL);
        return new StatisticsScope(
                reader.readJson(Manifest.NAME, manifest.configuration().toString(), Overrides.NONE)
                        .ledger(),
                reader.readJson("defaults", "{}", Overrides.NONE).ledger(),
                normal);
    }

    private JournalFindings read() throws IOException {
        // What is wrong with the books, the rules tell.
        Books books = Books.read(opener, new RuleFindings());
        Staff staff = Staff.read(opener);
        SuspiciousVendors suspicious = SuspiciousVendors.read(opener, staff);
        TestCounts counts = new TestCounts();
        EntryTests entryTests = new EntryTests(books, staff, counts);
        JournalTests journalTests = new JournalTests(books);
        EntryStatistics statistics = new EntryStatistics(scope);
        long duplicateRows;
        long labelledEntries;
        try (EntryLabels entryLabels = EntryLabels.of(opener.tables());
                ClusterTests clusters = new ClusterTests(directory, counts);
                DocumentTests documents = new DocumentTests(directory, counts);
                TableCursor cursor = opener.open(Labels.JOURNAL)) {
            EntryReader reader = new EntryReader(cursor, books, suspicious, entryLabels, (entry, line) -> {
                statistics.line(entry, line);
                journalTests.line(line);
                documents.line(entry, line);
                if (entry.source == EntryFacts.Source.MANUAL) {
                    clusters.line(entry, line);
                }
            });
            for (EntryFacts entry = reader.next(); entry != null; entry = reader.next()) {
                entryTests.test(entry);
                journalTests.entry(entry);
                statistics.entry(entry);
                documents.entry(entry);
                if (entry.source == EntryFacts.Source.MANUAL) {
                    clusters.entry(entry);
                }
            }
            duplicateRows = cursor.duplicates();
            labelledEntries = entryLabels.entries();
            new DocumentReader(opener, documents, clusters).read();
            clusters.end();
            documents.end();
        }
        List<AnomalyTestResult> tests =
                Arrays.stream(AnomalyTest.values()).map(counts::result).toList();
        List<Statistic> figures = statistics.results(labelledEntries);
        List<JournalTestResult> standard = journalTests.results(
                counts, manifest.totals().entries(), manifest.totals().journalLines(), duplicateRows);
        return new JournalFindings(figures, standard, tests, violations(figures, standard, tests), null);
    }

    private List<String> violations(
            List<Statistic> figures, List<JournalTestResult> standard, List<AnomalyTestResult> tests) {
        List<String> violations = new ArrayList<>();
        for (Statistic figure : figures) {
            String violation = figure.violation();
            if (violation != null) {
                violations.add("statistics: " + violation);
            }
        }
        for (JournalTestResult result : standard) {
            boolean exact = result.test() == JournalTest.NUMBER_GAPS || result.test() == JournalTest.LOG_TOTALS;
            if (exact && result.found() > 0) {
                violations.add("journal test " + result.test().text() + ": " + result.found() + " "
                        + result.test().finds());
            }
        }
        boolean columnsComplete =
                manifest.levels().stream().noneMatch(span -> span.level() == DegradationLevel.MINIMAL);
        for (AnomalyTestResult result : tests) {
            if (columnsComplete && result.right() < result.labelled()) {
                violations.add("audit test " + result.test().type() + ": " + (result.labelled() - result.right())
                        + " of the " + result.labelled() + " entries that are labelled so are not among "
                        + result.test().finds());
            }
        }
        return violations;
    }
}
