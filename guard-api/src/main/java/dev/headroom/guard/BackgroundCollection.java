package dev.headroom.guard;

import dev.headroom.probe.HeapProbe;
import org.jspecify.annotations.Nullable;

/**
 * Has the heap collected on a thread of its own: a collector that works beside the program may take seconds, and the watch must go on
 * meanwhile. One thread at a time.
 */
final class BackgroundCollection {
    /** A collector that stops the program stops this wait as well, so that it is over soon after. */
    private static final long WAIT_MILLIS = 30;

    private static final long WAIT_AFTER_STOP_MILLIS = 20;

    private final HeapProbe probe;
    private @Nullable Thread thread;

    BackgroundCollection(HeapProbe probe) {
        this.probe = probe;
    }

    /** Begins a collection and waits for a moment; {@link #isRunning()} tells whether it is over. */
    void start() {
        Thread started = new Thread(probe::collect, "headroom-collection");
        started.setDaemon(true);
        thread = started;
        started.start();
        try {
            started.join(WAIT_MILLIS);
            if (started.isAlive()) {
                started.join(WAIT_AFTER_STOP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        Thread started = thread;
        return started != null && started.isAlive();
    }
}
