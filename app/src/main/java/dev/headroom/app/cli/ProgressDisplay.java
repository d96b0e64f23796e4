package dev.headroom.app.cli;

import dev.headroom.app.run.RunView;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows where a run is until it is closed: a live line on a terminal, elsewhere a plain line every ten seconds. */
final class ProgressDisplay implements AutoCloseable {
    private static final int LIVE_MILLISECONDS = 200;
    private static final int PLAIN_MILLISECONDS = 10_000;

    private final ProgressMode mode;
    private final PrintStream err;
    private final boolean terminal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** Makes a display; {@code terminal} tells whether {@code err} is one. */
    ProgressDisplay(ProgressMode mode, PrintStream err, boolean terminal) {
        this.mode = mode;
        this.err = err;
        this.terminal = terminal;
    }

    /** Begins to show a run. */
    void show(RunView view) {
        if (mode == ProgressMode.NONE) {
            return;
        }
        boolean live = mode == ProgressMode.AUTO && terminal;
        Thread started = new Thread(() -> showUntilClosed(view, live), "headroom-progress");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void showUntilClosed(RunView view, boolean live) {
        try {
            if (live) {
                showLine(view);
            } else {
                printLines(view);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printLines(RunView view) throws InterruptedException {
        long start = System.nanoTime();
        while (!closed.await(PLAIN_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            err.println(ProgressText.line(view, (System.nanoTime() - start) / 1e9));
        }
    }

    private void showLine(RunView view) throws InterruptedException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setInitialMax(view.entryTarget())
                .startsFrom(view.entriesBefore(), Duration.ZERO)
                .setRenderer((state, width) -> ProgressText.fit(
                        ProgressText.live(view, state.getElapsedAfterStart().toMillis() / 1e3), width))
                .setUpdateIntervalMillis(LIVE_MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .build()) {
            boolean last;
            do {
                last = closed.await(LIVE_MILLISECONDS, TimeUnit.MILLISECONDS);
                bar.stepTo(view.totals().entries());
            } while (!last);
        }
    }

    /** Ends the display; afterwards nothing more is printed. */
    @Override
    public void close() {
        closed.countDown();
        Thread started = thread;
        if (started == null) {
            return;
        }
        try {
            started.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
