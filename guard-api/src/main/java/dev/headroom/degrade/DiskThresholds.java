package dev.headroom.degrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The free disk space, in MB of 2^20 bytes, at which the level changes.
 *
 * @param reducedMb at this much or less the level is Reduced; above {@code minimalMb}
 * @param minimalMb below this the level is Minimal; above {@code emergencyMb}
 * @param emergencyMb below this the level is Emergency; at least 0
 * @param hysteresis by which part of a threshold the free space must exceed it to recover from its level; 0 to 10
 * @param dwell how long the space must have been that large, without a break, before each step of recovery
 */
public record DiskThresholds(
        double reducedMb, double minimalMb, double emergencyMb, double hysteresis, Duration dwell) {
    private static final double DEFAULT_REDUCED = 1024;
    private static final double DEFAULT_MINIMAL = 500;
    private static final double DEFAULT_EMERGENCY = 100;

    /**
     * Checks the thresholds.
     *
     * @throws IllegalArgumentException naming every value that is out of its range
     */
    public DiskThresholds {
        List<String> problems = new ArrayList<>();
        if (!(emergencyMb >= 0 && emergencyMb < minimalMb && minimalMb < reducedMb)) {
            problems.add("disk thresholds must fall and not be negative: reduced " + reducedMb + " MB, minimal "
                    + minimalMb + " MB, emergency " + emergencyMb + " MB");
        }
        if (!(hysteresis >= 0 && hysteresis <= 10)) {
            problems.add("disk hysteresis must be from 0 to 10: " + hysteresis);
        }
        if (dwell.isNegative()) {
            problems.add("disk dwell is negative: " + dwell);
        }
        Problems.throwIfAny(problems);
    }

    /**
     * Returns 1024, 500 and 100 MB, with a hysteresis of 0.10 and a dwell of 5 s.
     *
     * @return the defaults
     */
    public static DiskThresholds defaults() {
        return new DiskThresholds(DEFAULT_REDUCED, DEFAULT_MINIMAL, DEFAULT_EMERGENCY, 0.10, Duration.ofSeconds(5));
    }

    /**
     * Makes a minimum of free space the Emergency threshold. A higher threshold that no longer lies above it rises: by the
     * distance it has by default, 400 MB for Minimal and 524 MB for Reduced.
     *
     * @param minFreeMb the space that must stay free, in MB, at least 0
     * @return thresholds in order
     */
    public DiskThresholds withMinFree(double minFreeMb) {
        double raisedMinimal = minimalMb > minFreeMb ? minimalMb : minFreeMb + DEFAULT_MINIMAL - DEFAULT_EMERGENCY;
        double raisedReduced =
                reducedMb > raisedMinimal ? reducedMb : raisedMinimal + DEFAULT_REDUCED - DEFAULT_MINIMAL;
        return new DiskThresholds(raisedReduced, raisedMinimal, minFreeMb, hysteresis, dwell);
    }

    /** The level of a space that is shrinking: exactly {@code reducedMb} is Reduced, exactly another threshold not yet its level. */
    DegradationLevel levelAt(double availableMb) {
        return levelAt(availableMb, 1);
    }

    /** The level that a space allows to recover to. */
    DegradationLevel recoveryLevelAt(double availableMb) {
        return levelAt(availableMb, 1 + hysteresis);
    }

    private DegradationLevel levelAt(double availableMb, double raised) {
        if (availableMb < emergencyMb * raised) {
            return DegradationLevel.EMERGENCY;
        }
        if (availableMb < minimalMb * raised) {
            return DegradationLevel.MINIMAL;
        }
        return availableMb <= reducedMb * raised ? DegradationLevel.REDUCED : DegradationLevel.NORMAL;
    }

    /** The threshold by which a level is entered; not asked of Normal. */
    double thresholdOf(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> Double.POSITIVE_INFINITY;
            case REDUCED -> reducedMb;
            case MINIMAL -> minimalMb;
            case EMERGENCY -> emergencyMb;
        };
    }
}
