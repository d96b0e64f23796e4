package dev.headroom.guard.linux;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.CpuMonitorConfig;
import dev.headroom.guard.CpuStatus;
import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.guard.ResourceSnapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program that guards itself and does, line by line, what a test asks of it; each answer is one line. */
final class GuardedProgram {
    private static final int MB = 1 << 20;
    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private final ResourceGuard guard;
    private final List<byte[]> live = new ArrayList<>();
    private final List<ByteBuffer> direct = new ArrayList<>();

    private GuardedProgram(ResourceGuard guard) {
        this.guard = guard;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ResourceGuardConfig config = ResourceGuardConfig.defaults()
                .withMemory(MemoryGuardConfig.defaults())
                .withCpu(CpuMonitorConfig.defaults().withSampleIntervalMs(200));
        try (ResourceGuard guard = new ResourceGuard(config);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            guard.start();
            GuardedProgram program = new GuardedProgram(guard);
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
            case "level" -> guard.level().name();
            case "await-level" -> awaitLevel(words[1]);
            case "write" -> write(Path.of(words[1]), Integer.parseInt(words[2]));
            case "hold" -> hold(Integer.parseInt(words[1]));
            case "drop" -> drop();
            case "churn" -> churn(Integer.parseInt(words[1]));
            case "direct" -> direct(Integer.parseInt(words[1]));
            case "burn" -> burn(Integer.parseInt(words[1]));
            case "samples" -> Long.toString(guard.snapshot().sequence());
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String limit() {
        MemoryStatus memory = guard.snapshot().memory();
        return memory.limit().orElse(-1) + " " + memory.limitSource();
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

    private String hold(int mb) {
        for (int i = 0; i < mb; i++) {
            live.add(new byte[MB]);
        }
        return "held " + live.size();
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
