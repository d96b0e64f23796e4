package dev.headroom.guard;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known about memory at one moment. Immutable. Bytes.
 *
 * @param currentUsage what the process holds and the kernel cannot drop (anonymous and shared memory), or the resident set if so
 *     configured; empty if unknown
 * @param residentSet the resident set of the process, mapped files included; empty if unknown
 * @param peakResidentSet the largest resident set that the process ever had; empty if unknown
 * @param workingSet what the process holds and the kernel cannot drop; empty if unknown
 * @param sharedMemory the part of the working set that is shared memory, such as files of a tmpfs that are mapped; empty if unknown
 * @param limit the smallest of the configured limit, physical memory and the limit of every control group; empty if nothing is known
 * @param limitSource where the limit comes from, such as {@code configuration} or {@code cgroup v1 /a}
 * @param limits every limit that counts: the configured one if there is one, physical memory, then the control groups from the process's
 *     own to the topmost
 * @param heap the JVM's own memory
 * @param pressure 0 is idle, 1 is the limit; what levels are decided on. Empty if unknown
 * @param pressureSource what the pressure comes from: the limit that is nearest, or {@code heap}
 * @param exceedsSoftLimit whether the pressure is at the soft limit or beyond
 * @param exceedsHardLimit whether more is in use than the configured hard limit
 * @param growthRate growth of the usage in bytes per second, smoothed over about a second; negative while it shrinks
 * @param exceedsGrowthRate whether the growth is above its threshold
 * @param secondsToExhaustion when the limit will be reached at the present rate; empty if it will not be, or not within a day
 * @param readAtNanos when this was read, on the guard's clock
 */
public record MemoryStatus(
        OptionalLong currentUsage,
        OptionalLong residentSet,
        OptionalLong peakResidentSet,
        OptionalLong workingSet,
        OptionalLong sharedMemory,
        OptionalLong limit,
        String limitSource,
        List<MemoryLimit> limits,
        HeapStatus heap,
        OptionalDouble pressure,
        String pressureSource,
        boolean exceedsSoftLimit,
        boolean exceedsHardLimit,
        double growthRate,
        boolean exceedsGrowthRate,
        OptionalDouble secondsToExhaustion,
        long readAtNanos) {
    /** Before the first reading. */
    static final MemoryStatus UNKNOWN = new MemoryStatus(
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            "not read yet",
            List.of(),
            HeapStatus.UNKNOWN,
            OptionalDouble.empty(),
            "not read yet",
            false,
            false,
            0,
            false,
            OptionalDouble.empty(),
            0);
}
