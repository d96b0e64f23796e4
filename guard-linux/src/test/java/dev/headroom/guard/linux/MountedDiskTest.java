package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.guard.DiskReservation;
import dev.headroom.guard.DiskSpaceException;
import dev.headroom.guard.DiskSpaceGuard;
import dev.headroom.guard.DiskSpaceGuardConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Disks that really fill. */
@Tag("guard")
@Tag("mount")
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class MountedDiskTest {
    private static final int MB = 1 << 20;

    @TempDir
    Path directory;

    private static DiskSpaceGuard guard(Path path, long reserveMb) {
        return new DiskSpaceGuard(path, new DiskSpaceGuardConfig(0, 0, Duration.ZERO, reserveMb));
    }

    @Test
    void writersWhoReserveNeverFillATmpfs() throws Exception {
        try (MountedDisk disk = MountedDisk.tmpfs(directory.resolve("tmpfs"), 64);
                DiskSpaceGuard guard = guard(disk.directory(), 4)) {
            fillWithReservations(disk.directory(), guard);

            assertThat(Files.getFileStore(disk.directory()).getUsableSpace()).isGreaterThanOrEqualTo(4L * MB);
            assertThat(guard.status().availableBytes().orElseThrow()).isLessThan(1L * MB);
        }
    }

    @Test
    void writersWhoReserveNeverFillAnExt4() throws Exception {
        try (MountedDisk disk = MountedDisk.ext4(directory.resolve("ext4"), 96);
                DiskSpaceGuard guard = guard(disk.directory(), 8)) {
            fillWithReservations(disk.directory(), guard);

            // The file system takes some blocks for its own books beyond what was written.
            assertThat(Files.getFileStore(disk.directory()).getUsableSpace()).isGreaterThanOrEqualTo(7L * MB);
        }
    }

    private static void fillWithReservations(Path disk, DiskSpaceGuard guard) throws Exception {
        byte[] block = new byte[MB / 4];
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Path file = disk.resolve("file" + i);
                writers.add(threads.submit(() -> {
                    try (OutputStream out = Files.newOutputStream(file)) {
                        while (true) {
                            try (DiskReservation reservation = guard.reserve(block.length)) {
                                out.write(block);
                                reservation.written(block.length);
                            }
                        }
                    } catch (DiskSpaceException e) {
                        return null;
                    }
                }));
            }
            for (Future<?> writer : writers) {
                // A write that found no space would come out of this.
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatAnotherProcessTakesIsSeen() throws IOException, InterruptedException {
        try (MountedDisk disk = MountedDisk.tmpfs(directory.resolve("tmpfs"), 64);
                DiskSpaceGuard guard = guard(disk.directory(), 0)) {
            long before = guard.status().availableBytes().orElseThrow();
            new ProcessBuilder(
                            "dd",
                            "if=/dev/zero",
                            "of=" + disk.directory().resolve("other"),
                            "bs=1M",
                            "count=60",
                            "status=none")
                    .start()
                    .waitFor();

            assertThat(guard.status().availableBytes().orElseThrow()).isEqualTo(before - 60L * MB);
            assertThatThrownBy(() -> guard.reserve(5L * MB)).isInstanceOf(DiskSpaceException.class);
        }
    }

    @Test
    void aFullDiskIsZeroAndNotUnknown() throws IOException, InterruptedException {
        try (MountedDisk disk = MountedDisk.tmpfs(directory.resolve("tmpfs"), 8);
                DiskSpaceGuard guard = guard(disk.directory(), 0)) {
            new ProcessBuilder("dd", "if=/dev/zero", "of=" + disk.directory().resolve("other"), "bs=1M", "status=none")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();

            assertThat(guard.status().availableBytes()).hasValue(0);
        }
    }

    @Test
    void aFileSystemWithoutFreeInodesIsRecognised() throws IOException {
        try (MountedDisk disk = MountedDisk.tmpfs(directory.resolve("tmpfs"), 8, 20);
                DiskSpaceGuard guard = guard(disk.directory(), 0)) {
            long free = guard.freeFiles().orElseThrow();
            assertThat(free).isBetween(1L, 20L);
            for (int i = 0; i < free; i++) {
                Files.createFile(disk.directory().resolve("file" + i));
            }

            assertThat(guard.freeFiles()).hasValue(0);
            assertThat(guard.status().availableBytes().orElseThrow()).isPositive();
        }
    }

    @Test
    void whatLivesInMemoryIsRecognised() throws IOException {
        try (MountedDisk tmpfs = MountedDisk.tmpfs(directory.resolve("tmpfs"), 8);
                MountedDisk ext4 = MountedDisk.ext4(directory.resolve("ext4"), 32);
                DiskSpaceGuard memory = guard(tmpfs.directory(), 0);
                DiskSpaceGuard disk = guard(ext4.directory(), 0)) {
            assertThat(memory.status().inMemory()).isTrue();
            assertThat(memory.status().fileSystem()).isEqualTo("tmpfs");
            assertThat(disk.status().inMemory()).isFalse();
            assertThat(disk.status().fileSystem()).isEqualTo("ext4");
        }
    }

    @Test
    void twoPathsOfOneFileSystemShareTheirReservationsAndTwoFileSystemsDoNot() throws IOException {
        try (MountedDisk tmpfs = MountedDisk.tmpfs(directory.resolve("tmpfs"), 16);
                MountedDisk other = MountedDisk.tmpfs(directory.resolve("other"), 16);
                DiskSpaceGuard first =
                        guard(Files.createDirectory(tmpfs.directory().resolve("a")), 0);
                DiskSpaceGuard second = guard(tmpfs.directory().resolve("b"), 0);
                DiskSpaceGuard elsewhere = guard(other.directory(), 0);
                DiskReservation reservation = first.reserve(10L * MB)) {
            assertThatThrownBy(() -> second.reserve(7L * MB)).isInstanceOf(DiskSpaceException.class);
            assertThat(second.status().reservedBytes()).isEqualTo(reservation.remaining());
            elsewhere.reserve(10L * MB).close();
        }
    }

    @Test
    void aReadOnlyMountIsUnknown() throws IOException {
        try (MountedDisk disk = MountedDisk.ext4(directory.resolve("ext4"), 32);
                DiskSpaceGuard guard = guard(disk.directory(), 0)) {
            disk.remountReadOnly();

            assertThat(guard.status().unknownReason()).isEqualTo("the file system is mounted read-only");
        }
    }
}
