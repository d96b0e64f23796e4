package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The resources of a run at one moment.
 *
 * @param level level in force
 * @param memoryUsed bytes in use; empty if unknown
 * @param memoryLimit effective limit in bytes; empty if there is none
 * @param memoryLimitSource where the limit comes from
 * @param memoryPressure what the level follows: 0 is idle, 1 is the limit; empty if unknown
 * @param memoryGrowth by how much memory grows, in bytes per second; negative while it shrinks
 * @param peakResident largest resident set of the process so far, in bytes; empty if unknown
 * @param diskFree bytes free for the output; empty if unknown
 * @param cpuLoad share of the machine that is busy, 0 to 1; empty if unknown
 * @param secondsToExhaustion forecast; empty if nothing is being used up
 */
public record ResourceUse(
        DegradationLevel level,
        OptionalLong memoryUsed,
        OptionalLong memoryLimit,
        String memoryLimitSource,
        OptionalDouble memoryPressure,
        double memoryGrowth,
        OptionalLong peakResident,
        OptionalLong diskFree,
        OptionalDouble cpuLoad,
        OptionalDouble secondsToExhaustion) {}
