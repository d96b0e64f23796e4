package dev.headroom.app.run;

import dev.headroom.degrade.Resource;
import dev.headroom.probe.TimeSource;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows a run down where a resource asks for it. Every wait is bounded: at the soft limit all workers wait at most 2 s once in 30 s, at
 * fast growth 100 ms for each range, in an emergency as long as is configured, and what CPU throttling asks for. Workers for whom there is no
 * permit wait for one. A stop ends each of them within a step of 50 ms. Safe for use by many threads.
 */
final class Pace {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private static final long SOFT_LIMIT_INTERVAL = TimeUnit.SECONDS.toNanos(30);
    private static final long SOFT_LIMIT_WAIT = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GROWTH_WAIT = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long GROWTH_LOG_INTERVAL = TimeUnit.SECONDS.toNanos(30);

    private final RunGuard guard;
    private final WorkerGate gate;
    private final EmergencyWait emergency;
    private final StopRequest stop;
    private final DecisionLog decisions;
    private final TimeSource time;
    private final Runnable dropCaches;
    private final WorkerGate.Action flush;

    private volatile boolean pausing;
    private boolean paused;
    private long lastPauseNanos;
    private boolean growthLogged;
    private long growthLoggedNanos;

    /**
     * Makes a pace.
     *
     * @param gate where workers wait
     * @param dropCaches gives back what can be made again; called by any thread
     * @param flush hands on what is buffered; called while nobody writes
     */
    Pace(
            RunGuard guard,
            WorkerGate gate,
            EmergencyWait emergency,
            StopRequest stop,
            DecisionLog decisions,
            TimeSource time,
            Runnable dropCaches,
            WorkerGate.Action flush) {
        this.guard = guard;
        this.gate = gate;
        this.emergency = emergency;
        this.stop = stop;
        this.decisions = decisions;
        this.time = time;
        this.dropCaches = dropCaches;
        this.flush = flush;
    }

    /**
     * Called by a worker before each range, and before it asks again where none was handed out. The worker has a permit to work
     * afterwards, unless the run is to stop, and gives it back by {@link #afterRange}.
     *
     * @return whether it has one
     */
    boolean beforeRange() throws IOException, InterruptedException {
        guard.throttle(stop::isRequested);
        while (pauses()) {
            gate.hold(STEP);
        }
        if (emergency.isWaiting() && !stop.isRequested()) {
            gate.hold(STEP);
        }
        if (guard.growsTowardsExhaustion()) {
            logGrowth();
            time.sleep(GROWTH_WAIT);
        }
        while (!guard.tryTakePermit()) {
            if (stop.isRequested()) {
                return false;
            }
            gate.hold(STEP);
        }
        return true;
    }

    /** A worker has ended what it had a permit for. */
    void afterRange() {
        guard.givePermitBack();
    }

    /** A worker will not come again. */
    void workerEnded() {
        gate.workerEnded();
    }

    /** Whether workers are held at the soft limit at this moment. */
    private boolean pauses() {
        return (pausing || guard.softLimitExceeded()) && pausesNow();
    }

    private synchronized boolean pausesNow() {
        long now = time.nanoTime();
        boolean exceeded = guard.softLimitExceeded() && !stop.isRequested();
        if (pausing) {
            pausing = exceeded && now - lastPauseNanos < SOFT_LIMIT_WAIT;
            if (!pausing) {
                LOG.info(
                        "Going on after {} s at memory pressure {}",
                        decimal((now - lastPauseNanos) / 1e9),
                        decimal(guard.use().memoryPressure()));
            }
        } else if (exceeded && (!paused || now - lastPauseNanos >= SOFT_LIMIT_INTERVAL)) {
            pausing = true;
            paused = true;
            lastPauseNanos = now;
            OptionalDouble pressure = guard.use().memoryPressure();
            LOG.warn(
                    "Memory pressure {} is over the soft limit of {}: flushing, dropping caches, and holding all workers for"
                            + " up to 2 s",
                    decimal(pressure),
                    decimal(guard.softLimit()));
            decisions.addAction(
                    "memory.soft_limit",
                    Resource.MEMORY,
                    pressure.isPresent() ? pressure.getAsDouble() : null,
                    guard.softLimit());
            dropCaches.run();
            gate.whenAllAreHeld(flush);
        }
        return pausing;
    }

    private synchronized void logGrowth() {
        long now = time.nanoTime();
        if (!growthLogged || now - growthLoggedNanos >= GROWTH_LOG_INTERVAL) {
            growthLogged = true;
            growthLoggedNanos = now;
            ResourceUse use = guard.use();
            LOG.warn(
                    "Memory grows by {} MB/s and would be exhausted in {} s: slowing down",
                    decimal(use.memoryGrowth() / (1 << 20)),
                    decimal(use.secondsToExhaustion()));
        }
    }

    private static String decimal(OptionalDouble value) {
        return value.isPresent() ? decimal(value.getAsDouble()) : "unknown";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
