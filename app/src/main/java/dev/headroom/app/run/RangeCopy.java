package dev.headroom.app.run;

import dev.headroom.degrade.DegradationActions;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.LedgerTotals;
import dev.headroom.generator.Range;
import dev.headroom.generator.RangeSequence;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Copies completed ranges of a run directory, in their order, to the outputs of another. Used by one thread. */
final class RangeCopy implements Closeable {
    private final RunSession session;
    private final Production production;
    private final RecordedRanges recorded;
    private final SegmentCopy segments;

    private RangeCopy(RunSession session, Production production, RecordedRanges recorded, SegmentCopy segments) {
        this.session = session;
        this.production = production;
        this.recorded = recorded;
        this.segments = segments;
    }

    /** Opens the files of a run. */
    static RangeCopy open(Path run, Manifest manifest, RunSession session, Production production) throws IOException {
        RecordedRanges recorded = RecordedRanges.open(run, manifest);
        try {
            SegmentCopy segments = SegmentCopy.open(run, production.outputs().outputs());
            return new RangeCopy(session, production, recorded, segments);
        } catch (IOException | RuntimeException | Error e) {
            recorded.close();
            throw e;
        }
    }

    /** Leaves some ranges out. */
    void skip(long count) throws IOException, RunRefusedException {
        for (long i = 0; i < count; i++) {
            recorded.next();
        }
    }

    /**
     * Copies ranges until the end or a stop.
     *
     * @param ranges stands before the first
     * @param end range after the last
     * @return false after a failure
     * @throws RunRefusedException if the files of the run do not hold what was written
     */
    boolean copy(RangeSequence ranges, long end) throws IOException, RunRefusedException {
        StopRequest stop = session.request().stop();
        while (ranges.nextIndex() < end && mayCopy()) {
            RecordedRange source = Objects.requireNonNull(recorded.next());
            SpaceReservation space = reserve(source.bytes());
            if (space == null) {
                return true;
            }
            Range range = ranges.next();
            try {
                copy(range, ranges.numbering(), source, space);
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

    private void copy(Range range, long[] numberingAfter, RecordedRange source, SpaceReservation space)
            throws IOException, RunRefusedException {
        OutputSet outputs = production.outputs();
        long[] rows = new long[session.ledger().tables().size()];
        for (int output = 0; output < source.parts().size(); output++) {
            RecordedRange.Part part = source.parts().get(output);
            if (part != null) {
                segments.copy(output, part.segment());
                rows[outputs.outputs().get(output).tableIndex()] = part.rows();
            }
        }
        DegradationLevel level = source.level();
        RangeAssignment assignment = new RangeAssignment(range, numberingAfter, level, null, 1, space);
        production.checkpoints().commitCopy(new CopiedRange(assignment, rows));
    }

    /** A range whose bytes were copied; the totals of such ranges are added, if at all, as those of a whole run. */
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    private record CopiedRange(RangeAssignment assignment, long[] tableRows) implements CompletedRange {
        @Override
        public long rows(int table) {
            return tableRows[table];
        }

        @Override
        public LedgerTotals totals() {
            return NOTHING;
        }
    }

    @Override
    public void close() throws IOException {
        try (recorded) {
            segments.close();
        }
    }
}
