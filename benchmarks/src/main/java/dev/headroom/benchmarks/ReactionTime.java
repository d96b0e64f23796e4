package dev.headroom.benchmarks;

import dev.headroom.degrade.DegradationConfig;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.MemoryThresholds;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * How long it takes until a level is published once memory has passed its threshold: native memory that this process really takes, from
 * a calm in which the guard samples seldom. Run with a small heap, {@code -Xmx64m -XX:MaxDirectMemorySize=2g}, and with
 * {@code MALLOC_MMAP_THRESHOLD_=131072} in the environment, as glibc would keep freed buffers otherwise; the first argument is the number
 * of rounds.
 */
public final class ReactionTime {
    private static final int MB = 1 << 20;
    private static final int PAGE = 4096;
    private static final long LIMIT = 600L * MB;
    private static final Duration DWELL = Duration.ofMillis(50);
    private static final long DEADLINE_NANOS = 10_000_000_000L;

    private ReactionTime() {}

    /**
     * Measures and prints.
     *
     * @param arguments the number of rounds, 30 if there is none
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        MemoryThresholds defaults = MemoryThresholds.defaults();
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withDegradation(DegradationConfig.defaults()
                        .withMemory(new MemoryThresholds(
                                defaults.reduced(),
                                defaults.minimal(),
                                defaults.emergency(),
                                defaults.hysteresis(),
                                DWELL)));
        try (ResourceGuard guard = new ResourceGuard(config).withMemoryLimit(LIMIT);
                MemoryProbe probe = ProbeSelection.load().openMemoryProbe()) {
            guard.start();
            for (DegradationLevel level : List.of(DegradationLevel.REDUCED, DegradationLevel.MINIMAL)) {
                double[] millis = new double[rounds];
                for (int round = 0; round < rounds; round++) {
                    millis[round] = reaction(guard, probe, level);
                }
                Arrays.sort(millis);
                System.out.printf(
                        Locale.ROOT,
                        "%-8s median %6.1f ms, nine of ten within %6.1f ms, worst %6.1f ms (%d rounds)%n",
                        level,
                        millis[rounds / 2],
                        millis[rounds * 9 / 10],
                        millis[rounds - 1],
                        rounds);
            }
        }
    }

    /** Takes memory as fast as the kernel gives it until the level is published; the time since the threshold was passed, in ms. */
    private static double reaction(ResourceGuard guard, MemoryProbe probe, DegradationLevel level)
            throws InterruptedException {
        awaitCalm(guard);
        double threshold = level == DegradationLevel.REDUCED
                ? MemoryThresholds.defaults().reduced()
                : MemoryThresholds.defaults().minimal();
        Runtime runtime = Runtime.getRuntime();
        // The pressure of native memory is its part of what the limit leaves beside the heap.
        double needed = threshold * (LIMIT - runtime.maxMemory());
        List<ByteBuffer> taken = new ArrayList<>();
        MemoryReading reading = new MemoryReading();
        probe.readDetailed(reading);
        long start = System.nanoTime();
        try {
            do {
                taken.add(touched());
                probe.readFast(reading);
            } while (reading.workingSet().value() - runtime.totalMemory() < needed);
            long passed = System.nanoTime();
            // Beyond doubt, as the guard may read a little later and a little less.
            for (int i = 0; i < 4; i++) {
                taken.add(touched());
            }
            while (level.isWorseThan(guard.level()) && System.nanoTime() - start < DEADLINE_NANOS) {
                LockSupport.parkNanos(100_000);
            }
            return (System.nanoTime() - passed) / 1e6;
        } finally {
            Reference.reachabilityFence(taken);
        }
    }

    private static ByteBuffer touched() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(MB);
        for (int i = 0; i < MB; i += PAGE) {
            buffer.put(i, (byte) 1);
        }
        return buffer;
    }

    private static void awaitCalm(ResourceGuard guard) throws InterruptedException {
        do {
            System.gc();
            Thread.sleep(100);
        } while (guard.level() != DegradationLevel.NORMAL
                || guard.snapshot().memory().pressure().orElse(1) > 0.4);
        // So long that the guard has gone back to its longest interval.
        Thread.sleep(300);
    }
}
