package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that get less of the CPUs than they could use, and one that takes no more than it may. */
@Tag("alone")
@Tag("guard")
class CpuIT {
    private static final double TICKS_PER_SECOND = 100;
    private static final int WORKERS = 2;
    private static final String FEWER = "1 of 2 workers may work";

    @TempDir
    Path temp;

    private Path configuration(String cpu, long entries, String format) throws IOException {
        return Files.writeString(
                temp.resolve("config.yaml"),
                "global: {resource_budget: {cpu: {" + cpu + "}}}\ntransactions: {target_count: " + entries
                        + "}\noutput: {formats: [" + format + "]}\n");
    }

    private PackagedHeadroom.Outcome generate(PackagedHeadroom headroom, Path configuration, Path run)
            throws Exception {
        return headroom.run(
                        "generate",
                        "--config",
                        configuration.toString(),
                        "--output",
                        run.toString(),
                        "--threads",
                        "" + WORKERS)
                .exitsWith(0);
    }

    @Test
    @Tag("cgroup")
    void aQuotaTakesWorkersAwayAndChangesNoByte() throws Exception {
        Path group = Path.of(
                "/sys/fs/cgroup/cpu", "headroom-cpu-" + ProcessHandle.current().pid());
        Assumptions.assumeTrue(
                Files.isWritable(Path.of("/sys/fs/cgroup/cpu/cgroup.procs")), "no CPU control groups of version 1");
        Path configuration = configuration("sample_interval_ms: 200", 8_000, "csv");
        Path run = temp.resolve("run");
        Files.createDirectory(group);
        try {
            Files.writeString(group.resolve("cpu.cfs_period_us"), "100000");
            Files.writeString(group.resolve("cpu.cfs_quota_us"), "50000");
            PackagedHeadroom inGroup = new PackagedHeadroom()
                    .startedBy("sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + "; exec \"$@\"", "sh");
            assertThat(generate(inGroup, configuration, run).err())
                    .contains(FEWER + ": a CPU quota holds the process back");
        } finally {
            Files.delete(group);
        }
        Path whole = temp.resolve("whole");
        generate(new PackagedHeadroom(), configuration, whole);
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
        assertThat(RunDirectories.manifest(run).at("/levels")).hasSize(1);
    }

    @Test
    void othersWhoWantTheCpusTakeWorkersAwayAndChangeNoByte() throws Exception {
        Path configuration = configuration("sample_interval_ms: 200", 30_000, "csv");
        Path run = temp.resolve("run");
        List<Process> others = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
                others.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
            }
            assertThat(generate(new PackagedHeadroom(), configuration, run).err())
                    .contains(FEWER + ": others want the CPUs too");
        } finally {
            others.forEach(Process::destroyForcibly);
        }
        Path whole = temp.resolve("whole");
        generate(new PackagedHeadroom(), configuration, whole);
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
    }

    /** Ahead of all others where that can be had, so that it is the ceiling that holds the run, and not they. */
    @Test
    void aCriticalLoadIsHeldWithinFivePointsOverTenSeconds() throws Exception {
        double target = 0.25;
        Path configuration = configuration("critical_load_threshold: " + target, 50_000_000, "none");
        PackagedHeadroom first = new PackagedHeadroom()
                .startedBy(
                        "setsid",
                        "sh",
                        "-c",
                        "echo -20 2>/dev/null > /proc/self/autogroup; exec nice -n -20 \"$@\" 2>/dev/null || exec \"$@\"",
                        "sh");
        PackagedHeadroom.Running running = first.start(
                "generate",
                "--config",
                configuration.toString(),
                "--output",
                temp.resolve("run").toString());
        long pid = running.process().pid();
        try {
            // Counting fifty million entries beforehand takes seconds, and nothing holds it back.
            while (!Files.exists(temp.resolve("run").resolve("manifest.json"))) {
                assertThat(running.process().isAlive()).isTrue();
                Thread.sleep(50);
            }
            Thread.sleep(3_000);
            long start = System.nanoTime();
            double usedBefore = cpuSeconds(Path.of("/proc/" + pid + "/stat"));
            double[] machineBefore = machine();
            Thread.sleep(10_000);
            double elapsed = (System.nanoTime() - start) / 1e9;
            double used = cpuSeconds(Path.of("/proc/" + pid + "/stat")) - usedBefore;
            double[] machine = machine();

            int processors = Runtime.getRuntime().availableProcessors();
            double share = used / (elapsed * processors);
            double outside = (machine[0] - machineBefore[0] - used) / (machine[1] - machineBefore[1]);
            assertThat(share).as("share of the CPUs").isLessThanOrEqualTo(target + 0.05);
            if (outside < 1 - 2 * target) {
                assertThat(share)
                        .as("share of the CPUs; others took %s", outside)
                        .isGreaterThanOrEqualTo(target - 0.05);
            }
        } finally {
            running.process().destroy();
            long asked = System.nanoTime();
            running.await().exitsWith(143);
            assertThat(System.nanoTime() - asked)
                    .as("a stop does not wait for the throttle")
                    .isLessThan(5_000_000_000L);
        }
    }

    /** User and system time of a process: fields 14 and 15, behind the name in parentheses. */
    private static double cpuSeconds(Path stat) throws IOException {
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** Busy seconds, and all seconds, of the machine's CPUs together. */
    private static double[] machine() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
        double all = 0;
        for (int i = 1; i <= 8; i++) {
            all += Long.parseLong(fields[i]);
        }
        double idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
        return new double[] {(all - idle) / TICKS_PER_SECOND, all / TICKS_PER_SECOND};
    }
}
