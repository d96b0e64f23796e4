package dev.headroom.degrade;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is known about the resources at one moment. An empty value is unknown, which is neither zero nor plenty.
 *
 * @param memoryUsage the memory pressure: 0 is idle, 1 is the limit, above 1 is beyond it
 * @param diskAvailableMb free disk space in MB of 2^20 bytes, reserved bytes and the reserve buffer taken off; never negative
 * @param cpuLoad the load of the CPUs, 0 to 1; recorded, never a reason for a level
 * @param readingAgeNanos how old the oldest of the readings is, in nanoseconds, at least 0
 * @param secondsToExhaustion when the first resource will be used up at its present rate; empty if none is being used up
 */
public record ResourceStatus(
        OptionalDouble memoryUsage,
        OptionalDouble diskAvailableMb,
        OptionalDouble cpuLoad,
        long readingAgeNanos,
        OptionalDouble secondsToExhaustion) {
    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is negative or not a number
     */
    public ResourceStatus {
        requireNotNegative("memoryUsage", memoryUsage);
        requireNotNegative("diskAvailableMb", diskAvailableMb);
        requireNotNegative("cpuLoad", cpuLoad);
        Objects.requireNonNull(secondsToExhaustion, "secondsToExhaustion");
        if (readingAgeNanos < 0) {
            throw new IllegalArgumentException("readingAgeNanos is negative: " + readingAgeNanos);
        }
    }

    /**
     * Makes a status of readings taken just now, without a forecast.
     *
     * @param memoryUsage the memory pressure, or empty if unknown
     * @param diskAvailableMb free disk space in MB, or empty if unknown
     * @param cpuLoad the load of the CPUs, or empty if unknown
     */
    public ResourceStatus(OptionalDouble memoryUsage, OptionalDouble diskAvailableMb, OptionalDouble cpuLoad) {
        this(memoryUsage, diskAvailableMb, cpuLoad, 0, OptionalDouble.empty());
    }

    private static void requireNotNegative(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() >= 0)) {
            throw new IllegalArgumentException(name + " is not a number from 0 up: " + value.getAsDouble());
        }
    }
}
