package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.it.Digests;
import dev.headroom.app.it.MountedDisk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** File systems that are full at random points, in spite of a guard that always promises room. */
@Tag("mount")
@Tag("determinism")
class FilledDiskIT {
    private static final int TIMES = Integer.getInteger("headroom.soak.times", 8);
    private static final long FIRST_SEED = Long.getLong("headroom.soak.seed", 1);
    private static final long DISK_BYTES = 64L << 20;
    private static final List<String> FORMATS = List.of("csv");

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs", "ext4"})
    void theLastCheckpointIsWrittenAndTheRunGoesOn(String type) throws Exception {
        Path whole = temp.resolve("whole");
        SmallRuns.run().generate(whole, false, SmallRuns.request(FORMATS, 2, ScriptedGuard.calm()), null, null);
        Map<String, String> expected = Digests.of(whole);
        long size = ManifestFile.read(whole).totals().bytes();
        Path directory = temp.resolve("disk");
        try (MountedDisk disk = type.equals("ext4")
                ? MountedDisk.ext4(directory, DISK_BYTES)
                : MountedDisk.tmpfs(directory, "size=" + DISK_BYTES)) {
            for (long seed = FIRST_SEED; seed < FIRST_SEED + TIMES; seed++) {
                trial(seed, disk.directory(), size, expected);
            }
        }
    }

    private static void trial(long seed, Path disk, long size, Map<String, String> expected) throws Exception {
        Random random = new Random(seed);
        Path ballast = disk.resolve("ballast");
        long room = (1 << 20) + (long) (random.nextDouble() * .95 * (double) size);
        fill(ballast, Files.getFileStore(disk).getUsableSpace() - room);
        Path directory = disk.resolve("run");
        RunRequest request =
                SmallRuns.request(FORMATS, 1 + random.nextInt(2), ScriptedGuard.calm(), Duration.ofMillis(5));
        RunResult full = SmallRuns.run().generate(directory, false, request, null, null);
        assertThat(full.stop()).as("seed %s", seed).isPresent();
        assertThat(full.stop().get().reason()).as("seed %s", seed).isEqualTo(StopReason.DISK_FULL);
        assertThat(full.checkpointed()).as("seed %s", seed).isTrue();
        Files.delete(ballast);
        RunResult resumed =
                SmallRuns.run().resume(directory, manifest -> SmallRuns.request(FORMATS, 2, ScriptedGuard.calm()));
        assertThat(resumed.generated().ranges())
                .as("seed %s", seed)
                .isEqualTo(SmallRuns.RANGES - full.manifest().totals().ranges());
        assertThat(Digests.of(directory)).as("seed %s", seed).isEqualTo(expected);
        for (Path file : List.of(directory.toFile().listFiles()).stream()
                .map(each -> each.toPath())
                .toList()) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    private static void fill(Path file, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }
}
