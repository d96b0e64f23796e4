package dev.headroom.app.run;

import dev.headroom.probe.TimeSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where workers wait between two ranges. Once all of them do, every range that was handed out is complete, and what can only be done
 * while nobody writes is done. Safe for use by many threads.
 */
final class WorkerGate {
    /** What is done while nobody writes. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    private final TimeSource time;
    private int working;
    private int held;
    private @Nullable Action pending;

    /** Makes a gate for so many workers. */
    WorkerGate(int workers, TimeSource time) {
        this.working = workers;
        this.time = time;
    }

    /** Has something done once, as soon as all workers are held, after what was asked for before and is not done yet. */
    synchronized void whenAllAreHeld(Action action) {
        Action before = pending;
        pending = before == null
                ? action
                : () -> {
                    before.run();
                    action.run();
                };
    }

    /** Holds the calling worker for a while. The last one to come does what was asked for; nobody leaves before that is done. */
    void hold(long nanos) throws IOException, InterruptedException {
        synchronized (this) {
            held++;
            Action action = pending;
            if (held == working && action != null) {
                pending = null;
                action.run();
            }
        }
        try {
            time.sleep(nanos);
        } finally {
            leave();
        }
    }

    private synchronized void leave() {
        held--;
    }

    /** A worker will not come again. */
    synchronized void workerEnded() {
        working--;
    }
}
