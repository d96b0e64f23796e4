package dev.headroom.guard.linux;

import dev.headroom.degrade.DegradationConfig;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.MemoryThresholds;
import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.CpuStatus;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.guard.ResourceSnapshot;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A program that guards itself and does, line by line, what a test asks of it; each answer is one line. */
final class GuardedProgram {
    private static final int MB = 1 << 20;
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private final ResourceGuard guard;
    private final CountedSleeps sleeps;
    private final List<byte[]> live = new ArrayList<>();
    private final List<ByteBuffer> direct = new ArrayList<>();
    private final List<ByteBuffer> mapped = new ArrayList<>();
    private final AtomicReference<DegradationLevel> worst = new AtomicReference<>(DegradationLevel.NORMAL);

    private GuardedProgram(ResourceGuard guard, CountedSleeps sleeps) {
        this.guard = guard;
        this.sleeps = sleeps;
        guard.addListener(
                decision -> worst.accumulateAndGet(decision.transition().to(), DegradationLevel::worst));
    }

    /** The guard's thread sleeps once before each look, whether it publishes what it finds or not. */
    private static final class CountedSleeps implements TimeSource {
        private final AtomicLong count = new AtomicLong();

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            count.incrementAndGet();
            TimeSource.system().sleep(nanos);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        MemoryThresholds thresholds = MemoryThresholds.defaults();
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withDegradation(DegradationConfig.defaults()
                        .withMemory(new MemoryThresholds(
                                thresholds.reduced(),
                                thresholds.minimal(),
                                thresholds.emergency(),
                                thresholds.hysteresis(),
                                Duration.ofMillis(Long.getLong("test.dwell", 5000)))))
                .withCpu(CpuMonitorConfig.defaults().withSampleIntervalMs(200));
        CountedSleeps sleeps = new CountedSleeps();
        try (ResourceGuard guard = new ResourceGuard(config, ProbeSelection.load(), sleeps);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            GuardedProgram program = new GuardedProgram(guard, sleeps);
            guard.start();
            String line;
            while ((line = in.readLine()) != null) {
                System.out.println(program.answer(line.split(" ", -1)));
            }
        }
    }

