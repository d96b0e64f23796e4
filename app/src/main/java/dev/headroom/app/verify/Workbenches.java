package dev.headroom.app.verify;

import dev.headroom.sink.Compression;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads to check files on, each with a buffer and an expander of its own. */
final class Workbenches implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;

    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    private record Workbench(byte[] buffer, Expander expander) {}

    /** What is done with each file. */
    @FunctionalInterface
    interface Work {
        void on(FileCheck check, byte[] buffer, Expander expander);
    }

    private final ConcurrentLinkedQueue<Workbench> free = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads;

    Workbenches(Compression.Method compression) {
        int count = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < count; i++) {
            free.add(new Workbench(new byte[BUFFER_BYTES], Expander.of(compression)));
        }
        this.threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "headroom-verify");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Works on all files, several at a time, and returns when all is done. */
    void forEach(List<FileCheck> checks, Work work) throws IOException {
        List<Future<?>> tasks = new ArrayList<>();
        for (FileCheck check : checks) {
            tasks.add(threads.submit(() -> work(check, work)));
        }
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the check of a file failed", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private void work(FileCheck check, Work work) {
        Workbench bench = free.remove();
        try {
            work.on(check, bench.buffer(), bench.expander());
        } finally {
            free.add(bench);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        free.forEach(bench -> bench.expander().close());
    }
}
