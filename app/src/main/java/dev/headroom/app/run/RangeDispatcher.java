package dev.headroom.app.run;

import dev.headroom.degrade.DegradationActions;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.Resource;
import dev.headroom.generator.Range;
import dev.headroom.generator.RangeSequence;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the ranges of a run in order, each at the level that is in force at that moment, and stops handing out when the run has to
 * stop. Safe for use by many threads.
 */
final class RangeDispatcher {
    /** Bytes set aside for an entry in one format before any has been written. */
    private static final long FIRST_GUESS = 4_000;

    /** What a range takes beside its entries: master records, headers, and its part of the log. */
    private static final long MINIMUM_RESERVATION = 512 << 10;

    /** What the epilogue writes of a cell in one format. */
    private static final long CELL_BYTES = 400;

    private final RangeSequence ranges;
    private final long end;
    private final ContentLevel contentLevel;
    private final RunGuard guard;
    private final EmergencyWait emergency;
    private final StopRequest stop;
    private final Supplier<RunTotals> totals;
    private final int batchRows;
    private final int formatCount;
    private final @Nullable DegradationLevel replaced;
    private final LongSupplier cells;
    private volatile long handedOut;
    private @Nullable Range pending;

    /**
     * Makes a dispatcher.
     *
     * @param end range after the last that is handed out
     * @param replaced level at which the ranges were written before, where they are written anew; else null
     * @param cells how many cells the totals have of which an epilogue is made
     */
    RangeDispatcher(
            RangeSequence ranges,
            long end,
            ContentLevel contentLevel,
            RunGuard guard,
            EmergencyWait emergency,
            StopRequest stop,
            Supplier<RunTotals> totals,
            int batchRows,
            int formatCount,
            @Nullable DegradationLevel replaced,
            LongSupplier cells) {
        this.ranges = ranges;
        this.end = end;
        this.contentLevel = contentLevel;
        this.guard = guard;
        this.emergency = emergency;
        this.stop = stop;
        this.totals = totals;
        this.batchRows = batchRows;
        this.formatCount = formatCount;
        this.replaced = replaced;
        this.cells = cells;
        this.handedOut = ranges.nextIndex();
    }

    /** Whether nothing more is handed out: all ranges are, or the run has to stop. */
    synchronized boolean isDone() {
        return stop.isRequested() || (pending == null && ranges.nextIndex() == end);
    }

    /** The next range; null if the run is done, or waits for an emergency to pass. */
    synchronized @Nullable RangeAssignment next() {
        if (isDone()) {
            return null;
        }
        DegradationLevel level = guard.level();
        DegradationActions actions = DegradationActions.forLevel(level);
        if (actions.terminate()) {
            waitOrStop(StopReason.EMERGENCY, null, guard.emergencyReason());
            return null;
        }
        if (guard.hardLimitExceeded()) {
            waitOrStop(StopReason.MEMORY_LIMIT, Resource.MEMORY, guard.emergencyReason());
            return null;
        }
        DegradationLevel content = contentLevel.of(pending == null ? ranges.nextIndex() : pending.index(), level);
        if (content == null) {
            stop.request(
                    StopReason.PRESSURE,
                    "the level came to " + level + ", at which nothing is written at Normal (" + guard.emergencyReason()
                            + ")");
            return null;
        }
        Range range = pending == null ? ranges.next() : pending;
        SpaceReservation space;
        try {
            space = formatCount == 0 ? SpaceReservation.NOTHING : guard.reserve(expectedBytes(range));
        } catch (RunGuard.OutOfSpaceException e) {
            // The range is not handed out, and none before it.
            pending = range;
            waitOrStop(StopReason.DISK_FULL, Resource.DISK, String.valueOf(e.getMessage()));
            return null;
        }
        pending = null;
        emergency.passed();
        handedOut = range.index() + 1;
        return new RangeAssignment(range, ranges.numbering(), content, replaced, actions.batchSize(batchRows), space);
    }

    private void waitOrStop(StopReason why, @Nullable Resource resource, String reason) {
        if (!emergency.waitsFor(resource, reason)) {
            stop.request(why, reason + emergency.outcome());
        }
    }

    /** Number of the range that will be handed out next; never blocks, since guards ask while they are being asked. */
    long position() {
        return handedOut;
    }

    /** Twice what its entries would take by the mean so far: one with a long entry is covered too, most is given back. */
    private long expectedBytes(Range range) {
        RunTotals done = totals.get();
        long entryBytes = done.entries() == 0 ? FIRST_GUESS * formatCount : done.bytes() / done.entries();
        long epilogue = range.kind() == Range.Kind.EPILOGUE ? CELL_BYTES * cells.getAsLong() * formatCount : 0;
        return MINIMUM_RESERVATION + 2 * range.entries() * entryBytes + epilogue;
    }
}
