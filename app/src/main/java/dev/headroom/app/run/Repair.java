package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.RangeSequence;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run anew beside itself: ranges at Normal are copied, the others generated. Used by one thread.
 *
 * <p>The totals of the ledger that it keeps are a correction: by how much those of the ranges that it has generated exceed those of the
 * ranges before. So a run that was stopped can be resumed while its repair is.
 *
 * <p>What is there of the new files is always the beginning of the run that was never degraded, so a repair that was stopped goes on with
 * it, whatever has become of the run meanwhile.
 */
final class Repair {
    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);

    private final Path run;
    private final Manifest manifest;
    private final RepairDirectory directory;
    private final RunSession session;
    private final RunProgress start;
    private boolean isComplete;

    /** Makes a repair. */
    Repair(Path run, Manifest manifest, RunSession session, RunProgress start) {
        this.run = run;
        this.manifest = manifest;
        this.directory = new RepairDirectory(run);
        this.session = session;
        this.start = start;
    }

    /** Whether a range of the run was written below Normal. */
    static boolean isNeededBy(Manifest manifest) {
        return manifest.levels().stream().anyMatch(span -> span.level() != DegradationLevel.NORMAL);
    }

    /**
     * Repairs the run.
     *
     * @throws RunRefusedException if the room for it is missing, or a file of the run was changed; the run is as it was
     */
    RepairResult complete() throws IOException, RunRefusedException {
        checkRoom();
        directory.make();
        GeneratedCount generated;
        LedgerTotals correction = TotalsFile.read(directory.path(), start.ledgerTotals());
        try (Production production =
                Production.open(session, directory.path(), start, correction, Manifest.Status.RUNNING)) {
            production.announce();
            boolean whole = produce(production);
            // A channel is closed where the thread that uses it is interrupted, and the end is still to be written.
            boolean interrupted = Thread.interrupted();
            try {
                end(production, whole);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
            generated = production.checkpoints().standing().generated();
        }
        StopRequest.Stop stop = session.request().stop().stop();
        if (isComplete) {
            directory.moveFiles();
            Manifest repaired = ManifestFile.read(run);
            TotalsFile.settle(run, repaired.ledgerTotals());
            return new RepairResult(run, repaired, session.elapsedNanos(), generated, false, null, null);
        }
        return new RepairResult(
                run,
                manifest,
                session.elapsedNanos(),
                generated,
                false,
                stopOf(stop),
                stop == null ? null : stop.cause());
    }

    private void checkRoom() throws IOException, RunRefusedException {
        RepairRoom room = RepairRoom.of(run, manifest, start.nextRange());
        try {
            session.guard().reserve(room.bytes()).release();
        } catch (RunGuard.OutOfSpaceException e) {
            throw new RunRefusedException(
                    run + ": a repair writes its files anew beside the present ones, and there is no room for that: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Whether everything that was begun is in the outputs; false after a failure. */
    private boolean produce(Production production) throws IOException, RunRefusedException {
        RangeSequence ranges = session.ledger().ranges(start.nextRange(), start.numbering());
        StopRequest stop = session.request().stop();
        try (RangeCopy copy = RangeCopy.open(run, manifest, session, production)) {
            copy.skip(start.nextRange() - start.firstRange());
            for (LevelSpan span : manifest.levels()) {
                long from = Math.max(span.from(), ranges.nextIndex());
                long to = Math.min(span.to(), session.ranges().endOfCases());
                if (from >= to || stop.isRequested()) {
                    continue;
                }
                if (span.level() == DegradationLevel.NORMAL) {
                    if (!copy.copy(ranges, to)) {
                        return false;
                    }
                } else {
                    copy.skip(to - from);
                    if (!production.produce(ranges, to, ContentLevel.NORMAL_OR_NONE, span.level())) {
                        return false;
                    }
                }
            }
        }
        return produceEpilogue(production, ranges);
    }

    /** The epilogue follows from all other ranges, so it is always generated. */
    private boolean produceEpilogue(Production production, RangeSequence ranges)
            throws IOException, RunRefusedException {
        RangeSpan span = session.ranges();
        if (manifest.nextRange() != span.end()
                || !span.lacksOnlyEpilogueAfter(
                        production.checkpoints().totals().ranges())) {
            return true;
        }
        return production.produceEpilogue(ranges, ContentLevel.NORMAL_OR_NONE, corrected(production.checkpoints()));
    }

    /**
     * The totals of the repaired run, once the correction is whole. Those of the run are read only here: while workers are at work there is
     * no more memory planned than for the correction.
     */
    private LedgerTotals corrected(Checkpoints checkpoints) throws IOException, RunRefusedException {
        LedgerTotals totals = TotalsFile.read(run, manifest.ledgerTotals());
        totals.add(checkpoints.ledgerTotals());
        return totals;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever fails, the checkpoint before stands
    private void end(Production production, boolean whole) throws RunRefusedException {
        Checkpoints checkpoints = production.checkpoints();
        boolean complete =
                whole && checkpoints.totals().ranges() == manifest.totals().ranges();
        try {
            if (!whole && !checkpoints.isDurabilityLost()) {
                production.outputs().rollBack();
            }
            if (complete) {
                production.outputs().finish(true);
                Manifest.Stop stop = stopOfTheRun();
                checkpoints.writeLast(
                        session.manifests(directory.completeManifest()),
                        corrected(checkpoints),
                        stop == null ? Manifest.Status.COMPLETED : Manifest.Status.STOPPED,
                        stop);
            } else {
                checkpoints.write(
                        Manifest.Status.STOPPED, stopOf(session.request().stop().stop()));
            }
            isComplete = complete;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.warn("The last checkpoint of the repair could not be written: {}", e.toString());
            session.request().stop().request(StopReason.SINK_FAILURE, "writing failed: " + e.getMessage(), e);
        }
    }

    private static Manifest.Stop stopOf(StopRequest.@Nullable Stop stop) {
        return stop == null
                ? new Manifest.Stop(StopReason.INTERNAL_ERROR, "the repair did not come to its end")
                : new Manifest.Stop(stop.reason(), stop.message());
    }

    /** A run that was stopped is so after its repair. */
    private Manifest.@Nullable Stop stopOfTheRun() {
        return switch (manifest.status()) {
            case COMPLETED -> null;
            case STOPPED -> manifest.stop();
            case RUNNING, MERGING -> new Manifest.Stop(StopReason.INTERRUPTED, "its process was killed");
        };
    }
}
