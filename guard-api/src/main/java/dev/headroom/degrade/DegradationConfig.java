package dev.headroom.degrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How the level follows the resources.
 *
 * @param enabled whether there are levels at all; otherwise the level is always Normal
 * @param memory the thresholds of memory
 * @param disk the thresholds of disk space
 * @param autoRecovery whether the level recovers; otherwise it only ever gets worse
 * @param escalateOnUnknown whether a resource that was known, and then unknown for its whole dwell, counts as Reduced; it never
 *     counts as worse
 * @param mode whether what is decided takes effect
 * @param maxReadingAge an older reading is as good as unknown; above zero
 * @param maxGap after a longer pause between two updates, what was seen before no longer counts towards a dwell; above zero
 */
public record DegradationConfig(
        boolean enabled,
        MemoryThresholds memory,
        DiskThresholds disk,
        boolean autoRecovery,
        boolean escalateOnUnknown,
        DegradationMode mode,
        Duration maxReadingAge,
        Duration maxGap) {
    /**
     * Checks the configuration.
     *
     * @throws IllegalArgumentException if the age or the gap is not above zero
     */
    public DegradationConfig {
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(disk, "disk");
        Objects.requireNonNull(mode, "mode");
        List<String> problems = new ArrayList<>();
        if (maxReadingAge.isNegative() || maxReadingAge.isZero()) {
            problems.add("maxReadingAge must be above zero: " + maxReadingAge);
        }
        if (maxGap.isNegative() || maxGap.isZero()) {
            problems.add("maxGap must be above zero: " + maxGap);
        }
        Problems.throwIfAny(problems);
    }

    /**
     * Returns the documented thresholds, in force, recovering by itself, holding its level while a resource is unknown, with readings of
     * 2 s at most and a gap of 10 s.
     *
     * @return the defaults
     */
    public static DegradationConfig defaults() {
        return new DegradationConfig(
                true,
                MemoryThresholds.defaults(),
                DiskThresholds.defaults(),
                true,
                false,
                DegradationMode.ENFORCE,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    /**
     * Returns this configuration, switched on or off.
     *
     * @param value whether there are levels at all
     * @return the changed configuration
     */
    public DegradationConfig withEnabled(boolean value) {
        return new DegradationConfig(value, memory, disk, autoRecovery, escalateOnUnknown, mode, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with other memory thresholds.
     *
     * @param value the thresholds
     * @return the changed configuration
     */
    public DegradationConfig withMemory(MemoryThresholds value) {
        return new DegradationConfig(
                enabled, value, disk, autoRecovery, escalateOnUnknown, mode, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with other disk thresholds.
     *
     * @param value the thresholds
     * @return the changed configuration
     */
    public DegradationConfig withDisk(DiskThresholds value) {
        return new DegradationConfig(
                enabled, memory, value, autoRecovery, escalateOnUnknown, mode, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with another recovery.
     *
     * @param value whether the level recovers
     * @return the changed configuration
     */
    public DegradationConfig withAutoRecovery(boolean value) {
        return new DegradationConfig(enabled, memory, disk, value, escalateOnUnknown, mode, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with another answer to unknown readings.
     *
     * @param value whether a resource that stays unknown counts as Reduced
     * @return the changed configuration
     */
    public DegradationConfig withEscalateOnUnknown(boolean value) {
        return new DegradationConfig(enabled, memory, disk, autoRecovery, value, mode, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with another gap.
     *
     * @param value the longest pause between two updates that does not interrupt a dwell
     * @return the changed configuration
     */
    public DegradationConfig withMaxGap(Duration value) {
        return new DegradationConfig(
                enabled, memory, disk, autoRecovery, escalateOnUnknown, mode, maxReadingAge, value);
    }

    /**
     * Returns this configuration with another mode.
     *
     * @param value whether what is decided takes effect
     * @return the changed configuration
     */
    public DegradationConfig withMode(DegradationMode value) {
        return new DegradationConfig(
                enabled, memory, disk, autoRecovery, escalateOnUnknown, value, maxReadingAge, maxGap);
    }

    /**
     * Returns this configuration with another age of readings.
     *
     * @param value the age beyond which a reading is as good as unknown
     * @return the changed configuration
     */
    public DegradationConfig withMaxReadingAge(Duration value) {
        return new DegradationConfig(enabled, memory, disk, autoRecovery, escalateOnUnknown, mode, value, maxGap);
    }
}
