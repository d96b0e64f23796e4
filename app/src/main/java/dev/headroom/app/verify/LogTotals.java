package dev.headroom.app.verify;

import dev.headroom.app.run.LevelSpan;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.OutputState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the lines of the log add up to, held against the manifest. */
final class LogTotals {
    private final Set<String> names = new HashSet<>();
    private long ranges;
    private long entries;
    private int span;
    private boolean whole = true;

    /** Counts a range; false, with a violation, if it is not the one that follows. */
    boolean add(LoggedRange range, Manifest manifest, Findings findings) {
        long expected = manifest.ranges().first() + ranges;
        if (range.index() != expected) {
            findings.violation(
                    Manifest.RANGE_LOG_NAME,
                    "line " + (ranges + 1) + " is that of range " + range.index() + ", not of range " + expected
                            + "; ranges from there on cannot be checked");
            whole = false;
            return false;
        }
        if (names.isEmpty()) {
            manifest.outputs().stream().map(OutputState::name).forEach(names::add);
        }
        for (String name : range.parts().keySet()) {
            if (!names.contains(name)) {
                findings.violation(
                        Manifest.RANGE_LOG_NAME,
                        "range " + expected + " has bytes of " + name + ", which the manifest does not name");
            }
        }
        checkLevel(range, expected, manifest, findings);
        ranges++;
        entries += range.entries();
        return true;
    }

    private void checkLevel(LoggedRange range, long number, Manifest manifest, Findings findings) {
        List<LevelSpan> levels = manifest.levels();
        while (span < levels.size() && levels.get(span).to() <= number) {
            span++;
        }
        if (span < levels.size() && levels.get(span).level() != range.level()) {
            findings.violation(
                    Manifest.NAME,
                    "levels has range " + number + " at " + levels.get(span).level() + "; by " + Manifest.RANGE_LOG_NAME
                            + " it is " + range.level());
        }
    }

    /** The log cannot be read on. */
    void broken() {
        whole = false;
    }

    boolean isWhole() {
        return whole;
    }

    long ranges() {
        return ranges;
    }

    void compare(Manifest manifest, Findings findings) {
        if (manifest.totals().ranges() != ranges) {
            findings.violation(
                    Manifest.NAME,
                    "totals.ranges is " + manifest.totals().ranges() + "; " + Manifest.RANGE_LOG_NAME + " has "
                            + ranges);
        }
        if (manifest.totals().entries() != entries) {
            findings.violation(
                    Manifest.NAME,
                    "totals.entries is " + manifest.totals().entries() + "; by " + Manifest.RANGE_LOG_NAME + " it is "
                            + entries);
        }
        if (manifest.status() == Manifest.Status.COMPLETED
                && ranges != manifest.ranges().total()) {
            findings.violation(
                    Manifest.NAME,
                    "the run is said to be complete, and " + ranges + " of "
                            + manifest.ranges().total() + " ranges are there");
        }
    }
}
