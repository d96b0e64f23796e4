package dev.headroom.guard.macos;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The load of the machine as {@code top -l 1} tells it, run every ten seconds, as it takes a good part of one. Since top tells shares and a
 * reading has counters, the counters grow from reading to reading by the share last told. The CPU time of the process is the JDK's,
 * and exact. The first detailed reading waits for top, a second at most.
 */
final class TopCpuProbe implements CpuProbe {
    static final Duration INTERVAL = Duration.ofSeconds(10);

    private final ProcessCpu process = new ProcessCpu();
    private final PeriodicCommand command;
    private final TimeSource time;
    private @Nullable String parsed;
    private double busyShare;
    private boolean counting;
    private long countedAt;
    private long busyNanos;
    private long totalNanos;

    TopCpuProbe(PeriodicCommand command, TimeSource time) {
        this.command = command;
        this.time = time;
    }

    static TopCpuProbe of(Path top, TimeSource time) {
        return new TopCpuProbe(
                new PeriodicCommand(List.of(top.toString(), "-l", "1", "-n", "0"), INTERVAL, time), time);
    }

    @Override
    public void readFast(CpuReading into) {
        process.readFast(into);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same output needs no second parsing
    public void readDetailed(CpuReading into) {
        process.readDetailed(into);
        String output = command.poll();
        if (output != null && output != parsed) {
            busyShare = TopOutput.busyShare(output);
            parsed = output;
        }
        if (output == null || Double.isNaN(busyShare)) {
            counting = false;
            ProcessCpu.setHostUnknown(into, output == null ? command.failure() : "the output of top is not understood");
            return;
        }
        count(into.processors().valueOr(1));
        into.hostBusyTime().set(busyNanos);
        into.hostTotalTime().set(totalNanos);
        into.hostStolenTime().setUnknown("top does not tell it");
    }

    private void count(long processors) {
        long now = time.nanoTime();
        if (counting) {
            long passed = (now - countedAt) * processors;
            totalNanos += passed;
            busyNanos += (long) (passed * busyShare);
        }
        counting = true;
        countedAt = now;
    }

    @Override
    public String source() {
        return ProcessCpu.SOURCE + ", top -l 1 every " + INTERVAL.toSeconds() + " s";
    }

    @Override
    public void close() {
        command.close();
    }
}
