package dev.headroom.guard;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is known about the CPUs over the last interval. Immutable. An empty value is unknown.
 *
 * @param load the load of the machine, 0 to 1: CPUs that worked or were stolen. Where the machine cannot be seen, the process's share
 * @param processLoad which part this process took of the CPUs that it may use, 0 to 1
 * @param throttledShare for which part of the time a quota held the process back, 0 and up
 * @param stolenShare which part of the machine's CPU time went to other machines, 0 to 1
 * @param outsideLoad which part of the machine's CPU time other processes took, 0 to 1
 * @param capacity how many CPUs this process may use: the processors it may run on, or less by a quota
 * @param high whether the load is at the high threshold or beyond
 * @param critical whether the run is to be throttled
 * @param heldByQuota whether a quota holds the process back
 * @param contended whether the machine is busy, and other processes or machines are part of that
 * @param workerPermits how many workers may work; empty where nobody asked for permits
 */
public record CpuStatus(
        OptionalDouble load,
        OptionalDouble processLoad,
        OptionalDouble throttledShare,
        OptionalDouble stolenShare,
        OptionalDouble outsideLoad,
        OptionalDouble capacity,
        boolean high,
        boolean critical,
        boolean heldByQuota,
        boolean contended,
        OptionalInt workerPermits) {
    /** Before two readings have been taken, or where nothing is watched. */
    static final CpuStatus UNKNOWN = new CpuStatus(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false,
            false,
            false,
            false,
            OptionalInt.empty());

    /** The same with a number of permits. */
    CpuStatus withWorkerPermits(int permits) {
        return new CpuStatus(
                load,
                processLoad,
                throttledShare,
                stolenShare,
                outsideLoad,
                capacity,
                high,
                critical,
                heldByQuota,
                contended,
                OptionalInt.of(permits));
    }
}
