package dev.headroom.app.run;

import dev.headroom.degrade.DegradationActions;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Fidelity;
import dev.headroom.generator.Range;
import dev.headroom.generator.RangeSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a run anew beside itself: ranges at Normal are copied, the others generated. Used by one thread.
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
        try (Production production = Production.open(session, directory.path(), start)) {
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
            directory.setComplete();
            directory.moveFiles();
            return new RepairResult(run, ManifestFile.read(run), session.elapsedNanos(), generated, false, null, null);
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
        try (RecordedRanges recorded = RecordedRanges.open(run, manifest);
                SegmentCopy copy = SegmentCopy.open(run, production.outputs().outputs())) {
            skip(recorded, start.nextRange());
            for (LevelSpan span : manifest.levels()) {
                long from = Math.max(span.from(), ranges.nextIndex());
                if (from >= span.to() || stop.isRequested()) {
                    continue;
                }
                if (span.level() == DegradationLevel.NORMAL) {
                    if (!copy(production, ranges, span.to(), recorded, copy)) {
                        return false;
                    }
                } else {
                    skip(recorded, span.to() - from);
                    if (!production.produce(ranges, span.to(), ContentLevel.NORMAL_OR_NONE)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static void skip(RecordedRanges recorded, long count) throws IOException, RunRefusedException {
        for (long i = 0; i < count; i++) {
            recorded.next();
        }
    }

    /** Copies ranges until the end or a stop; false after a failure. */
    private boolean copy(
            Production production, RangeSequence ranges, long end, RecordedRanges recorded, SegmentCopy copy)
            throws IOException, RunRefusedException {
        StopRequest stop = session.request().stop();
        while (ranges.nextIndex() < end && mayCopy()) {
            RecordedRange source = Objects.requireNonNull(recorded.next());
            SpaceReservation space = reserve(source.bytes());
            if (space == null) {
                return true;
            }
            Range range = ranges.next();
            try {
                copy(range, ranges.numbering(), source, space, production, copy);
            } catch (IOException e) {
                WriteFailure meaning = session.guard().explain(e);
                stop.request(meaning.reason(), meaning.message(), e);
                return false;
            }
        }
        return true;
    }

    private boolean mayCopy() {
        StopRequest stop = session.request().stop();
        RunGuard guard = session.guard();
        if (DegradationActions.forLevel(guard.level()).terminate()) {
            stop.request(StopReason.EMERGENCY, guard.emergencyReason());
        } else if (guard.hardLimitExceeded()) {
            stop.request(StopReason.MEMORY_LIMIT, guard.emergencyReason());
        } else if (Thread.currentThread().isInterrupted()) {
            stop.request(StopReason.INTERRUPTED, "interrupted");
        }
        return !stop.isRequested();
    }

    private @Nullable SpaceReservation reserve(long bytes) {
        try {
            return session.guard().reserve(bytes);
        } catch (RunGuard.OutOfSpaceException e) {
            session.request().stop().request(StopReason.DISK_FULL, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static void copy(
            Range range,
            long[] numberingAfter,
            RecordedRange source,
            SpaceReservation space,
            Production production,
            SegmentCopy copy)
            throws IOException, RunRefusedException {
        OutputSet outputs = production.outputs();
        long[] rows = new long[outputs.tableCount()];
        for (int output = 0; output < source.parts().size(); output++) {
            RecordedRange.Part part = source.parts().get(output);
            if (part != null) {
                copy.copy(output, part.segment());
                rows[outputs.outputs().get(output).tableIndex()] = part.rows();
            }
        }
        RangeAssignment assignment =
                new RangeAssignment(range, numberingAfter, DegradationLevel.NORMAL, Fidelity.NORMAL, 1, space);
        production.checkpoints().commitCopy(new CopiedRange(assignment, rows));
    }

    /** A range whose bytes were copied. */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    private record CopiedRange(RangeAssignment assignment, long[] tableRows) implements CompletedRange {
        @Override
        public long rows(int table) {
            return tableRows[table];
        }
    }

    @SuppressWarnings("CatchingUnchecked") // whatever fails, the checkpoint before stands
    private void end(Production production, boolean whole) {
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
                checkpoints.write(stop == null ? Manifest.Status.COMPLETED : Manifest.Status.STOPPED, stop);
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
            case RUNNING -> new Manifest.Stop(StopReason.INTERRUPTED, "its process was killed");
        };
    }
}
