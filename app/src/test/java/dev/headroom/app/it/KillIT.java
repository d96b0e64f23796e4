package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at random instants, from their first millisecond on. */
@Tag("determinism")
class KillIT {
    private static final int KILLS = Integer.getInteger("headroom.soak.kills", 100);
    private static final long SEED = Long.getLong("headroom.soak.seed", 1);

    /** Long enough for a checkpoint or two, short enough for many deaths; grows where the machine is slow. */
    private static final int FIRST_LONGEST_LIFE_MILLISECONDS = 450;

    private static final int KILLED = 137;

    private final PackagedHeadroom headroom = new PackagedHeadroom();

    @TempDir
    Path temp;

    private Path configuration() throws Exception {
        return Files.writeString(
                temp.resolve("config.yaml"),
                "transactions: {target_count: 30000}\nmaster_data: {vendors: {count: 50}, customers: {count: 50},"
                        + " materials: {count: 50}, employees: {count: 50}}\noutput: {formats: [csv],"
                        + " checkpoint_interval_ms: 15}\n");
    }

    /** Lets a process live for a random time; whether it came to its end by itself. */
    private boolean live(Random random, int longestLife, String... arguments) throws Exception {
        PackagedHeadroom.Running running = headroom.start(arguments);
        boolean ended = running.process().waitFor(random.nextInt(longestLife), TimeUnit.MILLISECONDS);
        if (!ended) {
            running.process().destroyForcibly();
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
        headroom.run("generate", "--config", configuration.toString(), "--output", whole.toString())
                .exitsWith(0);
        Map<String, String> expected = Digests.of(whole);
        Random random = new Random(SEED);
        Path run = temp.resolve("run");
        int longestLife = FIRST_LONGEST_LIFE_MILLISECONDS;
        int kills = 0;
        int resumed = 0;
        int completed = 0;
        while (kills < KILLS || completed == 0) {
            boolean begun = Files.exists(run.resolve("manifest.json"));
            resumed += begun ? 1 : 0;
            boolean complete = begun
                    ? live(random, longestLife, "resume", run.toString())
                    : live(random, longestLife, "generate", "-c", configuration.toString(), "-o", run.toString());
            if (complete) {
                assertThat(Digests.of(run)).as("seed %s", SEED).isEqualTo(expected);
                RunDirectories.delete(run);
                completed++;
            } else if (++kills % 10 == 0 && resumed < kills / 2) {
                longestLife += longestLife / 2;
            }
            if (kills >= KILLS && completed == 0) {
                longestLife = 60_000;
            }
        }
        assertThat(resumed).isPositive();
    }

    @Test
    void aRepairThatIsKilledAgainAndAgainEndsAsIfTheRunWasNeverDegraded() throws Exception {
        Path configuration = configuration();
        Path whole = temp.resolve("whole");
        headroom.run("generate", "--config", configuration.toString(), "--output", whole.toString())
                .exitsWith(0);
        Path levels = Files.writeString(
                temp.resolve("levels.json"),
                "{\"levels\": [{\"from\": 3, \"to\": 9, \"level\": \"REDUCED\"}, {\"from\": 15, \"to\": 24, \"level\":"
                        + " \"MINIMAL\"}]}");
        Path run = temp.resolve("run");
        headroom.run(
                        "generate",
                        "-c",
                        configuration.toString(),
                        "-o",
                        run.toString(),
                        "--replay-levels",
                        levels.toString())
                .exitsWith(0);
        assertThat(Digests.of(run)).isNotEqualTo(Digests.of(whole));
        Random random = new Random(SEED);
        int longestLife = FIRST_LONGEST_LIFE_MILLISECONDS;
        int kills = 0;
        while (!live(random, kills < KILLS / 5 ? longestLife : 60_000, "repair", run.toString())) {
            longestLife += ++kills % 10 == 0 ? longestLife / 3 : 0;
        }
        assertThat(Digests.of(run)).as("seed %s after %s kills", SEED, kills).isEqualTo(Digests.of(whole));
        assertThat(headroom.run("repair", run.toString()).exitsWith(0).out()).contains("nothing to repair");
    }
}
