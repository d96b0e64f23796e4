package dev.headroom.guard;

import dev.headroom.degrade.DegradationLevel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that was known at one moment. Immutable.
 *
 * @param sequence counts the snapshots that were published of a guard from 1; 0 before the first
 * @param takenAtNanos when it was taken, on the guard's clock
 * @param level the level that is in force from this moment on
 * @param decidedLevel the level that was decided on: the one in force, or what it would be without shadow mode
 * @param memory what is known about memory
 * @param disks what is known about the disk of each output path, in the order of the paths; empty without paths
 * @param cpu what is known about the CPUs
 */
public record ResourceSnapshot(
        long sequence,
        long takenAtNanos,
        DegradationLevel level,
        DegradationLevel decidedLevel,
        MemoryStatus memory,
        List<DiskStatus> disks,
        CpuStatus cpu) {
    static final ResourceSnapshot NONE = new ResourceSnapshot(
            0, 0, DegradationLevel.NORMAL, DegradationLevel.NORMAL, MemoryStatus.UNKNOWN, List.of(), CpuStatus.UNKNOWN);

    /**
     * Returns the least disk space that is available on any output path. A path whose space is not known any more counts with what it last
     * had, so that the level neither recovers while it is unknown nor overlooks another path.
     *
     * @return MB of 2^20 bytes; empty if there is no path or the space of none is known
     */
    public OptionalDouble diskAvailableMb() {
        boolean known = disks.stream().anyMatch(disk -> disk.availableBytes().isPresent());
        Optional<DiskStatus> tightest = tightestDisk();
        return known && tightest.isPresent()
                ? DiskStatus.megabytes(tightest.get().lastAvailableBytes())
                : OptionalDouble.empty();
    }

    /**
     * Returns the disk with the least available space, as far as that was ever known.
     *
     * @return the disk that decides; empty if there is no path
     */
    public Optional<DiskStatus> tightestDisk() {
        return disks.stream()
                .min(Comparator.comparingLong(disk -> disk.lastAvailableBytes().orElse(Long.MAX_VALUE)));
    }

    /**
     * Returns when the first resource will be used up at its present rate.
     *
     * @return seconds; empty if none is being used up, or not within a day
     */
    public OptionalDouble secondsToExhaustion() {
        OptionalDouble soonest = memory.secondsToExhaustion();
        for (DiskStatus disk : disks) {
            if (disk.secondsToExhaustion().orElse(Double.POSITIVE_INFINITY)
                    < soonest.orElse(Double.POSITIVE_INFINITY)) {
                soonest = disk.secondsToExhaustion();
            }
        }
        return soonest;
    }
}
