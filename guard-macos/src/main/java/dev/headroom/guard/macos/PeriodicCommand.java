package dev.headroom.guard.macos;

import dev.headroom.probe.TimeSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command now and then, beside its reader: one call starts it, a later one takes what it printed, so that no call but the first
 * waits for it. The command must print less than a pipe holds. Used by one thread at a time.
 */
final class PeriodicCommand implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    /** So many intervals after it was started, an output says nothing about the present, and a command that still runs hangs. */
    private static final int STALE_AFTER = 3;

    private final List<String> command;
    private final long intervalNanos;
    private final TimeSource time;
    private @Nullable Process running;
    private boolean everStarted;
    private long startedAt;
    private @Nullable String output;
    private long outputStartedAt;
    private String failure = "the command has not answered yet";

    PeriodicCommand(List<String> command, Duration interval, TimeSource time) {
        this.command = command;
        this.intervalNanos = interval.toNanos();
        this.time = time;
    }

    /** The newest output, null if there is none that is fresh; starts the command if it is time to. */
    @Nullable
    String poll() {
        long now = time.nanoTime();
        collect(now);
        if (running == null && (!everStarted || now - startedAt >= intervalNanos)) {
            boolean first = !everStarted;
            start(now);
            if (first) {
                await();
                collect(now);
            }
        }
        return output != null && now - outputStartedAt < STALE_AFTER * intervalNanos ? output : null;
    }

    /** Why there is no output. */
    String failure() {
        return failure;
    }

    private void start(long now) {
        everStarted = true;
        startedAt = now;
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Numbers with a decimal point, whatever the user speaks.
        builder.environment().put("LC_ALL", "C");
        try {
            running = builder.start();
            running.getOutputStream().close();
        } catch (IOException e) {
            failure = command.get(0) + " cannot be run";
        }
    }

    private void await() {
        if (running != null) {
            try {
                running.waitFor(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void collect(long now) {
        Process process = running;
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            if (now - startedAt >= STALE_AFTER * intervalNanos) {
                failure = command.get(0) + " does not answer";
                close();
            }
            return;
        }
        running = null;
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() == 0) {
                output = printed;
                outputStartedAt = startedAt;
            } else {
                failure = command.get(0) + " failed with exit code " + process.exitValue();
            }
        } catch (IOException e) {
            failure = "the output of " + command.get(0) + " cannot be read";
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.destroyForcibly();
            running = null;
        }
    }
}
