package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that guard themselves inside real control groups of version 1. */
@Tag("guard")
@Tag("cgroup")
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class ControlGroupTest {
    private static final long MB = 1L << 20;
    private static final List<String> SMALL = List.of("-Xmx64m", "-XX:+UseSerialGC");

    @AutoClose
    private final ControlGroups groups = new ControlGroups();

    @TempDir
    Path directory;

    private Path memoryGroup(String name, long limitMb) throws IOException {
        Path group = groups.make("memory", name);
        ControlGroups.write(group, "memory.limit_in_bytes", limitMb * MB);
        return group;
    }

    @Test
    void theLimitOfTheLeafOfAParentAndOneLoweredWhileRunningApply() throws IOException {
        Path leaf = memoryGroup("parent/leaf", 400);
        Path parent = leaf.getParent();
        try (Child child = new Child(SMALL, leaf)) {
            assertThat(child.ask("limit"))
                    .startsWith(400 * MB + " cgroup v1 /headroom-test-")
                    .endsWith("/parent/leaf");

            ControlGroups.write(parent, "memory.limit_in_bytes", 300 * MB);
            assertThat(child.ask("await-limit " + 300 * MB))
                    .startsWith(300 * MB + " cgroup v1 /")
                    .endsWith("/parent");
        }
    }

    @Test
    void writingFourTimesTheLimitStaysNormal() throws IOException {
        try (Child child = new Child(SMALL, memoryGroup("pagecache", 256))) {
            assertThat(child.ask("write " + directory.resolve("file") + " 1024"))
                    .isEqualTo("1024 NORMAL");
        }
    }

    @Test
    @Tag("mount")
    void outputOnTmpfsInsideTheGroupDegradesBeforeTheKernelKills() throws IOException {
        try (MountedDisk tmpfs = MountedDisk.tmpfs(directory.resolve("tmpfs"), 1024);
                Child child = new Child(SMALL, memoryGroup("tmpfs", 512))) {
            String[] outcome = child.ask("write " + tmpfs.directory().resolve("file") + " 1000")
                    .split(" ", -1);

            assertThat(Integer.parseInt(outcome[0])).isLessThan(512);
            assertThat(outcome[1]).isIn("MINIMAL", "EMERGENCY");
            assertThat(child.ask("level")).isNotEmpty();
        }
    }

    @Test
    void aDroppedLiveSetIsForgottenWithinTheDwell() throws IOException {
        List<String> options = List.of("-Xmx160m", "-XX:+UseSerialGC");
        try (Child child = new Child(options, memoryGroup("drop", 400))) {
            child.ask("hold 118");
            assertThat(child.ask("await-level REDUCED")).isEqualTo("REDUCED");
            child.ask("drop");
            assertThat(child.ask("await-level NORMAL")).isEqualTo("NORMAL");
        }
    }

    @Test
    void churnOverASmallLiveSetStaysNormal() throws IOException {
        List<String> options = List.of("-Xmx128m", "-XX:+UseSerialGC");
        try (Child child = new Child(options, memoryGroup("churn", 256))) {
            child.ask("hold 25");
            for (int i = 0; i < 20; i++) {
                child.ask("churn 512");
                assertThat(child.ask("level")).isEqualTo("NORMAL");
            }
        }
    }

    @Test
    void aLeakOfDirectBuffersDegradesWhileTheHeapIsFlat() throws IOException {
        List<String> options = List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=1g");
        try (Child child = new Child(options, memoryGroup("direct", 300))) {
            String[] outcome = child.ask("direct 600").split(" ", -1);

            assertThat(Integer.parseInt(outcome[0])).isLessThan(300);
            assertThat(outcome[1]).isIn("MINIMAL", "EMERGENCY");
            assertThat(Integer.parseInt(outcome[2])).isLessThan(20);
        }
    }

    @Test
    void aQuotaIsSeenAndWhatItHoldsBackCounts() throws IOException {
        Path group = groups.make("cpu", "quota");
        ControlGroups.write(group, "cpu.cfs_period_us", 100_000);
        try (Child child = new Child(SMALL, group)) {
            child.ask("level");
            // A tenth of a CPU, so that it is the quota that holds the program back however busy the machine is.
            ControlGroups.write(group, "cpu.cfs_quota_us", 10_000);
            String[] outcome = child.ask("burn 2000").split(" ", -1);

            assertThat(Double.parseDouble(outcome[0])).isGreaterThan(0.2);
            assertThat(outcome[1]).isEqualTo("true");
        }
    }

    @Test
    void aStoppedProgramDoesNotCatchUpOnSamples() throws IOException, InterruptedException {
        try (Child child = new Child(SMALL)) {
            long before = Long.parseLong(child.ask("samples"));
            signal(child, "STOP");
            Thread.sleep(3_000);
            signal(child, "CONT");
            long after = Long.parseLong(child.ask("samples"));

            assertThat(after - before).isLessThanOrEqualTo(6);
            assertThat(child.ask("level")).isEqualTo("NORMAL");
        }
    }

    private static void signal(Child child, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(child.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
