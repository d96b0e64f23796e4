package dev.headroom.app.run;

import dev.headroom.generator.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of a run.
 *
 * @param first first range
 * @param end range after the last
 * @param epilogue whether the last of them is the ledger's epilogue
 */
record RangeSpan(long first, long end, boolean epilogue) {
    /** All ranges of a ledger, or those of a shard. */
    static RangeSpan of(Ledger ledger, @Nullable Shard shard) {
        return shard == null
                ? new RangeSpan(0, ledger.rangeCount(), true)
                : new RangeSpan(shard.firstRange(ledger), shard.endRange(ledger), false);
    }

    /** Range after the last that can be made without the totals of all others. */
    long endOfCases() {
        return epilogue ? end - 1 : end;
    }

    /** Whether the epilogue alone is still to be made once so many of the ranges are complete. */
    boolean lacksOnlyEpilogueAfter(long complete) {
        return epilogue && complete == endOfCases() - first;
    }

    /** The number of ranges. */
    long count() {
        return end - first;
    }
}
