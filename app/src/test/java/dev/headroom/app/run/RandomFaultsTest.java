package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.it.Digests;
import dev.headroom.app.it.RamDisk;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.sink.SinkProvider;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults at random instants: whatever happens, the run ends with the bytes of one that was never disturbed. How often each is tried is
 * the system property {@code headroom.soak.times}; a failure names its seed.
 */
@Tag("determinism")
class RandomFaultsTest {
    private static final int TIMES = Integer.getInteger("headroom.soak.times", 12);
    private static final long FIRST_SEED = Long.getLong("headroom.soak.seed", 1);
    private static final Duration OFTEN = Duration.ofMillis(1);

    private final RamDisk disk = new RamDisk();
    private final Path temp = disk.path();

    @AfterEach
    void clearAway() throws Exception {
        disk.close();
    }

    private final Map<List<String>, Map<String, String>> undisturbed = new HashMap<>();

    @FunctionalInterface
    private interface Trial {
        void run(Random random, Path directory) throws Exception;
    }

    private void repeat(Trial trial) throws Exception {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES; seed++) {
            Path directory = temp.resolve("run-" + seed);
            try {
                trial.run(new Random(seed), directory);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("with -Dheadroom.soak.seed=" + seed + ": " + e.getMessage(), e);
            }
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }

    private static List<String> formats(Random random) {
        List<String> all = SmallRuns.forms();
        return List.of(all.get(random.nextInt(all.size())));
    }

    private Map<String, String> undisturbed(List<String> formats) throws Exception {
        Map<String, String> digests = undisturbed.get(formats);
        if (digests == null) {
            Path directory = temp.resolve("whole-" + String.join("-", formats));
            SmallRuns.run().generate(directory, false, SmallRuns.request(formats, 2, ScriptedGuard.calm()), null, null);
            digests = Digests.of(directory);
            undisturbed.put(formats, digests);
        }
        return digests;
    }

    /** A fault in the place of one call out of so many; null for none. */
    private static DisturbedSinks.Disturbance fault(Random random, int calls) {
        AtomicInteger left = new AtomicInteger(1 + random.nextInt(calls));
        int kind = random.nextInt(4);
        return call -> {
            if (left.decrementAndGet() == 0) {
                switch (kind) {
                    case 0 -> throw new IOException("No space left on device");
                    case 1 -> throw new IllegalStateException("a sink that is wrong");
                    case 2 -> throw new OutOfMemoryError("Java heap space");
                    default -> throw new IOException("Input/output error");
                }
            }
        };
    }

    private static Run runWith(List<String> formats, DisturbedSinks.Disturbance disturbance) {
        List<SinkProvider> disturbed = new ArrayList<>();
        SmallRuns.providers(formats).forEach(each -> disturbed.add(new DisturbedSinks(each, disturbance)));
        return SmallRuns.run(SinkCatalogue.of(disturbed));
    }

    private static @Nullable RunResult goOn(Run run, Path directory, RunRequest request) {
        try {
            return ManifestFile.existsIn(directory)
                    ? run.resume(directory, manifest -> request)
                    : run.generate(directory, false, request, null, null);
        } catch (RunRefusedException | IllegalStateException | OutOfMemoryError e) {
            // A fault before the run could begin.
            return null;
        }
    }

    @Test
    void sinksThatFailAtRandomCalls() throws Exception {
        repeat((random, directory) -> {
            List<String> formats = formats(random);
            for (int life = 0; life < 3; life++) {
                RunRequest request = SmallRuns.request(formats, 1 + random.nextInt(3), ScriptedGuard.calm(), OFTEN);
                goOn(runWith(formats, fault(random, 600)), directory, request);
            }
            finish(directory, formats);
        });
    }

