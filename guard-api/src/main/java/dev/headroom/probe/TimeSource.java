package dev.headroom.probe;

import java.util.concurrent.TimeUnit;

/** Elapsed time and a way to wait, so that both can be driven by hand in a test. Safe for several threads. */
public interface TimeSource {
    /**
     * Returns elapsed time since some fixed moment. Setting the wall clock does not change it.
     *
     * @return nanoseconds; only differences mean something
     */
    long nanoTime();

    /**
     * Waits. Blocks.
     *
     * @param nanos how long, in nanoseconds; nothing happens if it is not above 0
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Returns the system's clock.
     *
     * @return {@link System#nanoTime()} and {@link Thread#sleep(long)}
     */
    static TimeSource system() {
        return SystemTimeSource.INSTANCE;
    }

    /** The system's clock. */
    enum SystemTimeSource implements TimeSource {
        /** The only one. */
        INSTANCE;

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