    private String answer(String[] words) throws IOException, InterruptedException {
        return switch (words[0]) {
            case "limit" -> limit();
            case "await-limit" -> awaitLimit(words[1]);
            case "limit-now" -> limitOfTheNextSample();
            case "level" -> guard.level().name();
            case "await-level" -> awaitLevel(words[1]);
            case "write" -> write(Path.of(words[1]), Integer.parseInt(words[2]));
            case "status" -> status();
            case "worst" -> worst();
            case "growth" -> growth();
            case "await-calm" -> awaitCalm();
            case "leak" -> leak(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "map" -> map(Path.of(words[1]));
            case "hold" -> hold(Integer.parseInt(words[1]));
            case "drop" -> drop();
            case "churn" -> churn(Integer.parseInt(words[1]));
            case "direct" -> direct(Integer.parseInt(words[1]));
            case "burn" -> burn(Integer.parseInt(words[1]));
            case "looks" -> Long.toString(sleeps.count.get());
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String limit() {
        MemoryStatus memory = guard.snapshot().memory();
        return memory.limit().orElse(-1) + " " + memory.limitSource();
    }

    /** What the first sample finds that begins after this was asked. */
    private String limitOfTheNextSample() throws InterruptedException {
        long before = guard.snapshot().sequence();
        // The next one may have begun already.
        while (guard.snapshot().sequence() < before + 2) {
            Thread.sleep(1);
        }
        return limit();
    }

    private String awaitLimit(String wanted) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (!limit().startsWith(wanted + " ") && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        return limit();
    }

    private String awaitLevel(String wanted) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (guard.level() != DegradationLevel.valueOf(wanted) && System.nanoTime() < end) {
            churn(1);
            Thread.sleep(10);
        }
        return guard.level().name();
    }

    /**
     * Writes, no faster than a program that has to make what it writes, until so much is written or the level is worse than Reduced; says
     * what was written and the worst level.
     */
    private String write(Path file, int mb) throws IOException, InterruptedException {
        byte[] block = new byte[MB];
        DegradationLevel worst = guard.level();
        int written = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
            while (written < mb && !worst.isWorseThan(DegradationLevel.REDUCED)) {
                out.write(block);
                written++;
                Thread.sleep(1);
                worst = DegradationLevel.worst(worst, guard.level());
            }
        }
        return written + " " + worst;
    }

    private String status() {
        ResourceSnapshot snapshot = guard.snapshot();
        MemoryStatus memory = snapshot.memory();
        return String.format(
                Locale.ROOT,
                "%s pressure %.3f %s working set %d resident %d live %d after %d used %d committed %d collections %d",
                snapshot.level(),
                memory.pressure().orElse(Double.NaN),
                memory.pressureSource(),
                memory.workingSet().orElse(-1) / MB,
                memory.residentSet().orElse(-1) / MB,
                memory.heap().live() / MB,
                memory.heap().afterLatestCollection() / MB,
                memory.heap().used() / MB,
                memory.heap().committed() / MB,
                memory.heap().collections());
    }

    /** The worst level since this was last asked. */
    private String worst() {
        return worst.getAndSet(guard.level()).name();
    }

    /** Whether memory is said to grow fast, and how often the level has changed. */
    private String growth() {
        return guard.snapshot().memory().exceedsGrowthRate() + " "
                + guard.stats().decisions();
    }

    private String awaitCalm() throws InterruptedException {
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (guard.snapshot().memory().pressure().orElse(1) > 0.5 && System.nanoTime() < end) {
            Thread.sleep(1);
        }
        return guard.snapshot().memory().pressure().orElse(1) > 0.5 ? "not calm" : "calm";
    }

    /**
     * Fills the heap for good, no faster than at a rate, until the level is worse than Reduced; says how far it came and how that ended.
     * Time that was lost on a busy machine is not made up for, as it was lost to the guard as well.
     */
    private String leak(int mb, int mbPerSecond) throws InterruptedException {
        int held = 0;
        try {
            while (held < mb && !guard.level().isWorseThan(DegradationLevel.REDUCED)) {
                Thread.sleep(1_000 / mbPerSecond);
                holdOne();
                held++;
            }
        } catch (OutOfMemoryError e) {
            live.clear();
            return held + " OutOfMemoryError";
        }
        return held + " " + guard.level();
    }

    /** Maps a file and touches all of it. */
    private String map(Path file) throws IOException {
        int sum = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            for (int i = 0; i < mapped.capacity(); i += 4096) {
                sum += mapped.get(i);
            }
            this.mapped.add(mapped);
        }
        return "mapped " + sum;
    }

    private String hold(int mb) {
        for (int i = 0; i < mb; i++) {
            holdOne();
        }
        return "held " + mb;
    }

    /** In small pieces, as large ones are laid out by rules of their own. */
    private void holdOne() {
        for (int i = 0; i < 16; i++) {
            live.add(new byte[MB / 16 - 64]);
        }
    }

    private String drop() {
        live.clear();
        return "dropped";
    }

    private String churn(int mb) {
        int kept = 0;
        for (int i = 0; i < mb * 16; i++) {
            kept += new byte[MB / 16].length;
        }
        return "churned " + kept;
    }

    /** Takes direct memory until so much is taken, or the level is worse than Reduced. */
    private String direct(int mb) throws InterruptedException {
        int taken = 0;
        while (taken < mb && !guard.level().isWorseThan(DegradationLevel.REDUCED)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(MB);
            for (int i = 0; i < MB; i += 4096) {
                buffer.put(i, (byte) 1);
            }
            direct.add(buffer);
            taken++;
            Thread.sleep(2);
        }
        ResourceSnapshot snapshot = guard.snapshot();
        return String.format(
                Locale.ROOT,
                "%d %s %d",
                taken,
                snapshot.level(),
                snapshot.memory().heap().live() / MB);
    }

    /** Keeps a CPU busy and tells the largest share of the time that a quota held it back, and whether that was critical. */
    private String burn(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        double throttled = 0;
        boolean critical = false;
        while (System.nanoTime() < end) {
            CpuStatus cpu = guard.snapshot().cpu();
            throttled = Math.max(throttled, cpu.throttledShare().orElse(0));
            critical |= cpu.critical();
        }
        return String.format(Locale.ROOT, "%.3f %b", throttled, critical);
    }
}
