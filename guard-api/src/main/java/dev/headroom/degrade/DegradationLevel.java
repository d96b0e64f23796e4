package dev.headroom.degrade;

/** How much of its work a run does, from everything to stopping. Ordered: a later constant is worse. */
public enum DegradationLevel {
    /** Everything. */
    NORMAL,
    /** Half the batch size, no data-quality injection, half the anomaly rate. */
    REDUCED,
    /** A quarter of the batch size, essential columns only, no injections, no graph rows. */
    MINIMAL,
    /** Flush, checkpoint and stop. */
    EMERGENCY;

    /**
     * Tells whether this level does less than another.
     *
     * @param other the level to compare with
     * @return whether this level is the worse one
     */
    public boolean isWorseThan(DegradationLevel other) {
        return compareTo(other) > 0;
    }

    /**
     * Returns the worse of two levels.
     *
     * @param first one level
     * @param second another level
     * @return the worse one
     */
    public static DegradationLevel worst(DegradationLevel first, DegradationLevel second) {
        return first.isWorseThan(second) ? first : second;
    }

    /** The next better level; of Normal, Normal. */
    DegradationLevel better() {
        return switch (this) {
            case NORMAL, REDUCED -> NORMAL;
            case MINIMAL -> REDUCED;
            case EMERGENCY -> MINIMAL;
        };
    }
}
