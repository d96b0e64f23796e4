package dev.headroom.app.cli;

import dev.headroom.app.audit.AnomalyTestResult;
import dev.headroom.app.audit.JournalFindings;
import dev.headroom.app.audit.JournalTestResult;
import dev.headroom.app.audit.Statistic;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what an audit of the journal has found, as tables. */
final class JournalText {
    private final PrintStream out;

    JournalText(PrintStream out) {
        this.out = out;
    }

    void print(JournalFindings findings) {
        if (findings.notAudited() != null) {
            out.println("The journal was not audited: " + findings.notAudited() + ".");
            return;
        }
        out.println();
        line("%-62s %9s  %-22s %15s  %s", "statistic", "figure", "gate", "of", "verdict");
        for (Statistic figure : findings.statistics()) {
            line(
                    "%-62s %9s  %-22s %,15d  %s",
                    figure.name(),
                    Statistic.decimal(figure.figure()),
                    figure.gate(),
                    figure.count(),
                    figure.verdict().text() + (figure.binding() ? "" : ", not binding"));
        }
        out.println();
        line("%-14s %15s %15s  %s", "journal test", "found", "of", "");
        for (JournalTestResult result : findings.journalTests()) {
            line(
                    "%-14s %,15d %,15d  %s",
                    result.test().text(),
                    result.found(),
                    result.of(),
                    result.test().finds());
        }
        out.println();
        line("%-24s %9s %9s %7s %9s  %s", "audit test", "labelled", "found", "recall", "precision", "");
        for (AnomalyTestResult result : findings.anomalyTests()) {
            line(
                    "%-24s %,9d %,9d %7.3f %9.3f  %s",
                    result.test().type(),
                    result.labelled(),
                    result.found(),
                    result.recall(),
                    result.precision(),
                    result.test().finds());
        }
        findings.violations().forEach(violation -> out.println("Violation: " + violation));
        long outside = findings.statistics().stream()
                .filter(figure -> figure.violation() != null)
                .count();
        out.println("Journal: " + findings.statistics().size() + " statistics, "
                + (outside == 0 ? "none" : String.valueOf(outside)) + " outside a binding gate; "
                + findings.journalTests().size() + " standard tests and "
                + findings.anomalyTests().size() + " tests for kinds of anomalies");
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
