package dev.headroom.guard;

import dev.headroom.degrade.DegradationLevel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that was known at one moment. Immutable.
 *
 * @param sequence counts the samples of a guard from 1; 0 before the first
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
     * Returns the least disk space that is available on any output path.
     *
     * @return MB of 2^20 bytes; empty if there is no path or the space of any of them is unknown
     */
    public OptionalDouble diskAvailableMb() {
        Optional<DiskStatus> tightest = tightestDisk();
        return tightest.isPresent() ? tightest.get().availableMb() : OptionalDouble.empty();
    }

    /**
     * Returns the disk with the least available space, or the first of which it is unknown.
     *
     * @return the disk that decides; empty if there is no path
     */
    public Optional<DiskStatus> tightestDisk() {
        return tightestOf(disks);
    }

    static Optional<DiskStatus> tightestOf(List<DiskStatus> disks) {
        DiskStatus tightest = null;
        for (DiskStatus disk : disks) {
            if (disk.availableBytes().isEmpty()) {
                return Optional.of(disk);
            }
            if (tightest == null
                    || disk.availableBytes().getAsLong()
                            < tightest.availableBytes().getAsLong()) {
                tightest = disk;
            }
        }
        return Optional.ofNullable(tightest);
    }
}
