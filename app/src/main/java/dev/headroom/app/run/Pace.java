package dev.headroom.app.run;

import dev.headroom.probe.TimeSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows a run down where a resource asks for it. Every wait is bounded: at the soft limit at most 2 s once in 30 s, at fast growth 100 ms
 * for each range, and what CPU throttling asks for. Safe for use by many threads.
 */
final class Pace {
    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

    private static final long SOFT_LIMIT_INTERVAL = TimeUnit.SECONDS.toNanos(30);
    private static final long SOFT_LIMIT_WAIT = TimeUnit.SECONDS.toNanos(2);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long GROWTH_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final RunGuard guard;
    private final TimeSource time;
    private final Runnable shed;
    private boolean paused;
    private long lastPauseNanos;
    private boolean growthLogged;

    /** Makes a pace; {@code shed} gives memory back: flushes and drops caches. */
    Pace(RunGuard guard, TimeSource time, Runnable shed) {
        this.guard = guard;
        this.time = time;
        this.shed = shed;
    }

    /** Called by a worker before each range. */
    void beforeRange() throws InterruptedException {
        guard.throttle();
        if (guard.softLimitExceeded() && pauseIsDue()) {
            LOG.info("Memory is over the soft limit: flushing, dropping caches and waiting up to 2 s");
            shed.run();
            long start = time.nanoTime();
            while (guard.softLimitExceeded() && time.nanoTime() - start < SOFT_LIMIT_WAIT) {
                time.sleep(STEP);
            }
        }
        if (guard.growsTowardsExhaustion()) {
            logGrowth();
            time.sleep(GROWTH_WAIT);
        }
    }

    private synchronized boolean pauseIsDue() {
        long now = time.nanoTime();
        if (paused && now - lastPauseNanos < SOFT_LIMIT_INTERVAL) {
            return false;
        }
        paused = true;
        lastPauseNanos = now;
        return true;
    }

    private synchronized void logGrowth() {
        if (!growthLogged) {
            growthLogged = true;
            LOG.info("Memory grows fast and would soon be exhausted: slowing down");
        }
    }
}
