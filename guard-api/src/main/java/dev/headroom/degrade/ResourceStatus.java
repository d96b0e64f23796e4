package dev.headroom.degrade;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known about the resources at one moment. An empty value is unknown, which is neither zero nor plenty.
 *
 * @param memoryUsage the memory pressure: 0 is idle, 1 is the limit, above 1 is beyond it
 * @param diskAvailableMb free disk space in MB of 2^20 bytes, reserved bytes and the reserve buffer taken off; never negative
 * @param cpuLoad the load of the CPUs, 0 to 1; recorded, never a reason for a level
 * @param memoryAgeNanos how old the reading of memory is, in nanoseconds, at least 0
 * @param diskAgeNanos how old the reading of disk space is, in nanoseconds, at least 0
 * @param secondsToExhaustion when the first resource will be used up at its present rate; empty if none is being used up
 * @param memoryLimit the memory limit that applies, in bytes; empty if there is none or it is unknown
 * @param memoryLimitSource where that limit comes from, such as {@code configuration} or {@code cgroup v1 /a}
 * @param memorySource what the memory pressure is that of: a limit, or {@code heap}
 * @param diskSource which path has the least space; empty if none is watched
 */
public record ResourceStatus(
        OptionalDouble memoryUsage,
        OptionalDouble diskAvailableMb,
        OptionalDouble cpuLoad,
        long memoryAgeNanos,
        long diskAgeNanos,
        OptionalDouble secondsToExhaustion,
        OptionalLong memoryLimit,
        String memoryLimitSource,
        String memorySource,
        String diskSource) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is negative or not a number
     */
    public ResourceStatus {
        requireNotNegative("memoryUsage", memoryUsage);
        requireNotNegative("diskAvailableMb", diskAvailableMb);
        requireNotNegative("cpuLoad", cpuLoad);
        requireNotNegative("memoryAgeNanos", memoryAgeNanos);
        requireNotNegative("diskAgeNanos", diskAgeNanos);
        Objects.requireNonNull(secondsToExhaustion, "secondsToExhaustion");
        Objects.requireNonNull(memoryLimit, "memoryLimit");
        Objects.requireNonNull(memoryLimitSource, "memoryLimitSource");
        Objects.requireNonNull(memorySource, "memorySource");
        Objects.requireNonNull(diskSource, "diskSource");
    }

    /**
     * Makes a status of readings taken just now, without a forecast and without saying what they are of.
     *
     * @param memoryUsage the memory pressure, or empty if unknown
     * @param diskAvailableMb free disk space in MB, or empty if unknown
     * @param cpuLoad the load of the CPUs, or empty if unknown
     */
    public ResourceStatus(OptionalDouble memoryUsage, OptionalDouble diskAvailableMb, OptionalDouble cpuLoad) {
        this(memoryUsage, diskAvailableMb, cpuLoad, 0, 0, OptionalDouble.empty(), OptionalLong.empty(), "", "", "");
    }

    private static void requireNotNegative(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() >= 0)) {
            throw new IllegalArgumentException(name + " is not a number from 0 up: " + value.getAsDouble());
        }
    }

    private static void requireNotNegative(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
    }
}
