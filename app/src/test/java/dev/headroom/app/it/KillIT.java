package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes that are killed at random instants, from their first millisecond on. */
@Tag("determinism")
class KillIT {
    private static final int KILLS = Integer.getInteger("headroom.soak.kills", 100);
    private static final long SEED = Long.getLong("headroom.soak.seed", 1);

    /** The longest life, as a part of what an undisturbed process takes: most die in the middle, and some come to their end. */
    private static final double LONGEST_LIFE = .6;

    private static final int KILLED = 137;
    private static final int CHAINS = 2;

    private final RamDisk disk = new RamDisk();
    private final Path temp = disk.path();
    private PackagedHeadroom headroom;

    @BeforeEach
    void copy() throws Exception {
        headroom = PackagedHeadroom.copiedTo(temp.resolve("headroom"));
    }

    @AfterEach
    void clearAway() throws Exception {
        disk.close();
    }

    private Path configuration() throws Exception {
        return Files.writeString(
                temp.resolve("config.yaml"),
                "transactions: {target_count: 10000}\nmaster_data: {vendors: {count: 50}, customers: {count: 50},"
                        + " materials: {count: 50}, employees: {count: 50}}\noutput: {formats: [csv],"
                        + " checkpoint_interval_ms: 15}\n");
    }

    /** Makes the run that is never disturbed; returns the longest life of the others in milliseconds. */
    private int longestLife(Path configuration, Path whole) throws Exception {
        long start = System.nanoTime();
        headroom.run("generate", "--config", configuration.toString(), "--output", whole.toString())
                .exitsWith(0);
        return (int) (LONGEST_LIFE * (double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /**
     * Lets a process live for a random time, counted from its start or, as often, from its first change of the run's manifest; whether
     * it came to its end by itself.
     */
    private boolean live(Random random, int longestLife, Path manifest, String... arguments) throws Exception {
        long before = manifest.toFile().lastModified();
        boolean fromManifest = random.nextBoolean();
        PackagedHeadroom.Running running = headroom.start(arguments);
        if (longestLife < Integer.MAX_VALUE) {
            // Where a start takes most of a life, hardly any process would come to its first checkpoint.
            while (fromManifest
                    && manifest.toFile().lastModified() == before
                    && !running.process().waitFor(1, TimeUnit.MILLISECONDS)) {
                // Not yet.
            }
            if (!running.process()
                    .waitFor(random.nextInt(fromManifest ? longestLife / 2 : longestLife), TimeUnit.MILLISECONDS)) {
                running.process().destroyForcibly();
            }
        }
        PackagedHeadroom.Outcome outcome = running.await();
        assertThat(outcome.exitCode())
                .as("seed %s: %s%s", SEED, outcome.out(), outcome.err())
                .isIn(0, KILLED);
        Files.deleteIfExists(running.out());
        Files.deleteIfExists(running.err());
        return outcome.exitCode() == 0;
    }

    @Test
    void aRunThatIsKilledAgainAndAgainEndsAsIfItNeverWas() throws Exception {
        Path configuration = configuration();
        Path whole = temp.resolve("whole");
        int longestLife = longestLife(configuration, whole);
        Map<String, String> expected = Digests.of(whole);
        // A process that starts leaves processors idle, so runs go side by side.
        ExecutorService chains = Executors.newFixedThreadPool(CHAINS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int chain = 0; chain < CHAINS; chain++) {
                long seed = SEED + 1_000_003L * chain;
                Path run = temp.resolve("run-" + chain);
                all.add(() -> killAgainAndAgain(new Random(seed), longestLife, configuration, run, expected));
            }
            int resumed = 0;
            for (Future<Integer> chain : chains.invokeAll(all)) {
                resumed += chain.get();
            }
            assertThat(resumed).isPositive();
        } finally {
            chains.shutdownNow();
        }
    }

    /** Kills its part of the processes, one after the other; returns how many of them resumed. */
    private int killAgainAndAgain(
            Random random, int longestLife, Path configuration, Path run, Map<String, String> expected)
            throws Exception {
        Path manifest = run.resolve("manifest.json");
        int kills = 0;
        int resumed = 0;
        int completed = 0;
        while (kills < KILLS / CHAINS || completed == 0) {
            int life = kills < KILLS / CHAINS ? longestLife : Integer.MAX_VALUE;
            boolean begun = Files.exists(manifest);
            resumed += begun ? 1 : 0;
            boolean complete = begun
                    ? live(random, life, manifest, "resume", run.toString())
                    : live(random, life, manifest, "generate", "-c", configuration.toString(), "-o", run.toString());
            if (complete) {
                assertThat(Digests.of(run)).as("seed %s", SEED).isEqualTo(expected);
                RunDirectories.delete(run);
                completed++;
            } else {
                kills++;
            }
        }
        return resumed;
    }

    @Test
    void aRepairThatIsKilledAgainAndAgainEndsAsIfTheRunWasNeverDegraded() throws Exception {
        Path configuration = configuration();
        Path whole = temp.resolve("whole");
        int longestLife = longestLife(configuration, whole);
        Path levels = Files.writeString(
                temp.resolve("levels.json"),
                "{\"levels\": [{\"from\": 3, \"to\": 8, \"level\": \"REDUCED\"}, {\"from\": 11, \"to\": 15, \"level\":"
                        + " \"MINIMAL\"}]}");
        Path degraded = temp.resolve("degraded");
        headroom.run(
                        "generate",
                        "-c",
                        configuration.toString(),
                        "-o",
                        degraded.toString(),
                        "--replay-levels",
                        levels.toString())
                .exitsWith(0);
        Map<String, String> expected = Digests.of(whole);
        assertThat(Digests.of(degraded)).isNotEqualTo(expected);
        Random random = new Random(SEED);
        Path run = temp.resolve("run");
        // Until its files change places a repair touches nothing else.
        Path manifest = run.resolve(".repair/manifest.json");
        int kills = 0;
        int completed = 0;
        while (kills < KILLS / 10 || completed == 0) {
            if (!Files.exists(run)) {
                RunDirectories.copy(degraded, run);
            }
            int life = kills < KILLS / 10 ? longestLife : Integer.MAX_VALUE;
            if (live(random, life, manifest, "repair", run.toString())) {
                assertThat(Digests.of(run))
                        .as("seed %s after %s kills", SEED, kills)
                        .isEqualTo(expected);
                if (completed++ == 0) {
                    assertThat(headroom.run("repair", run.toString())
                                    .exitsWith(0)
                                    .out())
                            .contains("nothing to repair");
                }
                RunDirectories.delete(run);
            } else {
                kills++;
            }
        }
    }
}
