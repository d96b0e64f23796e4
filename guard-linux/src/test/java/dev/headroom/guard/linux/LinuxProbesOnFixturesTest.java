package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probes read a tree of files such as the kernel makes, on any operating system. */
@Tag("guard")
class LinuxProbesOnFixturesTest {
    private static final long MB = 1L << 20;

    @TempDir
    Path root;

    @BeforeEach
    void writeProcess() throws IOException {
        ByteBuffer vector = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
        vector.putLong(6).putLong(16384).putLong(17).putLong(1000).putLong(0).putLong(0);
        Path auxv = root.resolve("proc/self/auxv");
        Files.createDirectories(auxv.getParent());
        Files.write(auxv, vector.array());
        write("proc/self/statm", "5000 1000 400 5 0 123 0\n");
        write(
                "proc/self/status",
                "Name:\tjava\nVmHWM:\t   20480 kB\nRssShmem:\t     512 kB\nCpus_allowed_list:\t0-2,5\n");
        write("proc/meminfo", "MemTotal:       1048576 kB\nMemFree:  1 kB\nMemAvailable:    262144 kB\n");
        write("proc/stat", "cpu  100 20 30 4000 500 6 7 8 50 0\ncpu0 1 2 3 4 5 6 7 8 9 0\n");
        write("proc/pressure/cpu", "some avg10=0.00 avg60=0.00 avg300=0.00 total=77\n");
        write("proc/self/cgroup", "");
        write("proc/self/mountinfo", "");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private MemoryReading memory() {
        MemoryReading reading = new MemoryReading();
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(new KernelFiles(root))) {
            probe.readDetailed(reading);
        }
        return reading;
    }

    private CpuReading cpu() {
        CpuReading reading = new CpuReading();
        try (LinuxCpuProbe probe = new LinuxCpuProbe(new KernelFiles(root))) {
            probe.readDetailed(reading);
        }
        return reading;
    }

    @Test
    void pagesAreAsLargeAsTheKernelSays() {
        MemoryReading reading = memory();

        assertThat(reading.resident().value()).isEqualTo(1000 * 16384);
        assertThat(reading.peakResident().value()).isEqualTo(20 << 20);
        assertThat(reading.workingSet().value()).isEqualTo(600 * 16384 + 512 * 1024);
        assertThat(reading.sharedMemory().value()).isEqualTo(512 * 1024);
    }

    @Test
    void sharedMemoryThatGrowsIsSeenByAFastReading() throws IOException {
        MemoryReading reading = new MemoryReading();
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(new KernelFiles(root))) {
            probe.readDetailed(reading);
            write("proc/self/statm", "9000 5000 4400 5 0 123 0\n");
            write("proc/self/status", "Name:\tjava\nVmHWM:\t   20480 kB\nRssShmem:\t   64512 kB\n");
            probe.readFast(reading);
        }

