package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real file system that fills up under a run. */
@Tag("mount")
@Tag("guard")
class FullDiskIT {
    private static final long GB = 1L << 30;

    @TempDir
    Path temp;

    @Test
    void aDiskThatFillsDrivesARunThroughAllLevelsAndItCanBeResumed() throws Exception {
        try (MountedDisk disk = MountedDisk.ext4(temp.resolve("disk"), 2 * GB)) {
            Path ballast = disk.ballast(1500);
            Path configuration = Files.writeString(temp.resolve("config.yaml"), """
                    global:
                      resource_budget:
                        disk: {min_free_mb: 100}
                        degradation: {disk_minimal_mb: 200, disk_reduced_mb: 300}
                    transactions: {target_count: 250000}
                    output: {formats: [csv]}
                    """);
            Path run = disk.directory().resolve("run");
            PackagedHeadroom headroom = PackagedHeadroom.quick();
            PackagedHeadroom.Outcome stopped = headroom.run(
                            "generate", "--config", configuration.toString(), "--output", run.toString())
                    .exitsWith(3);
            assertThat(stopped.err()).contains("headroom resume");
            JsonNode manifest = RunDirectories.manifest(run);
            assertThat(manifest.at("/status").asText()).isEqualTo("STOPPED");
            assertThat(levels(manifest)).containsSubsequence("NORMAL", "REDUCED", "MINIMAL");
            assertThat(manifest.at("/levels")).as("the level only falls").hasSize(3);
            for (JsonNode output : manifest.at("/outputs")) {
                assertThat(run.resolve(output.at("/name").asText()))
                        .hasSize(output.at("/bytes").asLong());
            }

            Files.delete(ballast);
            headroom.run("resume", run.toString()).exitsWith(0);
            JsonNode finished = RunDirectories.manifest(run);
            assertThat(finished.at("/totals/entries").asLong()).isEqualTo(250_000);
            assertThat(levels(finished)).endsWith("NORMAL");
        }
    }

    /** All at once, in the middle of a run, and to the last byte: nobody can be asked for more room than there is. */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "tmpfs"})
    void aDiskThatAnotherProcessFillsEndsARunWithACheckpoint(String type) throws Exception {
        Path directory = temp.resolve("disk");
        try (MountedDisk disk =
                type.equals("ext4") ? MountedDisk.ext4(directory, GB / 2) : MountedDisk.tmpfs(directory, "size=512m")) {
            Path configuration = Files.writeString(temp.resolve("config.yaml"), """
                    global:
                      resource_budget:
                        disk: {min_free_mb: 8}
                        degradation: {disk_minimal_mb: 9, disk_reduced_mb: 10}
                    transactions: {target_count: 100000}
                    """);
            Path run = disk.directory().resolve("run");
            PackagedHeadroom headroom = PackagedHeadroom.quick();
            PackagedHeadroom.Running running = headroom.start(
                    "generate", "--config", configuration.toString(), "--output", run.toString(), "--threads", "1");
            RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 20L << 20, running.process());
            fill(disk.directory().resolve("ballast"));
            running.await().exitsWith(3);
            JsonNode manifest = RunDirectories.manifest(run);
            assertThat(manifest.at("/status").asText()).isEqualTo("STOPPED");
            assertThat(manifest.at("/stop/reason").asText()).isIn("DISK_FULL", "EMERGENCY");
            for (JsonNode output : manifest.at("/outputs")) {
                assertThat(run.resolve(output.at("/name").asText()))
                        .hasSize(output.at("/bytes").asLong());
            }

            Files.delete(disk.directory().resolve("ballast"));
            headroom.run("resume", run.toString()).exitsWith(0);
            assertThat(RunDirectories.manifest(run).at("/totals/entries").asLong())
                    .isEqualTo(100_000);
        }
    }

    /** Writes until there is no room for another byte. */
    private static void fill(Path ballast) throws IOException, InterruptedException {
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + ballast, "bs=64K")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void aFileSystemWithTooFewInodesIsRefusedBeforehand() throws Exception {
        try (MountedDisk disk = MountedDisk.tmpfs(temp.resolve("disk"), "size=64m,nr_inodes=20")) {
            Path run = disk.directory().resolve("run");
            PackagedHeadroom.Outcome refused = PackagedHeadroom.quick()
                    .run("generate", "--demo", "--output", run.toString())
                    .exitsWith(2);
            assertThat(refused.err()).contains("files, and the file system has inodes for ");
            assertThat(run).doesNotExist();
        }
    }

    private static List<String> levels(JsonNode manifest) {
        List<String> levels = new ArrayList<>();
        manifest.at("/levels").forEach(span -> levels.add(span.at("/level").asText()));
        return levels;
    }
}
