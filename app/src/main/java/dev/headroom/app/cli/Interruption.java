package dev.headroom.app.cli;

import dev.headroom.app.run.StopReason;
import dev.headroom.app.run.StopRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into a stop with a checkpoint: the JVM goes down once the command has ended, with the signal's exit code.
 */
final class Interruption {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);

    /** Asks for a stop when a signal comes, and keeps the JVM up until {@link #commandEnded}. */
    void stopOnSignal(StopRequest stop) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.request(StopReason.INTERRUPTED, "interrupted");
                            awaitEnd();
                        },
                        "headroom-interruption"));
    }

    private void awaitEnd() {
        try {
            ended.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has said its last word. */
    void commandEnded() {
        ended.countDown();
    }
}