        assertThat(reading.workingSet().value()).isEqualTo(600 * 16384 + 63 * MB);
    }

    @Test
    void freeInodesAreANumberOrUnlimitedOrUnknown() {
        Reading reading = new Reading();
        LinuxDiskProbe.setFreeFiles("50 20\n".getBytes(StandardCharsets.US_ASCII), reading);
        assertThat(reading.value()).isEqualTo(20);
        LinuxDiskProbe.setFreeFiles("0 0\n".getBytes(StandardCharsets.US_ASCII), reading);
        assertThat(reading.isUnlimited()).isTrue();
        LinuxDiskProbe.setFreeFiles(new byte[0], reading);
        assertThat(reading.reason()).isEqualTo("stat -f tells no inodes");
    }

    @Test
    void withoutControlGroupsTheMachineIsTheOnlyLimit() {
        MemoryReading reading = memory();

        assertThat(reading.domainCount()).isEqualTo(1);
        assertThat(reading.domain(0).name()).isEqualTo("physical memory");
        assertThat(reading.domain(0).limit().value()).isEqualTo(1024 * MB);
        assertThat(reading.domain(0).available().value()).isEqualTo(256 * MB);
    }

    @Test
    void version1LeavesOutPageCacheAndReadsEveryParent() throws IOException {
        write("proc/self/cgroup", "4:memory:/a/b\n0::/\n");
        write("proc/self/mountinfo", "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
        writeV1("sys/fs/cgroup/memory/a/b", 100 * MB, Long.MAX_VALUE - 4095, 60 * MB, 20 * MB);
        writeV1("sys/fs/cgroup/memory/a", 200 * MB, 512 * MB, 120 * MB, 30 * MB);
        writeV1("sys/fs/cgroup/memory", 300 * MB, Long.MAX_VALUE - 4095, 0, 0);

        MemoryReading reading = memory();

        assertThat(reading.domainCount()).isEqualTo(4);
        assertThat(reading.domain(1).limit().isUnlimited()).isTrue();
        assertThat(reading.domain(1).workingSet().reason()).isEqualTo("nothing limits the control group");
        assertThat(reading.domain(2).name()).isEqualTo("cgroup v1 /a");
        assertThat(reading.domain(2).limit().value()).isEqualTo(512 * MB);
        assertThat(reading.domain(2).usage().value()).isEqualTo(200 * MB);
        assertThat(reading.domain(2).workingSet().value()).isEqualTo(50 * MB);
    }

    private void writeV1(String group, long usage, long limit, long active, long inactive) throws IOException {
        write(group + "/memory.usage_in_bytes", usage + "\n");
        write(group + "/memory.limit_in_bytes", limit + "\n");
        write(
                group + "/memory.stat",
                "active_file 1\ninactive_file 1\ntotal_inactive_file " + inactive + "\ntotal_active_file " + active
                        + "\n");
    }

    @Test
    void version2TakesTheSmallerOfMaxAndHighAndSkipsTheTop() throws IOException {
        write("proc/self/cgroup", "0::/a/b\n");
        write("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        writeV2("sys/fs/cgroup/a/b", 100 * MB, "max", "max", 10 * MB, 20 * MB);
        writeV2("sys/fs/cgroup/a", 200 * MB, "" + 512 * MB, "" + 400 * MB, 120 * MB, 30 * MB);
        write("sys/fs/cgroup/memory.stat", "active_file 1\n");

        MemoryReading reading = memory();

        assertThat(reading.domainCount()).isEqualTo(3);
        assertThat(reading.domain(1).limit().isUnlimited()).isTrue();
        assertThat(reading.domain(2).name()).isEqualTo("cgroup v2 /a");
        assertThat(reading.domain(2).limit().value()).isEqualTo(400 * MB);
        assertThat(reading.domain(2).workingSet().value()).isEqualTo(50 * MB);
    }

    private void writeV2(String group, long usage, String max, String high, long active, long inactive)
            throws IOException {
        write(group + "/memory.current", usage + "\n");
        write(group + "/memory.max", max + "\n");
        write(group + "/memory.high", high + "\n");
        write(group + "/memory.stat", "anon 7\nactive_file " + active + "\ninactive_file " + inactive + "\n");
    }

    @Test
    void aHybridCountsInBothTrees() throws IOException {
        write("proc/self/cgroup", "4:memory:/a\n0::/x\n");
        write(
                "proc/self/mountinfo",
                "35 31 0:32 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
                        + "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n");
        writeV1("sys/fs/cgroup/memory/a", 200 * MB, 512 * MB, 120 * MB, 30 * MB);
        write("sys/fs/cgroup/unified/x/cgroup.procs", "");

        MemoryReading reading = memory();

        assertThat(reading.domainCount()).isEqualTo(2);
        assertThat(reading.domain(1).name()).isEqualTo("cgroup v1 /a");
    }

    @Test
    void anUnreadableFileIsUnknownAndNeitherZeroNorPlenty() throws IOException {
        write("proc/self/cgroup", "0::/a\n");
        write("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/a/memory.current", "12345\n");
        Files.delete(root.resolve("proc/self/statm"));
        Files.delete(root.resolve("proc/meminfo"));

        MemoryReading reading = memory();

        assertThat(reading.resident().isUnknown()).isTrue();
        assertThat(reading.domain(0).limit().isUnknown()).isTrue();
        assertThat(reading.domain(1).limit().isUnknown()).isTrue();
        assertThat(reading.domain(1).workingSet().reason()).contains("memory.stat");
    }

    @Test
    void aFastReadingFollowsUsageAndAChangedGroupIsNoticed() throws IOException {
        write("proc/self/cgroup", "0::/a\n");
        write("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
        writeV2("sys/fs/cgroup/a", 200 * MB, "" + 512 * MB, "max", 100 * MB, 0);
        writeV2("sys/fs/cgroup/b", 10 * MB, "" + 64 * MB, "max", 0, 0);
        MemoryReading reading = new MemoryReading();
        try (LinuxMemoryProbe probe = new LinuxMemoryProbe(new KernelFiles(root))) {
            probe.readDetailed(reading);
            write("sys/fs/cgroup/a/memory.current", 300 * MB + "\n");
            probe.readFast(reading);
            assertThat(reading.domain(1).workingSet().value()).isEqualTo(200 * MB);

            write("proc/self/cgroup", "0::/b\n");
            probe.readDetailed(reading);
            assertThat(reading.domain(1).name()).isEqualTo("cgroup v2 /b");
            assertThat(reading.domain(1).limit().value()).isEqualTo(64 * MB);
        }
    }

    @Test
    void waitingForInputAndOutputIsIdleAndStolenTimeIsCounted() {
        CpuReading reading = cpu();

        assertThat(reading.hostBusyTime().value()).isEqualTo((100 + 20 + 30 + 6 + 7) * 1_000_000L);
        assertThat(reading.hostStolenTime().value()).isEqualTo(8 * 1_000_000L);
        assertThat(reading.hostTotalTime().value()).isEqualTo((163 + 8 + 4000 + 500) * 1_000_000L);
        assertThat(reading.stalledTime().value()).isEqualTo(77_000);
        assertThat(reading.processors().value()).isEqualTo(4);
        assertThat(reading.quotaMillis().isUnlimited()).isTrue();
    }

    @Test
    void theSmallestQuotaOfAllParentsCounts() throws IOException {
        write("proc/self/cgroup", "1:cpu:/a/b\n0::/x\n");
        write(
                "proc/self/mountinfo",
                "35 31 0:32 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n"
                        + "41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n");
        write("sys/fs/cgroup/cpu/a/b/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/a/b/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/cpu/a/b/cpu.stat", "nr_periods 0\nnr_throttled 0\nthrottled_time 0\n");
        write("sys/fs/cgroup/cpu/a/cpu.cfs_quota_us", "150000\n");
        write("sys/fs/cgroup/cpu/a/cpu.cfs_period_us", "100000\n");
        write("sys/fs/cgroup/cpu/a/cpu.stat", "nr_periods 9\nnr_throttled 3\nthrottled_time 5000\n");
        write("sys/fs/cgroup/unified/x/cpu.max", "200000 100000\n");
        write("sys/fs/cgroup/unified/x/cpu.stat", "usage_usec 5\nthrottled_usec 7\n");

        CpuReading reading = cpu();

        assertThat(reading.quotaMillis().value()).isEqualTo(1500);
        assertThat(reading.throttledTime().value()).isEqualTo(5000 + 7000);
    }

    @Test
    void theProviderSaysWhyItDoesNotApplyAndWhatIsBroken() throws IOException {
        KernelFiles kernel = new KernelFiles(root);

        assertThat(new LinuxProbeProvider(kernel, "Mac OS X").availability())
                .isEqualTo(Availability.notApplicable("it is made for Linux, and this is Mac OS X"));
        assertThat(new LinuxProbeProvider(kernel, "Linux").availability())
                .isEqualTo(Availability.available("procfs, no control groups"));
        Files.delete(root.resolve("proc/self/statm"));
        assertThat(new LinuxProbeProvider(kernel, "Linux").availability())
                .isEqualTo(Availability.broken("/proc/self/statm cannot be read; is /proc mounted?"));
    }
}
