package dev.headroom.app.run;

import java.util.List;

/**
 * How far a run is when a process takes it up.
 *
 * @param totals sums over the completed ranges
 * @param numbering the generator's numbering after them
 * @param levels their levels
 * @param logBytes length of the range log up to there
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record RunProgress(RunTotals totals, long[] numbering, List<LevelSpan> levels, long logBytes) {
    /** A run that has not begun. */
    static RunProgress none(long[] numbering) {
        return new RunProgress(RunTotals.NONE, numbering, List.of(), 0);
    }

    /** What a manifest says. */
    static RunProgress of(Manifest manifest) {
        return new RunProgress(
                manifest.totals(),
                manifest.ranges().numbering(),
                manifest.levels(),
                manifest.ranges().logBytes());
    }

    long nextRange() {
        return totals.ranges();
    }
}
