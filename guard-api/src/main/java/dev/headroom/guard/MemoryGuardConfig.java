package dev.headroom.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How memory is guarded.
 *
 * @param softLimit where the run is to flush and drop caches, in bytes, above 0 and at most the hard limit; it acts at the pressure
 *     {@code softLimit / hardLimit}. {@link #NO_LIMIT} stands for 80 % of the limit that applies
 * @param hardLimit the most that the process may hold, in bytes, above 0; {@link #NO_LIMIT} leaves it to the machine and its control
 *     groups
 * @param checkIntervalMs the longest time between two readings, in milliseconds, at least 1; they are never more than 200 ms apart
 *     while a thread samples
 * @param growthRateThreshold from which growth on a warning is due, in bytes per second, above 0
 * @param source what the limit is compared with
 * @param collectBeforeEscalating whether a collection of the heap is asked for before garbage in the heap can raise the reported
 *     pressure to 0.70 or more, where live objects may fill it, and while they are known to, so that it shows when they are gone: at
 *     most about 0.5 % of the time goes into collections that do not confirm what was expected. Without them a heap that fills up is
 *     seen only as far as the JVM collects all of it by itself, and a high pressure may outlast its reason
 */
public record MemoryGuardConfig(
        long softLimit,
        long hardLimit,
        long checkIntervalMs,
        double growthRateThreshold,
        MemorySource source,
        boolean collectBeforeEscalating) {
    /** No limit of one's own. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private static final double DEFAULT_SOFT_PART = 0.8;

    /**
     * Checks the configuration.
     *
     * @throws IllegalArgumentException naming every value that is out of its range
     */
    public MemoryGuardConfig {
        Objects.requireNonNull(source, "source");
        List<String> problems = new ArrayList<>();
        if (hardLimit <= 0) {
            problems.add("hardLimit must be above 0: " + hardLimit);
        }
        if (softLimit <= 0 || (softLimit != NO_LIMIT && softLimit > hardLimit)) {
            problems.add("softLimit must be above 0 and at most the hard limit: " + softLimit);
        }
        if (checkIntervalMs < 1) {
            problems.add("checkIntervalMs must be at least 1: " + checkIntervalMs);
        }
        if (!(growthRateThreshold > 0)) {
            problems.add("growthRateThreshold must be above 0: " + growthRateThreshold);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * Makes a configuration of the chapter's four settings.
     *
     * @param softLimit where the run is to flush and drop caches, in bytes
     * @param hardLimit the most that the process may hold, in bytes
     * @param checkIntervalMs the longest time between two readings, in milliseconds
     * @param growthRateThreshold from which growth on a warning is due, in bytes per second
     */
    public MemoryGuardConfig(long softLimit, long hardLimit, long checkIntervalMs, double growthRateThreshold) {
        this(softLimit, hardLimit, checkIntervalMs, growthRateThreshold, MemorySource.WORKING_SET, true);
    }

    /**
     * Returns no limits of one's own, 200 ms, and 100 MB (10^8 bytes) per second.
     *
     * @return the defaults
     */
    public static MemoryGuardConfig defaults() {
        return new MemoryGuardConfig(NO_LIMIT, NO_LIMIT, 200, 100_000_000);
    }

    /**
     * Returns this configuration with another hard limit and 80 % of it as the soft one.
     *
     * @param bytes the most that the process may hold
     * @return the changed configuration
     */
    public MemoryGuardConfig withHardLimit(long bytes) {
        return new MemoryGuardConfig(
                NO_LIMIT, bytes, checkIntervalMs, growthRateThreshold, source, collectBeforeEscalating);
    }

    /**
     * Returns this configuration with another soft limit.
     *
     * @param bytes where the run is to flush and drop caches
     * @return the changed configuration
     */
    public MemoryGuardConfig withSoftLimit(long bytes) {
        return new MemoryGuardConfig(
                bytes, hardLimit, checkIntervalMs, growthRateThreshold, source, collectBeforeEscalating);
    }

    /**
     * Returns this configuration with another interval.
     *
     * @param millis the longest time between two readings, in milliseconds
     * @return the changed configuration
     */
    public MemoryGuardConfig withCheckIntervalMs(long millis) {
        return new MemoryGuardConfig(
                softLimit, hardLimit, millis, growthRateThreshold, source, collectBeforeEscalating);
    }

    /**
     * Returns this configuration with another growth threshold.
     *
     * @param bytesPerSecond from which growth on a warning is due
     * @return the changed configuration
     */
    public MemoryGuardConfig withGrowthRateThreshold(double bytesPerSecond) {
        return new MemoryGuardConfig(
                softLimit, hardLimit, checkIntervalMs, bytesPerSecond, source, collectBeforeEscalating);
    }

    /**
     * Returns this configuration with another measure.
     *
     * @param value what the limit is compared with
     * @return the changed configuration
     */
    public MemoryGuardConfig withSource(MemorySource value) {
        return new MemoryGuardConfig(
                softLimit, hardLimit, checkIntervalMs, growthRateThreshold, value, collectBeforeEscalating);
    }

    /**
     * Returns this configuration with or without collections.
     *
     * @param value whether a collection of the heap may be asked for
     * @return the changed configuration
     */
    public MemoryGuardConfig withCollectBeforeEscalating(boolean value) {
        return new MemoryGuardConfig(softLimit, hardLimit, checkIntervalMs, growthRateThreshold, source, value);
    }

    /**
     * Returns the pressure at which the soft limit acts.
     *
     * @return above 0, at most 1
     */
    public double softPressure() {
        return softLimit == NO_LIMIT ? DEFAULT_SOFT_PART : (double) softLimit / hardLimit;
    }
}
