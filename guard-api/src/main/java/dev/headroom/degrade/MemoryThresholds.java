package dev.headroom.degrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory pressures at which the level changes.
 *
 * @param reduced from this pressure on the level is Reduced; above 0, at most 1
 * @param minimal from this pressure on the level is Minimal; above {@code reduced}, at most 1
 * @param emergency beyond this pressure the level is Emergency; above {@code minimal}, at most 1
 * @param hysteresis how far below a threshold the pressure must be to recover from its level; at least 0, below {@code reduced}
 * @param dwell how long the pressure must have been that low, without a break, before each step of recovery
 */
public record MemoryThresholds(double reduced, double minimal, double emergency, double hysteresis, Duration dwell) {
    /**
     * Checks the thresholds.
     *
     * @throws IllegalArgumentException naming every value that is out of its range
     */
    public MemoryThresholds {
        List<String> problems = new ArrayList<>();
        if (!(reduced > 0 && reduced < minimal && minimal < emergency && emergency <= 1)) {
            problems.add("memory thresholds must rise within (0, 1]: reduced " + reduced + ", minimal " + minimal
                    + ", emergency " + emergency);
        }
        if (!(hysteresis >= 0 && hysteresis < reduced)) {
            problems.add("memory hysteresis must be from 0 to below the reduced threshold: " + hysteresis);
        }
        if (dwell.isNegative()) {
            problems.add("memory dwell is negative: " + dwell);
        }
        Problems.throwIfAny(problems);
    }

    /**
     * Returns 0.70, 0.85 and 0.95, with a hysteresis of 0.05 and a dwell of 5 s.
     *
     * @return the defaults
     */
    public static MemoryThresholds defaults() {
        return new MemoryThresholds(0.70, 0.85, 0.95, 0.05, Duration.ofSeconds(5));
    }

    /** The level of a pressure that is rising: exactly a threshold is its level, exactly {@code emergency} is still Minimal. */
    DegradationLevel levelAt(double pressure) {
        return levelAt(pressure, 0);
    }

    /** The level that a pressure allows to recover to. */
    DegradationLevel recoveryLevelAt(double pressure) {
        return levelAt(pressure, hysteresis);
    }

    private DegradationLevel levelAt(double pressure, double lowered) {
        if (pressure > emergency - lowered) {
            return DegradationLevel.EMERGENCY;
        }
        if (pressure >= minimal - lowered) {
            return DegradationLevel.MINIMAL;
        }
        return pressure >= reduced - lowered ? DegradationLevel.REDUCED : DegradationLevel.NORMAL;
    }

    /** The threshold by which a level is entered; not asked of Normal. */
    double thresholdOf(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> 0;
            case REDUCED -> reduced;
            case MINIMAL -> minimal;
            case EMERGENCY -> emergency;
        };
    }
}
