package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real file system that is gone in the middle of a run, and what the user is told. */
@Tag("mount")
@Timeout(120)
class LostDiskIT {
    @TempDir
    Path temp;

    private final PackagedHeadroom headroom = PackagedHeadroom.quick();

    @Test
    void theRunStopsAndGoesOnOnceTheDiskIsBack() throws Exception {
        try (MountedDisk disk = MountedDisk.ext4(temp.resolve("disk"), 512L << 20)) {
            Path run = disk.directory().resolve("run");
            PackagedHeadroom.Outcome stopped = strike(disk, run).exitsWith(3);
            assertThat(stopped.err().lines().toList())
                    .last()
                    .asString()
                    .startsWith("headroom: stopped: writing failed: ")
                    .endsWith("; the last checkpoint could not be written, an earlier one stands; continue with"
                            + " 'headroom resume " + run + "'");
            PackagedHeadroom.Outcome refused =
                    headroom.run("resume", run.toString()).exitsWith(2);
            assertThat(refused.err()).isEqualTo("headroom resume: " + run + " cannot be written: Input/output error\n");

            disk.remount();
            assertThat(headroom.run("verify", run.toString()).exitsWith(0).out())
                    .contains(": running, ", ": all holds");
            headroom.run("resume", run.toString()).exitsWith(0);
            assertThat(RunDirectories.manifest(run).at("/totals/entries").asLong())
                    .isEqualTo(25_000);
        }
    }

    /** Strikes a process that stands still, so that it cannot come to its end before. */
    private PackagedHeadroom.Outcome strike(MountedDisk disk, Path run) throws Exception {
        Path configuration = Files.writeString(temp.resolve("config.yaml"), """
                global:
                  resource_budget:
                    disk: {min_free_mb: 8}
                    degradation: {disk_minimal_mb: 9, disk_reduced_mb: 10}
                transactions: {target_count: 25000}
                output: {formats: [csv], checkpoint_interval_ms: 20}
                """);
        PackagedHeadroom.Running running =
                headroom.start("generate", "-c", configuration.toString(), "-o", run.toString());
        String process = Long.toString(running.process().pid());
        try {
            RunDirectories.awaitSize(run.resolve("journal_entries.csv"), 2 << 20, running.process());
            PackagedHeadroom.commandOutput("kill", "-STOP", process);
            Loss.GONE.strike(disk, run);
        } finally {
            PackagedHeadroom.commandOutput("kill", "-CONT", process);
        }
        return running.await();
    }
}
