package dev.headroom.guard;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known about the disk of one path at one moment. Immutable.
 *
 * @param path the path
 * @param availableBytes what may still be written: free space less outstanding reservations and the reserve buffer, at least 0; empty if
 *     unknown
 * @param lastAvailableBytes what could be written when that was last known; empty if it never was
 * @param reservedBytes what is reserved on the file system, by any path and guard of the process, and not yet written
 * @param belowSoftLimit whether less is available than the soft limit
 * @param belowHardLimit whether less is available than must stay free
 * @param ageNanos how old the last answer of the disk is, in nanoseconds; 0 before the first
 * @param secondsToExhaustion when the space will be used up at the rate at which it was falling, by whomever; empty if it is unknown,
 *     not falling, or more than a day away
 * @param fileSystem the type of the file system, such as {@code ext4}; empty if unknown
 * @param inMemory whether what is written takes memory, so that the limits of memory bound what is available
 * @param unknownReason why it is not known what is available; empty if it is
 */
public record DiskStatus(
        String path,
        OptionalLong availableBytes,
        OptionalLong lastAvailableBytes,
        long reservedBytes,
        boolean belowSoftLimit,
        boolean belowHardLimit,
        long ageNanos,
        OptionalDouble secondsToExhaustion,
        String fileSystem,
        boolean inMemory,
        String unknownReason) {
    /**
     * Returns what may still be written, in MB of 2^20 bytes.
     *
     * @return MB with a fraction; empty if unknown
     */
    public OptionalDouble availableMb() {
        return megabytes(availableBytes);
    }

    static OptionalDouble megabytes(OptionalLong bytes) {
        return bytes.isPresent()
                ? OptionalDouble.of((double) bytes.getAsLong() / DiskSpaceGuardConfig.MB)
                : OptionalDouble.empty();
    }
}
