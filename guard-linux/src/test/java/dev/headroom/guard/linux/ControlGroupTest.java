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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void theLimitOfTheLeafOfAParentAndOneLoweredWhileRunningApplyAtTheNextSample() throws IOException {
        Path leaf = memoryGroup("parent/leaf", 400);
        Path parent = leaf.getParent();
        try (Child child = new Child(SMALL, leaf)) {
            assertThat(child.ask("limit"))
                    .startsWith(400 * MB + " cgroup v1 /headroom-test-")
                    .endsWith("/parent/leaf");

            ControlGroups.write(leaf, "memory.limit_in_bytes", 350 * MB);
            assertThat(child.ask("limit-now"))
                    .startsWith(350 * MB + " cgroup v1 /")
                    .endsWith("/parent/leaf");

            ControlGroups.write(parent, "memory.limit_in_bytes", 300 * MB);
            assertThat(child.ask("limit-now"))
                    .startsWith(300 * MB + " cgroup v1 /")
                    .endsWith("/parent");

            ControlGroups.write(parent, "memory.limit_in_bytes", -1);
            assertThat(child.ask("limit-now"))
                    .startsWith(350 * MB + " cgroup v1 /")
                    .endsWith("/parent/leaf");
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
    void aMappedFileIsNoPressure() throws IOException {
        Path file = directory.resolve("mapped");
        try (Child child = new Child(SMALL, memoryGroup("mapped", 256))) {
            assertThat(child.ask("write " + file + " 500")).isEqualTo("500 NORMAL");
            assertThat(child.ask("map " + file)).startsWith("mapped");
            assertThat(child.ask("worst")).isEqualTo("NORMAL");
            assertThat(child.ask("status")).contains("NORMAL");
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

    /** It looks every 60 ms or so; a burst of looks after the stop would be one for each of those. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, 5_000})
    void aStoppedProgramDoesNotCatchUpOnSamples(long stoppedMillis) throws IOException, InterruptedException {
        try (Child child = new Child(SMALL)) {
            long before = Long.parseLong(child.ask("looks"));
            signal(child, "STOP");
            Thread.sleep(stoppedMillis);
            signal(child, "CONT");
            long after = Long.parseLong(child.ask("looks"));
            // The effect of a look is seen once it was published.
            child.ask("limit-now");

            assertThat(after - before).isLessThanOrEqualTo(6);
            assertThat(child.ask("growth")).isEqualTo("false 0");
            assertThat(child.ask("worst")).isEqualTo("NORMAL");
        }
    }

    /** The heap is filled, and emptied; the stop is longer than the dwell, and none of it counts as calm. */
    @Test
    void theDwellBeginsAnewAfterAStop() throws IOException, InterruptedException {
        List<String> options = List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC", "-Dtest.dwell=1500");
        try (Child child = new Child(options)) {
            child.ask("leak 128 40");
            child.ask("drop");
            assertThat(child.ask("await-calm")).isEqualTo("calm");
            assertThat(child.ask("level")).isNotEqualTo("NORMAL");
            signal(child, "STOP");
            Thread.sleep(2_000);
            signal(child, "CONT");
            long resumed = System.nanoTime();
            assertThat(child.ask("level")).isNotEqualTo("NORMAL");

            assertThat(child.ask("await-level NORMAL")).isEqualTo("NORMAL");
            assertThat(System.nanoTime() - resumed).isGreaterThan(1_250_000_000L);
        }
    }

    @Test
    void aRuntimeWithoutAFlightRecorderDecidesAllTheSame() throws IOException {
        List<String> options =
                List.of("-Xms64m", "-Xmx64m", "-XX:+UseSerialGC", "--limit-modules", "java.management,jdk.management");
        try (Child child = new Child(options)) {
            assertThat(child.ask("leak 128 40")).containsPattern("MINIMAL|EMERGENCY");
            assertThat(child.ask("level")).isNotEqualTo("NORMAL");
        }
    }

    private static void signal(Child child, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(child.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
