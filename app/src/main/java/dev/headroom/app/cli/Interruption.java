package dev.headroom.app.cli;

import dev.headroom.app.run.StopReason;
import dev.headroom.app.run.StopRequest;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns Ctrl-C and SIGTERM into a stop, and a second one into the end of the process at once. Whatever else ends the JVM,
 * such as SIGHUP, waits for the command's end too.
 */
final class Interruption {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final PrintStream err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean signalled = new AtomicBoolean();
    private volatile ExitCode exitCode = ExitCode.INTERRUPTED;

    Interruption(PrintStream err) {
        this.err = err;
    }

    /**
     * Asks for a stop when a signal comes, and keeps the JVM up until {@link #commandEnded}.
     *
     * @param keeping what the command keeps when it is stopped
     */
    void stopOnSignal(StopRequest stop, String keeping) {
        ProcessSignals.handle("INT", () -> signal(stop, keeping, ExitCode.INTERRUPTED, "Ctrl-C"));
        ProcessSignals.handle("TERM", () -> signal(stop, keeping, ExitCode.TERMINATED, "SIGTERM"));
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.request(StopReason.INTERRUPTED, "interrupted");
                            awaitEnd();
                        },
                        "headroom-interruption"));
    }

    private void signal(StopRequest stop, String keeping, ExitCode code, String name) {
        if (signalled.getAndSet(true)) {
            Runtime.getRuntime().halt(code.code());
        }
        exitCode = code;
        stop.request(StopReason.INTERRUPTED, "interrupted by " + name);
        err.println("headroom: stopping with " + keeping + "; a second " + name + " stops at once");
    }

    /** The exit code of a run that was interrupted. */
    ExitCode exitCode() {
        return exitCode;
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
