package dev.headroom.guard.testkit;

import dev.headroom.probe.TimeSource;
import java.time.Duration;

/** A clock that a test moves by hand; a sleep moves it too, at once. Safe for several threads. */
public final class ManualTime implements TimeSource {
    /** Far from 0, as elapsed time usually is. */
    private long now = 1_000_000_000_000L;

    private long slept;

    /** Makes a clock that stands still. */
    public ManualTime() {}

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) {
        if (nanos > 0) {
            now += nanos;
            slept += nanos;
        }
    }

    /**
     * Moves the clock.
     *
     * @param duration how far; a negative one moves it back, which elapsed time never does
     */
    public synchronized void advance(Duration duration) {
        now += duration.toNanos();
    }

    /**
     * Tells how long was slept.
     *
     * @return the sum of all sleeps
     */
    public synchronized Duration slept() {
        return Duration.ofNanos(slept);
    }
}
