package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped from outside go on to the same bytes. */
@Tag("determinism")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopIT {
    /** Two seconds, and what a busy machine adds. */
    private static final double LONGEST_STOP_SECONDS = 4;

    private static final int ENTRIES = 60_000;

    private static final long BEGUN = 4L << 20;

    private final PackagedHeadroom headroom = PackagedHeadroom.quick();

    private Map<String, String> whole = Map.of();

    @TempDir
    Path temp;

    private Path configuration() throws Exception {
        return configuration(ENTRIES);
    }

    private Path configuration(int entries) throws Exception {
        return Files.writeString(
                temp.resolve("config.yaml"),
                "transactions:\n  target_count: " + entries + "\noutput:\n  formats: [csv]\n");
    }

    private Map<String, String> whole(Path configuration) throws Exception {
        if (whole.isEmpty()) {
            Path run = temp.resolve("whole");
            headroom.run("generate", "--config", configuration.toString(), "--output", run.toString())
                    .exitsWith(0);
            whole = Digests.of(run);
        }
        return whole;
    }

    private PackagedHeadroom.Running begun(Path configuration, Path run) throws Exception {
        PackagedHeadroom.Running running = headroom.start(
                "generate", "--config", configuration.toString(), "--output", run.toString(), "--threads", "1");
        RunDirectories.awaitSize(run.resolve("journal_entries.csv"), BEGUN, running.process());
        assertThat(running.process().isAlive()).as("the run is in its middle").isTrue();
        return running;
    }

    @Test
    void ctrlCStopsWithACheckpointAndResumeFinishes() throws Exception {
        Path configuration = configuration();
        Path run = temp.resolve("interrupted");
        PackagedHeadroom.Running running = begun(configuration, run);
        PackagedHeadroom.commandOutput(
                "kill", "-INT", Long.toString(running.process().pid()));
        PackagedHeadroom.Outcome stopped = running.await().exitsWith(130);
        assertThat(stopped.err()).contains("headroom resume");
        JsonNode manifest = RunDirectories.manifest(run);
        assertThat(manifest.at("/status").asText()).isEqualTo("STOPPED");
        assertThat(manifest.at("/stop/reason").asText()).isEqualTo("INTERRUPTED");
        assertThat(manifest.at("/totals/entries").asLong()).isBetween(1L, ENTRIES - 1L);
        headroom.run("resume", run.toString(), "--threads", "2", "--memory-limit", "400MB")
                .exitsWith(0);
        assertThat(RunDirectories.manifest(run)
                        .at("/resources/memory_limit_bytes")
                        .asLong())
                .isEqualTo(400L << 20);
        assertThat(Digests.of(run)).isEqualTo(whole(configuration));
    }

    /** The checkpoint that the first asks for never ends, so it is the second that ends the process. */
    @Test
    void theSecondCtrlCStopsAtOnceAndTheRunGoesOn() throws Exception {
        Path stuck = temp.resolve("stuck");
        Path plugins = Files.createDirectory(temp.resolve("plugins"));
        PlugInJar.stuckSink(plugins.resolve("stuck.jar"), temp.resolve("work"), stuck);
        PackagedHeadroom patient = new PackagedHeadroom(
                Map.of("HEADROOM_PLUGINS", plugins.toString(), "HEADROOM_OPTS", "-XX:TieredStopAtLevel=1"));
        Path configuration = configuration();
        Path run = temp.resolve("impatient");
        PackagedHeadroom.Running running = patient.start(
                "generate",
                "-c",
                configuration.toString(),
                "-o",
                run.toString(),
                "--threads",
                "1",
                "--format",
                "csv,stuck");
        RunDirectories.awaitSize(run.resolve("journal_entries.csv"), BEGUN, running.process());
        Files.createFile(stuck);
        String process = Long.toString(running.process().pid());
        PackagedHeadroom.commandOutput("kill", "-INT", process);
        RunDirectories.awaitSize(temp.resolve("stuck.begun"), 0, running.process());
        RunDirectories.awaitText(running.err(), "a second Ctrl-C stops at once", running.process());
        assertThat(running.process().isAlive()).as("it waits for its disk").isTrue();
        PackagedHeadroom.commandOutput("kill", "-INT", process);
        running.await().exitsWith(130);
        assertThat(RunDirectories.manifest(run).at("/status").asText()).isEqualTo("RUNNING");

        Files.delete(stuck);
        patient.run("resume", run.toString()).exitsWith(0);
        assertThat(tables(Digests.of(run))).isEqualTo(tables(whole(configuration)));
    }

    /** Without the log of ranges, which names the formats. */
    private static Map<String, String> tables(Map<String, String> digests) {
        Map<String, String> tables = new TreeMap<>(digests);
        tables.keySet().removeIf(name -> !name.endsWith(".csv"));
        return tables;
    }

    @Test
    @Tag("alone")
    void anInterruptionWaitsNoLongerThanTwoSecondsForLongRanges() throws Exception {
        Path run = temp.resolve("throttled");
        Path configuration = Files.writeString(
                temp.resolve("throttled.yaml"),
                "transactions: {target_count: 5000000}\noutput: {formats: [csv]}\nglobal: {resource_budget: {cpu:"
                        + " {critical_load_threshold: 0.3, auto_throttle: true, throttle_delay_ms: 10000}}}\n");
        PackagedHeadroom.Running running =
                headroom.start("generate", "-c", configuration.toString(), "-o", run.toString(), "--threads", "12");
        RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 1 << 20, running.process());
        long start = System.nanoTime();
        running.process().destroy();
        running.await().exitsWith(143);
        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(LONGEST_STOP_SECONDS);
        assertThat(RunDirectories.manifest(run).at("/stop/reason").asText()).isEqualTo("INTERRUPTED");
    }

    @Test
    void sigtermStopsWithACheckpoint() throws Exception {
        Path run = temp.resolve("terminated");
        PackagedHeadroom.Running running = begun(configuration(), run);
        running.process().destroy();
        running.await().exitsWith(143);
        assertThat(RunDirectories.manifest(run).at("/status").asText()).isEqualTo("STOPPED");
    }

    @Test
    void aProcessThatIsKilledIsResumedFromItsLastCheckpoint() throws Exception {
        Path configuration = configuration();
        Path run = temp.resolve("killed");
        PackagedHeadroom.Running running = begun(configuration, run);
        running.process().destroyForcibly();
        running.await();
        assertThat(RunDirectories.manifest(run).at("/status").asText()).isEqualTo("RUNNING");
        headroom.run("resume", run.toString()).exitsWith(0);
        assertThat(Digests.of(run)).isEqualTo(whole(configuration));
    }

    @Test
    void neitherThreadsNorLocaleNorTimeZoneChangeAByte() throws Exception {
        Path one = temp.resolve("one");
        headroom.run("generate", "--demo", "--output", one.toString(), "--threads", "1")
                .exitsWith(0);
        PackagedHeadroom turkish = new PackagedHeadroom(Map.of(
                "HEADROOM_OPTS",
                "-XX:TieredStopAtLevel=1 -Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Chatham",
                "LC_ALL",
                "tr_TR.UTF-8",
                "TZ",
                "Pacific/Chatham"));
        for (String threads : new String[] {"2", "5"}) {
            Path other = temp.resolve("other" + threads);
            turkish.run("generate", "--demo", "--output", other.toString(), "--threads", threads)
                    .exitsWith(0);
            assertThat(Digests.of(other)).isEqualTo(Digests.of(one));
        }
    }

    @Test
    void aDirectoryInUseIsRefused() throws Exception {
        Path run = temp.resolve("used");
        PackagedHeadroom.Running running = begun(configuration(5_000_000), run);
        PackagedHeadroom.Outcome second = headroom.run("resume", run.toString()).exitsWith(2);
        assertThat(second.err()).contains("in use");
        headroom.run("generate", "--demo", "--output", run.toString(), "--overwrite")
                .exitsWith(2);
        running.process().destroyForcibly();
        running.await();
    }
}
