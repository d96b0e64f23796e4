package dev.headroom.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Forces outputs a few at a time. A file system that keeps a journal writes it once for all who wait for it at that moment: 42 files
 * one after the other take about six times as long.
 */
final class ParallelForce {
    private static final int THREADS = 4;
    private static final long STACK_BYTES = 256 << 10;

    private final ConcurrentLinkedQueue<TableOutput> waiting;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private ParallelForce(List<TableOutput> outputs) {
        this.waiting = new ConcurrentLinkedQueue<>(outputs);
    }

    /**
     * Forces outputs and returns when all are durable.
     *
     * @throws IOException if one could not be forced
     */
    static void of(List<TableOutput> outputs) throws IOException {
        ParallelForce force = new ParallelForce(outputs);
        List<Thread> others = force.startOthers(Math.min(THREADS, outputs.size()) - 1);
        force.work();
        for (Thread other : others) {
            joinUninterruptibly(other);
        }
        force.throwFailure();
    }

    private List<Thread> startOthers(int count) {
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                Thread thread = new Thread(null, this::work, "headroom-force-" + (i + 1), STACK_BYTES);
                thread.start();
                threads.add(thread);
            }
        } catch (OutOfMemoryError e) {
            // The last checkpoint of a process that has run out of threads must still succeed: those that there are do
            // it.
            return threads;
        }
        return threads;
    }

    @SuppressWarnings("CatchingUnchecked") // thrown again on the thread that asked
    private void work() {
        try {
            for (TableOutput output = waiting.poll(); output != null; output = waiting.poll()) {
                output.force();
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            waiting.clear();
        }
    }

    /** An interrupt must not have a checkpoint claim what is not durable yet. */
    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwFailure() throws IOException {
        Throwable thrown = failure.get();
        if (thrown instanceof IOException e) {
            throw e;
        } else if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }
}
