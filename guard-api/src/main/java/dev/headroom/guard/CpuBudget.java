package dev.headroom.guard;

/**
 * A budget of CPU time that holds a process to a share of the CPUs it may use. It grows with elapsed time, the CPU time that the process
 * has really used is taken off, and while it is overdrawn the process is to wait. All threads of the process count, those of the
 * compiler and the collector too.
 *
 * <p>What was not used is kept for a tenth of a second only, so that a pause is not followed by a burst; what was overdrawn is forgotten
 * beyond one second of waiting, so that no wait is longer. Within these bounds the use over any ten seconds stays within five points of
 * the share. It decides and waits for nothing; not safe for several threads; allocates nothing.
 */
public final class CpuBudget {
    private static final double MOST_KEPT_NANOS = 100e6;
    private static final double MOST_OVERDRAWN_NANOS = 1e9;

    private final double share;
    private boolean started;
    private long lastAt;
    private long lastUsed;
    /** In nanoseconds of elapsed time: CPU time over what is granted per nanosecond. */
    private double balance;

    /**
     * Makes a budget that is even.
     *
     * @param share the part of the CPUs that the process is to take, above 0, at most 1
     * @throws IllegalArgumentException if it is not
     */
    public CpuBudget(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and at most 1: " + share);
        }
        this.share = share;
    }

    /**
     * Takes note of what was used by now.
     *
     * @param now elapsed nanoseconds, as of {@link System#nanoTime()}
     * @param usedNanos the CPU time that the process has used since it began, in nanoseconds
     * @param capacity how many CPUs it may use, above 0; a quota makes that a fraction
     * @return how long the process would have to wait until the budget is even, in nanoseconds, at most one second; 0 if it may go on
     */
    public long charge(long now, long usedNanos, double capacity) {
        if (started && now >= lastAt && usedNanos >= lastUsed) {
            double granted = now - lastAt;
            double used = (usedNanos - lastUsed) / (share * capacity);
            balance = Math.max(-MOST_OVERDRAWN_NANOS, Math.min(MOST_KEPT_NANOS, balance + granted - used));
        }
        started = true;
        lastAt = now;
        lastUsed = usedNanos;
        return balance < 0 ? (long) Math.ceil(-balance) : 0;
    }

    /** Forgets what was used and what was granted, as after a suspension of the process. */
    public void reset() {
        started = false;
        balance = 0;
    }
}
