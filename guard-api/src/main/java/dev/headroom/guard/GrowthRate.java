package dev.headroom.guard;

/** How fast a figure grows, smoothed over about a second, and whether it has stopped growing. One thread at a time. */
final class GrowthRate {
    private static final double SMOOTHING_NANOS = 1e9;
    private static final long CALM_NANOS = 5_000_000_000L;

    private boolean started;
    private long lastValue;
    private long lastTime;
    private double perSecond;
    private double latestPerSecond;
    private long plateau;
    private long lastGrowth;

    /**
     * Takes a value.
     *
     * @param value the figure
     * @param margin by how much it may rise above its plateau without counting as growing
     * @param now elapsed nanoseconds
     */
    void update(long value, long margin, long now) {
        if (!started) {
            started = true;
            plateau = value;
            lastGrowth = now;
        } else if (now > lastTime) {
            double elapsed = now - lastTime;
            latestPerSecond = (value - lastValue) / elapsed * 1e9;
            perSecond += (latestPerSecond - perSecond) * elapsed / (elapsed + SMOOTHING_NANOS);
        } else {
            return;
        }
        lastValue = value;
        lastTime = now;
        if (value > plateau + margin) {
            plateau = value;
            lastGrowth = now;
        } else if (value < plateau - margin) {
            plateau = value;
        }
    }

    /** The smoothed rate per second; negative while the figure shrinks. */
    double perSecond() {
        return perSecond;
    }

    /** The larger of the smoothed rate and the latest one, at least 0: what to be prepared for. */
    double worstPerSecond() {
        return Math.max(0, Math.max(perSecond, latestPerSecond));
    }

    /** Whether the figure has risen above its plateau within the last five seconds. */
    boolean isGrowing(long now) {
        return !started || now - lastGrowth < CALM_NANOS;
    }

    void reset() {
        started = false;
        perSecond = 0;
        latestPerSecond = 0;
    }
}
