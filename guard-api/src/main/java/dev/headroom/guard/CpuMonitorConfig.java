package dev.headroom.guard;

import java.util.ArrayList;
import java.util.List;

/**
 * How the CPUs are watched.
 *
 * @param enabled whether they are watched at all
 * @param highLoadThreshold from which load on a warning is due, above 0, at most 1
 * @param criticalLoadThreshold from which load on the run is to be throttled, at least {@code highLoadThreshold}, at most 1
 * @param criticalIsCeiling whether the critical threshold is a ceiling on this process's own share of the CPUs it may use; otherwise a
 *     busy machine is no reason to throttle unless a quota holds the process back or others want the CPUs too
 * @param sampleIntervalMs the time between two readings, in milliseconds, at least 1; below 100 the ticks of the system show
 * @param autoThrottle whether {@link CpuMonitor#maybeThrottle()} waits
 * @param throttleDelayMs how long it waits, in milliseconds, 0 to 10,000
 */
public record CpuMonitorConfig(
        boolean enabled,
        double highLoadThreshold,
        double criticalLoadThreshold,
        boolean criticalIsCeiling,
        long sampleIntervalMs,
        boolean autoThrottle,
        long throttleDelayMs) {
    private static final double DEFAULT_HIGH = 0.85;
    private static final double DEFAULT_CRITICAL = 0.95;

    /**
     * Checks the configuration.
     *
     * @throws IllegalArgumentException naming every value that is out of its range
     */
    public CpuMonitorConfig {
        List<String> problems = new ArrayList<>();
        if (!(highLoadThreshold > 0 && highLoadThreshold <= criticalLoadThreshold && criticalLoadThreshold <= 1)) {
            problems.add("load thresholds must rise within (0, 1]: high " + highLoadThreshold + ", critical "
                    + criticalLoadThreshold);
        }
        if (sampleIntervalMs < 1) {
            problems.add("sampleIntervalMs must be at least 1: " + sampleIntervalMs);
        }
        if (throttleDelayMs < 0 || throttleDelayMs > 10_000) {
            problems.add("throttleDelayMs must be from 0 to 10000: " + throttleDelayMs);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * Returns the documented thresholds of 0.85 and 0.95, read every second, without throttling.
     *
     * @return the defaults
     */
    public static CpuMonitorConfig defaults() {
        return new CpuMonitorConfig(true, DEFAULT_HIGH, DEFAULT_CRITICAL, false, 1000, false, 50);
    }

    /**
     * Returns a configuration that watches nothing.
     *
     * @return the configuration
     */
    public static CpuMonitorConfig disabled() {
        return defaults().withEnabled(false);
    }

    /**
     * Returns the defaults with thresholds of one's own; the critical one is a ceiling then.
     *
     * @param high from which load on a warning is due
     * @param critical the most of the CPUs that this process is to take
     * @return the configuration
     */
    public static CpuMonitorConfig withThresholds(double high, double critical) {
        CpuMonitorConfig defaults = defaults();
        return new CpuMonitorConfig(
                true, high, critical, true, defaults.sampleIntervalMs, defaults.autoThrottle, defaults.throttleDelayMs);
    }

    /**
     * Returns this configuration with throttling.
     *
     * @param delayMs how long to wait at a time, in milliseconds
     * @return the changed configuration
     */
    public CpuMonitorConfig withAutoThrottle(long delayMs) {
        return new CpuMonitorConfig(
                enabled, highLoadThreshold, criticalLoadThreshold, criticalIsCeiling, sampleIntervalMs, true, delayMs);
    }

    /**
     * Returns this configuration with another interval.
     *
     * @param millis the time between two readings, in milliseconds
     * @return the changed configuration
     */
    public CpuMonitorConfig withSampleIntervalMs(long millis) {
        return new CpuMonitorConfig(
                enabled,
                highLoadThreshold,
                criticalLoadThreshold,
                criticalIsCeiling,
                millis,
                autoThrottle,
                throttleDelayMs);
    }

    /**
     * Returns this configuration, switched on or off.
     *
     * @param value whether the CPUs are watched
     * @return the changed configuration
     */
    public CpuMonitorConfig withEnabled(boolean value) {
        return new CpuMonitorConfig(
                value,
                highLoadThreshold,
                criticalLoadThreshold,
                criticalIsCeiling,
                sampleIntervalMs,
                autoThrottle,
                throttleDelayMs);
    }
}
