package dev.headroom.degrade;

/**
 * The level of one resource: worse at once, better by one step whenever the resource was calm for a whole dwell. Time is passed in;
 * not safe for several threads.
 */
final class ResourceLevel {
    private final long dwellNanos;
    private final boolean autoRecovery;

    private DegradationLevel level = DegradationLevel.NORMAL;
    private boolean calm;
    private long calmSince;
    private boolean known;
    private boolean unknown;
    private long unknownSince;

    ResourceLevel(long dwellNanos, boolean autoRecovery) {
        this.dwellNanos = dwellNanos;
        this.autoRecovery = autoRecovery;
    }

    DegradationLevel level() {
        return level;
    }

    /** Takes a reading: the level it stands for while rising, and the one it allows to recover to. */
    void known(DegradationLevel rising, DegradationLevel recovering, long now) {
        known = true;
        unknown = false;
        if (rising.isWorseThan(level)) {
            level = rising;
            calm = false;
        } else if (!level.isWorseThan(recovering)) {
            calm = false;
        } else if (!calm) {
            calm = true;
            calmSince = now;
            recoverAfterDwell(now);
        } else {
            recoverAfterDwell(now);
        }
    }

    private void recoverAfterDwell(long now) {
        if (autoRecovery && now - calmSince >= dwellNanos) {
            level = level.better();
            calmSince = now;
        }
    }

    /**
     * Takes the news that there is no reading: no recovery, and after a whole dwell the least escalation if asked for. What never was
     * known is not watched at all.
     */
    void unknown(boolean escalate, long now) {
        calm = false;
        if (!unknown) {
            unknown = true;
            unknownSince = now;
        }
        if (escalate && known && level == DegradationLevel.NORMAL && now - unknownSince >= dwellNanos) {
            level = DegradationLevel.REDUCED;
        }
    }

    /** Forgets what counted towards a dwell. */
    void gap() {
        calm = false;
        unknown = false;
    }
}
