package dev.headroom.app.run;

import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Segment;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns completed ranges into positions from which a run can go on, and writes them down now and then.
 *
 * <p>A checkpoint makes the outputs durable, then the range log, then the manifest: what the manifest claims is always there.
 * {@link #commit} and {@link #write} are called by one thread at a time; {@link #totals} by any.
 */
final class Checkpoints implements OrderedWriter.Committer {
    private final RunIdentity identity;
    private final OutputSet outputs;
    private final RangeLog rangeLog;
    private final ManifestFile manifestFile;
    private final Supplier<Manifest.Resources> resources;
    private final Supplier<List<Manifest.Decision>> decisions;
    private final LevelHistory levels;
    private final int tableCount;
    private final int journalTable;
    private final TimeSource time;
    private final long intervalNanos;
    private long lastNanos;
    private long[] numbering;
    private volatile RunTotals totals;

    Checkpoints(
            RunIdentity identity,
            RunProgress start,
            List<TableSchema> tables,
            OutputSet outputs,
            RangeLog rangeLog,
            ManifestFile manifestFile,
            Supplier<Manifest.Resources> resources,
            Supplier<List<Manifest.Decision>> decisions,
            TimeSource time,
            long intervalNanos) {
        this.identity = identity;
        this.outputs = outputs;
        this.rangeLog = rangeLog;
        this.manifestFile = manifestFile;
        this.resources = resources;
        this.decisions = decisions;
        this.levels = new LevelHistory(start.levels());
        this.tableCount = tables.size();
        this.journalTable = tables.stream().map(TableSchema::name).toList().indexOf("journal_entries");
        this.time = time;
        this.intervalNanos = intervalNanos;
        this.lastNanos = time.nanoTime();
        this.numbering = start.numbering();
        this.totals = start.totals();
    }

    /** Sums over the committed ranges. */
    RunTotals totals() {
        return totals;
    }

    /** Counts a range as complete: wholly, or, where that fails, not at all, so that the run can be rolled back to where it was. */
    @Override
    public void commit(RangeOutput range) throws IOException {
        List<TableOutput> all = outputs.outputs();
        List<Segment> segments = new ArrayList<>(all.size());
        long bytes = 0;
        for (TableOutput output : all) {
            Segment segment = output.cut();
            bytes += segment.length();
            segments.add(segment);
        }
        long rows = 0;
        for (int table = 0; table < tableCount; table++) {
            rows += range.rows(table);
        }
        RangeAssignment assignment = range.assignment();
        RunTotals after = totals.plusRange(assignment.range().entries(), range.rows(journalTable), rows, bytes);
        rangeLog.prepare(range, all, segments);
        levels.add(range.index(), assignment.level());
        // Nothing from here to the new totals can fail, or takes memory.
        rangeLog.addPrepared();
        for (int output = 0; output < all.size(); output++) {
            all.get(output).add(segments.get(output), range.rows(all.get(output).tableIndex()));
        }
        numbering = assignment.numberingAfter();
        totals = after;
        assignment.space().release();
        rangeLog.flushIfLong();
        if (time.nanoTime() - lastNanos >= intervalNanos) {
            write(Manifest.Status.RUNNING, null);
        }
    }

    /** Writes a checkpoint and returns its manifest. */
    Manifest write(Manifest.Status status, Manifest.@Nullable Stop stop) throws IOException {
        outputs.force();
        rangeLog.flush();
        if (status != Manifest.Status.RUNNING) {
            rangeLog.giveSpaceBack();
        }
        rangeLog.force();
        Manifest manifest = manifest(status, stop);
        manifestFile.replace(manifest);
        lastNanos = time.nanoTime();
        return manifest;
    }

    /** The manifest of the present state. */
    Manifest manifest(Manifest.Status status, Manifest.@Nullable Stop stop) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                identity.headroomVersion(),
                identity.algorithmVersion(),
                status,
                stop,
                identity.configurationSha256(),
                identity.configuration(),
                identity.formats(),
                new Manifest.Ranges(identity.rangeCount(), numbering, rangeLog.position()),
                levels.spans(),
                outputs.outputs().stream().map(OutputState::of).toList(),
                totals,
                resources.get(),
                decisions.get());
    }
}
