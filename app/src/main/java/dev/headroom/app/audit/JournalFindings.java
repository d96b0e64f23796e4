package dev.headroom.app.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit of the journal has found.
 *
 * @param statistics the figures, beside their gates
 * @param journalTests the standard tests
 * @param anomalyTests the test for each kind of anomaly
 * @param violations figures that are not in their gates, and what labels say and tests do not find
 * @param notAudited why the journal was not audited; null if it was
 */
public record JournalFindings(
        List<Statistic> statistics,
        List<JournalTestResult> journalTests,
        List<AnomalyTestResult> anomalyTests,
        List<String> violations,
        @Nullable String notAudited) {

    static JournalFindings notAudited(String why) {
        return new JournalFindings(List.of(), List.of(), List.of(), List.of(), why);
    }
}