    /** Goes on without faults, and checks that only what was missing is generated. */
    private void finish(Path directory, List<String> formats) throws Exception {
        long before = ManifestFile.existsIn(directory)
                ? ManifestFile.read(directory).totals().ranges()
                : 0;
        RunResult result = goOn(SmallRuns.run(), directory, SmallRuns.request(formats, 2, ScriptedGuard.calm(), OFTEN));
        assertThat(result).isNotNull();
        assertThat(result.manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
        assertThat(result.generated().ranges()).isEqualTo(SmallRuns.RANGES - before);
        assertThat(Digests.of(directory)).isEqualTo(undisturbed(formats));
    }

    @Test
    void powerThatFailsAtRandomCalls() throws Exception {
        repeat((random, directory) -> {
            List<String> formats = formats(random);
            AtomicInteger left = new AtomicInteger(1 + random.nextInt(900));
            List<DisturbedSinks> disturbed = new ArrayList<>();
            for (SinkProvider each : SmallRuns.providers(formats)) {
                disturbed.add(new DisturbedSinks(each, call -> {
                    if (left.decrementAndGet() < 0 && !call.equals("close")) {
                        throw new IOException("no power");
                    }
                }));
            }
            goOn(
                    SmallRuns.run(SinkCatalogue.of(List.copyOf(disturbed))),
                    directory,
                    SmallRuns.request(formats, 1 + random.nextInt(3), ScriptedGuard.calm(), OFTEN));
            if (ManifestFile.existsIn(directory)) {
                loseWhatIsNotDurable(random, directory, disturbed.get(0).durableLengths());
            }
            finish(directory, formats);
        });
    }

    private static void loseWhatIsNotDurable(Random random, Path directory, Map<Path, Long> durable) throws Exception {
        Manifest manifest = ManifestFile.read(directory);
        for (OutputState output : manifest.outputs()) {
            Path file = directory.resolve(output.name());
            long kept = durable.getOrDefault(file, 0L);
            assertThat(output.bytes())
                    .as("what the manifest claims of %s", file)
                    .isLessThanOrEqualTo(kept);
            lose(random, file, kept);
        }
        if (manifest.status() == Manifest.Status.RUNNING) {
            lose(
                    random,
                    directory.resolve(RangeLog.FILE_NAME),
                    manifest.ranges().logBytes());
        }
    }

    /** What lies behind the bytes that were forced is gone, zero, or something else. */
    private static void lose(Random random, Path file, long durable) throws IOException {
        if (!Files.exists(file) || Files.size(file) == durable) {
            return;
        }
        if (durable == 0 && random.nextBoolean()) {
            Files.delete(file);
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] tail = new byte[random.nextInt(5000)];
            if (random.nextBoolean()) {
                random.nextBytes(tail);
            }
            bytes.setLength(Math.min(bytes.length(), durable));
            bytes.seek(bytes.length());
            bytes.write(tail);
        }
    }

    @Test
    void randomLevelsAreRepaired() throws Exception {
        repeat((random, directory) -> {
            List<String> formats = formats(random);
            boolean complete = false;
            while (!complete) {
                RunResult result = goOn(
                        SmallRuns.run(),
                        directory,
                        SmallRuns.request(formats, 1 + random.nextInt(3), randomLevels(random, .1), OFTEN));
                assertThat(result).isNotNull();
                complete = result.manifest().status() == Manifest.Status.COMPLETED;
            }
            List<LevelSpan> levels = ManifestFile.read(directory).levels();
            long degraded = levels.stream()
                    .filter(span -> span.level() != DegradationLevel.NORMAL)
                    .mapToLong(span -> span.to() - span.from())
                    .sum();
            // The epilogue is generated with any of them.
            boolean epilogue = degraded > 0 && levels.get(levels.size() - 1).level() == DegradationLevel.NORMAL;
            long generated = 0;
            for (boolean repaired = false; !repaired; ) {
                // Now and then the level is worse when a range is asked for, and the repair stops.
                RunGuard guard = new ScriptedGuard(asked -> new Random(random.nextLong()).nextInt(8) == 0
                        ? DegradationLevel.REDUCED
                        : DegradationLevel.NORMAL);
                RepairResult result = SmallRuns.run()
                        .repair(directory, manifest -> SmallRuns.request(formats, 1 + random.nextInt(3), guard, OFTEN));
                generated += result.generated().ranges();
                repaired = result.stop() == null;
            }
            assertThat(generated).isEqualTo(degraded + (epilogue ? 1 : 0));
            assertThat(Digests.of(directory)).isEqualTo(undisturbed(formats));
        });
    }

    private static RunGuard randomLevels(Random random, double stop) {
        Random levels = new Random(random.nextLong());
        return new ScriptedGuard(asked -> {
            double draw = levels.nextDouble();
            return draw < stop
                    ? DegradationLevel.EMERGENCY
                    : draw < .4
                            ? DegradationLevel.REDUCED
                            : draw < .6 ? DegradationLevel.MINIMAL : DegradationLevel.NORMAL;
        });
    }
}
