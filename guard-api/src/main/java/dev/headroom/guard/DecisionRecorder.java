package dev.headroom.guard;

import dev.headroom.degrade.DecisionRecord;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;

/**
 * Hands decisions to JDK Flight Recorder where the runtime has one and it was ever used. The first event makes the recorder load and
 * generate classes, for some hundred milliseconds on a busy machine, so events have a thread of their own: the watch must go on just then.
 * Safe for several threads.
 */
final class DecisionRecorder implements AutoCloseable {
    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    private static final long LINGER_SECONDS = 1;

    /** Without work it has no thread; closed, it takes none. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            LINGER_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            DecisionRecorder::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "headroom-recorder");
        daemon.setDaemon(true);
        return daemon;
    }

    void record(DecisionRecord decision) {
        if (AVAILABLE && FlightRecorder.isInitialized()) {
            thread.execute(() -> DecisionEvent.commit(decision));
        }
    }

    /** Waits a moment for events that are not yet recorded. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LINGER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
