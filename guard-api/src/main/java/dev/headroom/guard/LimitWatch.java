package dev.headroom.guard;

/** What is remembered of one limit between two readings: how fast its use grows, and whether it was ever known. One thread at a time. */
final class LimitWatch {
    private final GrowthRate growth = new GrowthRate();
    private final GrowthRate nativeGrowth = new GrowthRate();
    private boolean known;

    /** The growth of the whole use. */
    GrowthRate growth() {
        return growth;
    }

    /** The growth of what is not heap. */
    GrowthRate nativeGrowth() {
        return nativeGrowth;
    }

    void reset() {
        growth.reset();
        nativeGrowth.reset();
    }

    /** Takes note of a use and tells whether it has been lost: known before, unknown now. */
    boolean isLost(long workingSet) {
        known |= workingSet >= 0;
        return known && workingSet < 0;
    }
}
