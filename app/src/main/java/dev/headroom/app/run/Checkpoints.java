package dev.headroom.app.run;

import dev.headroom.generator.LedgerTotals;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Segment;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns completed ranges into positions from which a run can go on, and writes them down now and then.
 *
 * <p>A checkpoint makes the outputs durable, then the range log, then the names in the directory, then the manifest: what the manifest
 * claims is always there. All but {@link #totals} is called by one thread at a time.
 */
final class Checkpoints implements OrderedWriter.Committer {
    private final ManifestWriter manifests;
    private final OutputSet outputs;
    private final RangeLog rangeLog;
    private final TotalsFile totalsFile;
    private final LedgerTotals ledgerTotals;
    private final long firstRange;
    private final LevelHistory levels;
    private final int tableCount;
    private final int journalTable;
    private final TimeSource time;
    private final long intervalNanos;
    private long lastNanos;
    private long[] numbering;
    private GeneratedCount generated = GeneratedCount.NOTHING;
    private Manifest standing;
    private boolean durabilityLost;
    private volatile RunTotals totals;

    Checkpoints(
            ManifestWriter manifests,
            Manifest first,
            RunProgress start,
            List<TableSchema> tables,
            OutputSet outputs,
            RangeLog rangeLog,
            TotalsFile totalsFile,
            LedgerTotals ledgerTotals,
            TimeSource time,
            long intervalNanos) {
        this.manifests = manifests;
        this.outputs = outputs;
        this.rangeLog = rangeLog;
        this.totalsFile = totalsFile;
        this.ledgerTotals = ledgerTotals;
        this.firstRange = start.firstRange();
        this.levels = new LevelHistory(start.levels());
        this.tableCount = tables.size();
        this.journalTable = tables.stream().map(TableSchema::name).toList().indexOf("journal_entries");
        this.time = time;
        this.intervalNanos = intervalNanos;
        this.lastNanos = time.nanoTime();
        this.numbering = start.numbering();
        this.standing = first;
        this.totals = start.totals();
    }

    /** Sums over the committed ranges. */
    RunTotals totals() {
        return totals;
    }

    /** Totals of the ledger over the committed ranges other than the epilogue. */
    LedgerTotals ledgerTotals() {
        return ledgerTotals;
    }

    /** The manifest that was written last. */
    Manifest standing() {
        return standing;
    }

    /** Whether forcing has failed: nobody can tell then what is on the disk, and a second attempt may succeed without it. */
    boolean isDurabilityLost() {
        return durabilityLost;
    }

    /** Counts a range as complete: wholly, or, where that fails, not at all, so that the run can be rolled back to where it was. */
    @Override
    public void commit(CompletedRange range) throws IOException {
        commit(range, generated.plus(range.assignment().range()));
    }

    /** The same for a range that was not generated, but copied. */
    void commitCopy(CompletedRange range) throws IOException {
        commit(range, generated);
    }

    private void commit(CompletedRange range, GeneratedCount generatedAfter) throws IOException {
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
        LedgerTotals more = range.totals();
        totalsFile.setSpaceAside((long) ledgerTotals.size() + more.size());
        ledgerTotals.makeRoomFor(more);
        rangeLog.prepare(range, all, segments);
        levels.add(assignment.range().index(), assignment.level());
        // Nothing from here to the new totals can fail, or takes memory.
        rangeLog.addPrepared();
        for (int output = 0; output < all.size(); output++) {
            all.get(output).add(segments.get(output), range.rows(all.get(output).tableIndex()));
        }
        ledgerTotals.add(more);
        numbering = assignment.numberingAfter();
        generated = generatedAfter;
        totals = after;
        assignment.space().release();
        rangeLog.flushIfLong();
        if (time.nanoTime() - lastNanos >= intervalNanos) {
            write(Manifest.Status.RUNNING, null);
        }
    }

    /**
     * Writes a checkpoint.
     *
     * @throws IOException if that failed; the one before stands
     */
    void write(Manifest.Status status, Manifest.@Nullable Stop stop) throws IOException {
        write(manifests, ledgerTotals, status, stop);
    }

    /** Adds the totals of ranges that were copied; if that fails, no checkpoint can be written any more. */
    void addTotals(LedgerTotals more) {
        ledgerTotals.add(more);
    }

    /**
     * Writes the last checkpoint as another manifest, with other totals of the ledger than those that were added up here.
     *
     * @throws IOException if that failed; the one before stands
     */
    void writeLast(ManifestWriter other, LedgerTotals ofTheLedger, Manifest.Status status, Manifest.@Nullable Stop stop)
            throws IOException {
        write(other, ofTheLedger, status, stop);
    }

    private void write(
            ManifestWriter writer, LedgerTotals ofTheLedger, Manifest.Status status, Manifest.@Nullable Stop stop)
            throws IOException {
        if (durabilityLost) {
            throw new IOException("an earlier attempt to force the files has failed");
        }
        rangeLog.flush();
        boolean last = status.isLast();
        if (last) {
            rangeLog.giveSpaceBack();
        } else {
            rangeLog.setSpaceAside();
        }
        RecordedTotals recorded = totals.ranges() == 0 ? null : totalsFile.write(ofTheLedger);
        force(recorded != null);
        standing = writer.write(progress(recorded), generated, status, stop);
        if (recorded != null) {
            totalsFile.stands();
        }
        if (last) {
            TotalsFile.settle(writer.directory(), recorded);
        } else {
            totalsFile.setSpaceAside(ofTheLedger.size());
        }
        lastNanos = time.nanoTime();
    }

    private void force(boolean withTotals) throws IOException {
        durabilityLost = true;
        outputs.force();
        rangeLog.force();
        if (withTotals) {
            totalsFile.force();
        }
        durabilityLost = false;
    }

    /** The present state. */
    private RunProgress progress(@Nullable RecordedTotals recorded) {
        return new RunProgress(
                firstRange,
                totals,
                recorded,
                numbering,
                levels.spans(),
                rangeLog.position(),
                outputs.outputs().stream().map(OutputState::of).toList());
    }
}
