package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real file system that has too little room, until somebody else gives some back. */
@Tag("mount")
@Tag("guard")
@Timeout(200)
class ScarceDiskIT {
    private static final int SIZE_MB = 3000;
    private static final int BALLAST_MB = 2200;
    private static final Pattern URL = Pattern.compile("serving (http://\\S+)/health");

    @TempDir
    Path temp;

    private MountedDisk disk;
    private Path ballast;
    private Path run;

    @BeforeEach
    void mount() throws Exception {
        disk = MountedDisk.tmpfs(temp.resolve("disk"), "size=" + SIZE_MB + "m");
        ballast = disk.ballast(BALLAST_MB);
        run = disk.directory().resolve("run");
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    private PackagedHeadroom.Running start(int entries, String minFreeMb, String degradation, String... options)
            throws IOException {
        Path configuration =
                Files.writeString(temp.resolve("config.yaml"), """
                transactions:
                  target_count: %d
                global:
                  resource_budget:
                    disk: {min_free_mb: %s}
                    degradation: {disk_dwell_ms: 100, %s}
                output:
                  formats: [csv]
                """.formatted(entries, minFreeMb, degradation));
        List<String> arguments = new ArrayList<>(List.of(
                "generate", "--config", configuration.toString(), "--output", run.toString(), "--threads", "1"));
        arguments.addAll(List.of(options));
        return PackagedHeadroom.quick().start(arguments.toArray(String[]::new));
    }

    private List<String> levels() throws IOException {
        List<String> levels = new ArrayList<>();
        RunDirectories.manifest(run)
                .at("/levels")
                .forEach(span -> levels.add(span.at("/level").asText()));
        return levels;
    }

    private List<String> rules() throws IOException {
        List<String> rules = new ArrayList<>();
        RunDirectories.manifest(run)
                .at("/decisions")
                .forEach(decision -> rules.add(decision.at("/rule").asText()));
        return rules;
    }

    /** Without recovery a level that was reached stays, however much room there is later; with it, the same run recovers. */
    @ParameterizedTest
    @CsvSource({"false,REDUCED", "true,NORMAL"})
    void onlyAutoRecoveryRecovers(boolean autoRecovery, String lastLevel) throws Exception {
        PackagedHeadroom.Running running = start(150_000, "100", "auto_recovery: " + autoRecovery);
        RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 10 << 20, running.process());
        Files.delete(ballast);
        running.await().exitsWith(0);
        assertThat(levels()).startsWith("REDUCED").endsWith(lastLevel);
        assertThat(rules().contains("disk.recover")).isEqualTo(autoRecovery);
    }

    @Test
    void shadowModeStaysAtNormalAndRecordsWhatWouldHaveBeenDone() throws Exception {
        start(50_000, "100", "mode: shadow").await().exitsWith(0);
        assertThat(levels()).containsExactly("NORMAL");
        JsonNode decision = RunDirectories.manifest(run).at("/decisions/0");
        assertThat(decision.at("/mode").asText()).isEqualTo("SHADOW");
        assertThat(decision.at("/from").asText()).isEqualTo("NORMAL");
        assertThat(decision.at("/to").asText()).isEqualTo("REDUCED");
    }

    @Test
    void aRunThatIsToWaitGoesOnOnceThereIsRoom() throws Exception {
        PackagedHeadroom.Running running = start(50_000, "900", "on_emergency: wait", "--port", "0");
        String url = awaitText(running, URL);
        HttpURLConnection health =
                (HttpURLConnection) URI.create(url + "/health").toURL().openConnection();
        assertThat(health.getResponseCode()).isEqualTo(503);
        try (InputStream body = health.getErrorStream()) {
            assertThat(new ObjectMapper().readTree(body).at("/status").asText()).isEqualTo("critical");
        }
        awaitText(running, Pattern.compile("(Waiting up to 600.0 s for the emergency to pass)"));
        Files.delete(ballast);
        assertThat(running.await().exitsWith(0).err()).contains("The emergency has passed");
        assertThat(rules()).containsSubsequence("disk.emergency", "emergency.wait", "emergency.go_on");
        assertThat(RunDirectories.manifest(run).at("/totals/entries").asLong()).isEqualTo(50_000);
    }

    @Test
    void aRunThatWaitsInVainStopsResumable() throws Exception {
        PackagedHeadroom.Outcome stopped = start(50_000, "900", "on_emergency: wait, emergency_max_wait_ms: 300")
                .await()
                .exitsWith(3);
        assertThat(stopped.err()).contains("; waited 0.3 s, the longest that is configured; continue with");
        Files.delete(ballast);
        PackagedHeadroom.quick().run("resume", run.toString()).exitsWith(0);
    }

    @Test
    void ctrlCEndsTheWaitAtOnce() throws Exception {
        PackagedHeadroom.Running running = start(50_000, "900", "on_emergency: wait");
        awaitText(running, Pattern.compile("(Waiting up to)"));
        long start = System.nanoTime();
        PackagedHeadroom.commandOutput(
                "kill", "-INT", Long.toString(running.process().pid()));
        running.await().exitsWith(130);
        // Two seconds where nobody else wants the CPUs.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static String awaitText(PackagedHeadroom.Running running, Pattern text) throws Exception {
        while (true) {
            Matcher matcher = text.matcher(Files.readString(running.err()));
            if (matcher.find()) {
                return matcher.group(1);
            }
            assertThat(running.process().isAlive())
                    .as(Files.readString(running.err()))
                    .isTrue();
            Thread.sleep(20);
        }
    }
}
