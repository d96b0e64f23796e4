package dev.headroom.app.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found of each rule: how much was checked, and what does not hold, of which the first few are kept. Safe for many threads. */
final class RuleFindings implements LabelFindings {
    private static final int MOST_KEPT = 10;

    /** A row that breaks a rule. */
    record Violation(Rule rule, String table, long row, String what) {}

    private static final class OfRule {
        private final List<Violation> kept = new ArrayList<>();
        private long checked;
        private long violations;
        private @Nullable String notApplicable;
    }

    private final Map<Rule, OfRule> rules = new EnumMap<>(Rule.class);

    RuleFindings() {
        for (Rule rule : Rule.values()) {
            rules.put(rule, new OfRule());
        }
    }

    private OfRule of(Rule rule) {
        OfRule found = rules.get(rule);
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    /** Counts what was checked. */
    synchronized void checked(Rule rule, long count) {
        of(rule).checked += count;
    }

    /** Keeps or counts a violation. */
    synchronized void violation(Rule rule, String table, long row, String what) {
        OfRule found = of(rule);
        found.violations++;
        if (found.kept.size() < MOST_KEPT) {
            found.kept.add(new Violation(rule, table, row, what));
        }
    }

    /** Says why a rule has nothing to check. */
    synchronized void notApplicable(Rule rule, String why) {
        of(rule).notApplicable = why;
    }

    @Override
    public void lostQualityLabel(long labelRow) {
        violation(
                Rule.LABELS,
                "quality_labels",
                labelRow,
                "the row that it names is not there, or before those of labels before it");
    }

    @Override
    public void lostAnomalyLabel(long labelRow) {
        violation(
                Rule.LABELS,
                "anomaly_labels",
                labelRow,
                "the line that it names is not there, or before those of labels before it");
    }

    @Override
    public void differs(String table, long row, String what) {
        violation(Rule.LABELS, table, row, what);
    }

    /** What is to be told of a rule. */
    synchronized long checked(Rule rule) {
        return of(rule).checked;
    }

    synchronized long violations(Rule rule) {
        return of(rule).violations;
    }

    synchronized List<Violation> kept(Rule rule) {
        return List.copyOf(of(rule).kept);
    }

    synchronized @Nullable String notApplicable(Rule rule) {
        OfRule found = of(rule);
        return found.checked == 0 && found.violations == 0 ? found.notApplicable : null;
    }
}
