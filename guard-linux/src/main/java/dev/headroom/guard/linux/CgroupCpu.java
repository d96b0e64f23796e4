package dev.headroom.guard.linux;

import java.nio.file.Files;
import java.nio.file.Path;

/** The CPU quota of one control group, and how long it was held back by it. One thread at a time; allocates nothing. */
final class CgroupCpu implements AutoCloseable {
    private static final byte[] V1_THROTTLED_NANOS = Text.key("throttled_time");
    private static final byte[] V2_THROTTLED_MICROS = Text.key("throttled_usec");

    private final int version;
    private final HeldFile quota;
    private final HeldFile period;
    private final HeldFile stat;

    private CgroupCpu(int version, Path directory) {
        this.version = version;
        this.quota = new HeldFile(directory.resolve(quotaFile(version)), 64);
        this.period = new HeldFile(directory.resolve("cpu.cfs_period_us"), 64);
        this.stat = new HeldFile(directory.resolve("cpu.stat"), 1024);
    }

    private static String quotaFile(int version) {
        return version == 1 ? "cpu.cfs_quota_us" : "cpu.max";
    }

    /** Whether a group has quotas; a topmost group, and one without the controller, does not. */
    static boolean hasQuota(CgroupMembership.Group group, Path directory) {
        return Files.isReadable(directory.resolve(quotaFile(group.version())));
    }

    static CgroupCpu of(CgroupMembership.Group group, Path directory) {
        return new CgroupCpu(group.version(), directory);
    }

    /** The quota in thousandths of a CPU; {@link Text#ABSENT} if there is none, written as -1 (version 1) or "max" (version 2). */
    long quotaMillis() {
        int length = quota.read();
        if (length == HeldFile.FAILED) {
            return Text.ABSENT;
        }
        long micros = Text.numberFrom(quota.bytes(), length, 0);
        long periodMicros = version == 1
                ? Text.numberFrom(period.bytes(), period.read(), 0)
                : Text.numberAt(quota.bytes(), length, 1);
        return micros < 0 || periodMicros <= 0 ? Text.ABSENT : micros * 1000 / periodMicros;
    }

    /** For how many nanoseconds, added over the CPUs, the group was held back; {@link Text#ABSENT} if unknown. */
    long throttledNanos() {
        int length = stat.read();
        if (version == 1) {
            return Text.numberOf(stat.bytes(), length, V1_THROTTLED_NANOS);
        }
        long micros = Text.numberOf(stat.bytes(), length, V2_THROTTLED_MICROS);
        return micros < 0 ? Text.ABSENT : micros * 1000;
    }

    @Override
    public void close() {
        quota.close();
        period.close();
        stat.close();
    }
}
