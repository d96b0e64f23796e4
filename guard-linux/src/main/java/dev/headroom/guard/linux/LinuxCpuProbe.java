package dev.headroom.guard.linux;

import com.sun.management.OperatingSystemMXBean;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of the process and the machine, in nanoseconds, and what limits it.
 *
 * <p>Fast: {@code getProcessCpuTime}, about 0.5 µs. Detailed: the first line of {@code /proc/stat} (user, nice, system, irq and softirq are
 * work; idle and iowait are not; steal is counted by itself; guest time is part of user), {@code cpu.stat} and the quota of the process's
 * control group and each of its parents, {@code /proc/pressure/cpu}, and the CPUs allowed by {@code /proc/self/status}, about 20 µs. Never
 * blocks.
 */
final class LinuxCpuProbe implements CpuProbe {
    private static final byte[] CPU = Text.key("cpu");
    private static final byte[] SOME = Text.key("some");
    private static final byte[] TOTAL = Text.key("total=");
    private static final byte[] ALLOWED = Text.key("Cpus_allowed_list:");
    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;
    private static final int IRQ = 5;
    private static final int SOFTIRQ = 6;
    private static final int STEAL = 7;
    private static final long DEFAULT_TICKS_PER_SECOND = 100;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final KernelFiles kernel;
    private final @Nullable OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long nanosPerTick;
    private final HeldFile stat;
    private final HeldFile pressure;
    private final HeldFile status;
    private final Membership membership;
    private final long[] ticks = new long[STEAL + 1];
    private List<CgroupCpu> groups = List.of();

    LinuxCpuProbe(KernelFiles kernel) {
        this.kernel = kernel;
        long ticksPerSecond = kernel.auxiliary(AuxiliaryVector.TICKS_PER_SECOND);
        nanosPerTick = NANOS_PER_SECOND / (ticksPerSecond > 0 ? ticksPerSecond : DEFAULT_TICKS_PER_SECOND);
        stat = kernel.held("/proc/stat", 256);
        pressure = kernel.held("/proc/pressure/cpu", 256);
        status = kernel.held("/proc/self/status", 4096);
        membership = new Membership(kernel);
    }

    @Override
    public void readFast(CpuReading into) {
        long nanos = system == null ? -1 : system.getProcessCpuTime();
        if (nanos < 0) {
            into.processTime().setUnknown("this JVM does not tell it");
        } else {
            into.processTime().set(nanos);
        }
    }

    @Override
    public void readDetailed(CpuReading into) {
        readFast(into);
        readMachine(into);
        readQuotas(into);
        long stalledMicros = Text.numberBehind(pressure.bytes(), pressure.read(), SOME, TOTAL);
        if (stalledMicros < 0) {
            into.stalledTime().setUnknown("this kernel does not count stalls");
        } else {
            into.stalledTime().set(stalledMicros * 1000);
        }
        int length = status.read();
        int list = Text.endOfKey(status.bytes(), length, ALLOWED);
        long allowed = list < 0 ? Text.ABSENT : Text.countOfList(status.bytes(), length, list);
        into.processors().set(allowed > 0 ? allowed : Runtime.getRuntime().availableProcessors());
    }

    private void readMachine(CpuReading into) {
        int length = stat.read();
        int line = Text.endOfKey(stat.bytes(), length, CPU);
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = line == -1 ? Text.ABSENT : Text.numberAt(stat.bytes(), length, i);
        }
        if (ticks[IDLE] < 0) {
            into.hostBusyTime().setUnknown("/proc/stat cannot be read");
            into.hostStolenTime().setUnknown("/proc/stat cannot be read");
            into.hostTotalTime().setUnknown("/proc/stat cannot be read");
            return;
        }
        long busy = known(USER) + known(NICE) + known(SYSTEM) + known(IRQ) + known(SOFTIRQ);
        long stolen = known(STEAL);
        into.hostBusyTime().set(busy * nanosPerTick);
        into.hostStolenTime().set(stolen * nanosPerTick);
        into.hostTotalTime().set((busy + stolen + known(IDLE) + known(IOWAIT)) * nanosPerTick);
    }

    /** Old kernels write fewer columns; what they do not count is none. */
    private long known(int column) {
        return Math.max(0, ticks[column]);
    }

    private void readQuotas(CpuReading into) {
        if (membership.hasChanged()) {
            findGroups();
        }
        long least = Long.MAX_VALUE;
        long throttled = 0;
        for (int i = 0; i < groups.size(); i++) {
            long quota = groups.get(i).quotaMillis();
            if (quota >= 0) {
                least = Math.min(least, quota);
            }
            throttled += Math.max(0, groups.get(i).throttledNanos());
        }
        if (least == Long.MAX_VALUE) {
            into.quotaMillis().setUnlimited();
        } else {
            into.quotaMillis().set(least);
        }
        into.throttledTime().set(throttled);
    }

    private void findGroups() {
        groups.forEach(CgroupCpu::close);
        List<CgroupCpu> found = new ArrayList<>();
        for (CgroupMembership.Group group : kernel.groups("cpu")) {
            Path directory = kernel.path(group.directory());
            if (CgroupCpu.hasQuota(group, directory)) {
                found.add(CgroupCpu.of(group, directory));
            }
        }
        groups = found;
    }

    @Override
    public String source() {
        return "getProcessCpuTime, /proc/stat, cpu.stat, cpu.cfs_quota_us or cpu.max, /proc/pressure/cpu";
    }

    @Override
    public void close() {
        groups.forEach(CgroupCpu::close);
        stat.close();
        pressure.close();
        status.close();
        membership.close();
    }
}
