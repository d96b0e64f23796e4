package dev.headroom.guard;

import java.util.OptionalDouble;

/**
 * What is known about the CPUs over the last interval. Immutable. An empty value is unknown.
 *
 * @param load the load of the machine, 0 to 1: CPUs that worked or were stolen. Where the machine cannot be seen, the process's share
 * @param processLoad which part this process took of the CPUs that it may use, 0 to 1
 * @param throttledShare for which part of the time a quota held the process back, 0 and up
 * @param stolenShare which part of the machine's CPU time went to other machines, 0 to 1
 * @param outsideLoad which part of the machine's CPU time other processes took, 0 to 1
 * @param high whether the load is at the high threshold or beyond
 * @param critical whether the run is to be throttled
 */
public record CpuStatus(
        OptionalDouble load,
        OptionalDouble processLoad,
        OptionalDouble throttledShare,
        OptionalDouble stolenShare,
        OptionalDouble outsideLoad,
        boolean high,
        boolean critical) {
    /** Before two readings have been taken, or where nothing is watched. */
    static final CpuStatus UNKNOWN = new CpuStatus(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            false);
}
