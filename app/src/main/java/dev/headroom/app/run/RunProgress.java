package dev.headroom.app.run;

import dev.headroom.generator.RangeSequence;
import dev.headroom.sink.SinkProvider;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: what a process needs to take it up.
 *
 * @param firstRange the first range of the run
 * @param totals sums over the completed ranges
 * @param ledgerTotals what the totals file holds; null before the first range
 * @param numbering the generator's numbering after them
 * @param levels their levels
 * @param logBytes length of the range log up to there
 * @param outputs rows and positions after them, table by table and for each table the formats in the order they were asked for
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record RunProgress(
        long firstRange,
        RunTotals totals,
        @Nullable RecordedTotals ledgerTotals,
        long[] numbering,
        List<LevelSpan> levels,
        long logBytes,
        List<OutputState> outputs) {
    /** A run that has not begun; {@code ranges} stands before its first range. */
    static RunProgress none(RangeSequence ranges, List<TableSchema> tables, List<SinkProvider> providers) {
        return new RunProgress(
                ranges.nextIndex(),
                RunTotals.NONE,
                null,
                ranges.numbering(),
                List.of(),
                0,
                emptyOutputs(tables, providers));
    }

    /** Where outputs stand to which nothing was written. */
    static List<OutputState> emptyOutputs(List<TableSchema> tables, List<SinkProvider> providers) {
        List<OutputState> outputs = new ArrayList<>();
        for (TableSchema table : tables) {
            for (SinkProvider provider : providers) {
                outputs.add(
                        new OutputState(TableOutput.nameOf(provider, table), table.name(), provider.format(), 0, 0));
            }
        }
        return outputs;
    }

    /** What a manifest says. */
    static RunProgress of(Manifest manifest) {
        return new RunProgress(
                manifest.ranges().first(),
                manifest.totals(),
                manifest.ledgerTotals(),
                manifest.ranges().numbering(),
                manifest.levels(),
                manifest.ranges().logBytes(),
                manifest.outputs());
    }

    long nextRange() {
        return firstRange + totals.ranges();
    }
}
