package dev.headroom.guard;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many of a program's workers may work at a time: fewer while a CPU quota holds the process back, or others want the CPUs too, and by
 * and by all of them again. What the workers do stays the same; there are only fewer of them at it.
 *
 * <p>It halves at each reading that calls for it, down to one worker, or, where it is a quota, to as many as the quota has whole CPUs for.
 * It rises by one worker after three calm readings. Where that was too much, it waits twice as long before it tries again, up to a minute
 * at one reading per second. CPUs that are busy with this process alone are healthy, and readings that are unknown change nothing.
 *
 * <p>A worker takes a permit, works for a while, and gives it back. Safe for several threads; no call waits.
 */
public final class WorkerPermits {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPermits.class);

    private static final int CALM_READINGS = 3;
    private static final int MOST_CALM_READINGS = 60;

    private final int workers;
    private int allowed;
    private int working;
    private int calm;
    private int calmNeeded = CALM_READINGS;
    private boolean justRaised;
    private boolean told;

    /**
     * Lets all workers work.
     *
     * @param workers how many there are, at least 1
     * @throws IllegalArgumentException if there are fewer
     */
    public WorkerPermits(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1: " + workers);
        }
        this.workers = workers;
        this.allowed = workers;
    }

    /**
     * Returns how many workers there are.
     *
     * @return the number, at least 1
     */
    public int workers() {
        return workers;
    }

    /**
     * Returns how many may work now.
     *
     * @return from 1 to {@link #workers()}
     */
    public synchronized int allowed() {
        return allowed;
    }

    /**
     * Lets the caller work, if there is a permit left.
     *
     * @return whether there is; then {@link #giveBack()} is to follow
     */
    public synchronized boolean tryTake() {
        if (working >= allowed) {
            return false;
        }
        working++;
        return true;
    }

    /** Takes back a permit. */
    public synchronized void giveBack() {
        if (working == 0) {
            throw new IllegalStateException("No permit is taken");
        }
        working--;
    }

    /**
     * Takes note of what was found in one interval of readings.
     *
     * @param status what is known about the CPUs
     * @param capacity how many CPUs the process may use, above 0
     */
    synchronized void observe(CpuStatus status, double capacity) {
        if (status.load().isEmpty()) {
            return;
        }
        int least = status.contended() ? 1 : Math.max(1, (int) Math.min(workers, capacity));
        if (status.contended() || status.heldByQuota()) {
            lower(Math.max(least, allowed / 2), status);
        } else {
            recover();
        }
    }

    private void lower(int to, CpuStatus status) {
        calm = 0;
        if (to >= allowed) {
            return;
        }
        calmNeeded = justRaised ? Math.min(MOST_CALM_READINGS, 2 * calmNeeded) : CALM_READINGS;
        justRaised = false;
        allowed = to;
        String reason = status.heldByQuota() ? "a CPU quota holds the process back" : "others want the CPUs too";
        if (told) {
            LOG.debug("{} of {} workers may work: {}", allowed, workers, reason);
        } else {
            told = true;
            LOG.warn("{} of {} workers may work: {}", allowed, workers, reason);
        }
    }

    private void recover() {
        calm++;
        if (allowed == workers || calm < calmNeeded) {
            // A rise that has lasted for as long as it took to come was right.
            justRaised &= calm < calmNeeded;
            return;
        }
        calm = 0;
        allowed++;
        justRaised = true;
        LOG.debug("{} of {} workers may work", allowed, workers);
    }
}
