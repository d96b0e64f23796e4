package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in real memory control groups: page cache does no harm, and files in memory stop a run before the kernel does. */
@Tag("cgroup")
@Tag("guard")
@Timeout(400)
class MemoryGroupIT {
    private static final long MB = 1 << 20;
    private static final long GB = 1 << 30;

    @TempDir
    Path temp;

    private Path configuration(int entries) throws Exception {
        return Files.writeString(temp.resolve("config.yaml"), "transactions:\n  target_count: " + entries + "\n");
    }

    @Test
    void fiveGigabytesInAGroupOf200MegabytesStayAtNormal() throws Exception {
        Assumptions.assumeTrue(temp.toFile().getUsableSpace() > 8 * GB, "there is no room for the output on this disk");
        Path run = temp.resolve("run");
        Cgroup group = Cgroup.make("headroom-small");
        try {
            group.setLimit(200 * MB);
            new PackagedHeadroom()
                    .startedBy(group.starter())
                    .run(
                            "generate",
                            "--config",
                            configuration(750_000).toString(),
                            "--output",
                            run.toString(),
                            "--format",
                            "ndjson")
                    .exitsWith(0);
        } finally {
            group.remove();
        }
        JsonNode manifest = RunDirectories.manifest(run);
        assertThat(manifest.at("/totals/bytes").asLong()).isGreaterThan(5 * GB);
        assertThat(manifest.at("/levels")).hasSize(1);
        assertThat(manifest.at("/levels/0/level").asText()).isEqualTo("NORMAL");
        assertThat(manifest.at("/decisions")).isEmpty();
        assertThat(manifest.at("/resources/memory_limit_bytes").asLong()).isEqualTo(200 * MB);
        assertThat(manifest.at("/resources/memory_limit_source").asText()).contains("headroom-small");
    }

    /** The file system has room for three times what the group may hold, which is not what counts. */
    @Test
    @Tag("mount")
    void outputInMemoryStopsARunBeforeTheKernelKillsIt() throws Exception {
        try (MountedDisk disk = MountedDisk.tmpfs(temp.resolve("disk"), "size=1000m")) {
            Path run = disk.directory().resolve("run");
            Cgroup group = Cgroup.make("headroom-tmpfs");
            try {
                group.setLimit(300 * MB);
                PackagedHeadroom.Outcome stopped = new PackagedHeadroom()
                        .startedBy(group.starter())
                        .run(
                                "generate",
                                "--config",
                                configuration(250_000).toString(),
                                "--output",
                                run.toString(),
                                "--format",
                                "csv")
                        .exitsWith(3);
                assertThat(stopped.err()).contains("is on tmpfs and counts as memory here", "headroom resume");
                JsonNode manifest = RunDirectories.manifest(run);
                assertThat(manifest.at("/status").asText()).isEqualTo("STOPPED");
                assertThat(manifest.at("/stop/reason").asText()).isIn("EMERGENCY", "MEMORY_LIMIT", "DISK_FULL");
                assertThat(manifest.at("/totals/bytes").asLong()).isBetween(MB, 300 * MB);

                group.setLimit(2 * GB);
                new PackagedHeadroom()
                        .startedBy(group.starter())
                        .run("resume", run.toString())
                        .exitsWith(0);
            } finally {
                group.remove();
            }
            assertThat(RunDirectories.manifest(run).at("/totals/entries").asLong())
                    .isEqualTo(250_000);
        }
    }
}
