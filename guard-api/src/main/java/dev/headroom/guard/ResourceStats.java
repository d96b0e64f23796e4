package dev.headroom.guard;

import dev.headroom.degrade.DegradationLevel;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Figures for people and monitoring. Immutable. An empty value is unknown.
 *
 * @param memoryUsage what the process holds, in bytes
 * @param memoryLimit the limit that applies, in bytes
 * @param memoryUsagePercent the memory pressure in percent
 * @param peakMemoryUsage the most that was in use at any sample, in bytes
 * @param diskAvailableMb the least space that is available on any output path, in MB
 * @param cpuLoad the load of the machine, 0 to 1
 * @param level the level in force
 * @param decidedLevel the level that was decided on: the one in force, or what it would be without shadow mode
 * @param samples how many snapshots were published
 * @param decisions how many changes of level were decided on
 */
public record ResourceStats(
        OptionalLong memoryUsage,
        OptionalLong memoryLimit,
        OptionalDouble memoryUsagePercent,
        long peakMemoryUsage,
        OptionalDouble diskAvailableMb,
        OptionalDouble cpuLoad,
        DegradationLevel level,
        DegradationLevel decidedLevel,
        long samples,
        long decisions,
        OptionalInt workerPermits,
        long throttledNanos) {}
