package dev.headroom.guard;

import dev.headroom.degrade.DegradationLevel;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Everything that was known at one moment. Immutable.
 *
 * @param sequence counts the samples of a guard from 1; 0 before the first
 * @param takenAtNanos when it was taken, on the guard's clock
 * @param level the level that holds from this moment on
 * @param memory what is known about memory
 * @param disks what is known about the disk of each output path, in the order of the paths; empty without paths
 * @param cpu what is known about the CPUs
 */
public record ResourceSnapshot(
        long sequence,
        long takenAtNanos,
        DegradationLevel level,
        MemoryStatus memory,
        List<DiskStatus> disks,
        CpuStatus cpu) {
    static final ResourceSnapshot NONE =
            new ResourceSnapshot(0, 0, DegradationLevel.NORMAL, MemoryStatus.UNKNOWN, List.of(), CpuStatus.UNKNOWN);

    /**
     * Returns the least disk space that is available on any output path.
     *
     * @return MB of 2^20 bytes; empty if there is no path or the space of any of them is unknown
     */
    public OptionalDouble diskAvailableMb() {
        double least = Double.POSITIVE_INFINITY;
        for (DiskStatus disk : disks) {
            if (disk.availableBytes().isEmpty()) {
                return OptionalDouble.empty();
            }
            least = Math.min(least, disk.availableMb().orElse(least));
        }
        return disks.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(least);
    }
}
