package dev.headroom.app.run;

import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a run is: what a process needs to take it up.
 *
 * @param totals sums over the completed ranges
 * @param numbering the generator's numbering after them
 * @param levels their levels
 * @param logBytes length of the range log up to there
 * @param outputs rows and positions after them, table by table and for each table the formats in the order they were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record RunProgress(
        RunTotals totals, long[] numbering, List<LevelSpan> levels, long logBytes, List<OutputState> outputs) {
    /** A run that has not begun. */
    static RunProgress none(long[] numbering, List<TableSchema> tables, List<SinkProvider> providers) {
        List<OutputState> outputs = new ArrayList<>();
        for (TableSchema table : tables) {
            for (SinkProvider provider : providers) {
                outputs.add(
                        new OutputState(TableOutput.nameOf(provider, table), table.name(), provider.format(), 0, 0));
            }
        }
        return new RunProgress(RunTotals.NONE, numbering, List.of(), 0, outputs);
    }

    /** What a manifest says. */
    static RunProgress of(Manifest manifest) {
        return new RunProgress(
                manifest.totals(),
                manifest.ranges().numbering(),
                manifest.levels(),
                manifest.ranges().logBytes(),
                manifest.outputs());
    }

    long nextRange() {
        return totals.ranges();
    }
}
