package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.DiskStatus;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file system whose server really stops answering, as that of a network file system may: a small one by way of FUSE. */
@Tag("guard")
@Tag("mount")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class HungDiskTest {
    private static final long FREE = 4_096_000_000L;

    @TempDir
    Path directory;

    private Path mount;
    private Process server;

    @BeforeEach
    void mount() throws IOException {
        Assumptions.assumeTrue(Files.isWritable(Path.of("/dev/fuse")), "there is no FUSE here");
        mount = Files.createDirectory(directory.resolve("mount"));
        String script;
        try (InputStream in = HungDiskTest.class.getResourceAsStream("file_system.py")) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            server = new ProcessBuilder("python3", "-c", script, mount.toString()).start();
        } catch (IOException e) {
            Assumptions.abort("there is no python3 here");
        }
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        if (!"mounted".equals(out.readLine())) {
            Assumptions.abort("cannot mount a file system of FUSE here: "
                    + new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Whoever still waits for an answer is told that there will be none. */
    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (server != null) {
            server.destroyForcibly().waitFor();
            run("umount", "-l", mount.toString());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        new ProcessBuilder(command).start().waitFor();
    }

    private void signal(String name) throws IOException, InterruptedException {
        run("kill", "-" + name, Long.toString(server.pid()));
    }

    private static DiskStatus await(ResourceGuard guard, Predicate<DiskStatus> wanted) throws InterruptedException {
        while (!wanted.test(guard.snapshot().disks().get(0))) {
            Thread.sleep(10);
        }
        return guard.snapshot().disks().get(0);
    }

    private static long diskThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("headroom-disk"))
                .count();
    }

    @Test
    void theSamplerGoesOnAndTheSpaceIsUnknownUntilTheDiskAnswersAgain() throws Exception {
        try (ResourceGuard guard =
                new ResourceGuard(ResourceGuardConfig.defaults().withOutputPath(mount))) {
            guard.start();
            assertThat(await(guard, disk -> disk.availableBytes().isPresent()).availableBytes())
                    .hasValue(FREE);
            assertThat(guard.freeFiles(mount)).hasValue(20);
            long threads = diskThreads();

            signal("STOP");
            DiskStatus hung = await(guard, disk -> disk.availableBytes().isEmpty());
            assertThat(hung.unknownReason()).matches("the disk has not answered for \\d+\\.\\d s");
            assertThat(hung.ageNanos()).isGreaterThan(1_000_000_000L);
            assertThat(hung.lastAvailableBytes()).hasValue(FREE);
            assertThat(hung.belowHardLimit()).isFalse();
            long before = guard.snapshot().sequence();
            long start = System.nanoTime();
            while (guard.snapshot().sequence() < before + 10) {
                Thread.sleep(5);
            }
            assertThat(System.nanoTime() - start).as("ten samples").isLessThan(10_000_000_000L);
            assertThat(guard.level()).isEqualTo(DegradationLevel.NORMAL);
            assertThat(diskThreads()).isEqualTo(threads);
            guard.reserve(1 << 20).close();

            signal("CONT");
            assertThat(await(guard, disk -> disk.availableBytes().isPresent()).unknownReason())
                    .isEmpty();
        }
    }

    @Test
    void aGuardIsClosedWhileItsDiskHangs() throws Exception {
        ResourceGuard guard = new ResourceGuard(ResourceGuardConfig.defaults().withOutputPath(mount));
        guard.start();
        signal("STOP");
        await(guard, disk -> disk.availableBytes().isEmpty());

        long start = System.nanoTime();
        guard.close();
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    }
}
