package dev.headroom.probe;

import java.time.Duration;

/** A clock that a test moves by hand; a sleep moves it too. */
public final class ManualTime implements TimeSource {
    private long now = 1_000_000_000_000L;
    private long slept;

    /** Starts somewhere, as elapsed time does. */
    public ManualTime() {}

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) {
        now += nanos;
        slept += nanos;
    }

    public synchronized void advance(Duration duration) {
        now += duration.toNanos();
    }

    /** Makes no object, as what a reading allocates is measured between two calls. */
    public synchronized void advanceMillis(long millis) {
        now += millis * 1_000_000;
    }

    public synchronized long sleptMillis() {
        return slept / 1_000_000;
    }
}
