package dev.headroom.guard;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What is known about the disk of one path at one moment. Immutable.
 *
 * @param path the path
 * @param availableBytes what may still be written: free space less outstanding reservations and the reserve buffer, at least 0; empty if
 *     unknown
 * @param reservedBytes what is reserved and not yet written
 * @param belowSoftLimit whether less is available than the soft limit
 * @param belowHardLimit whether less is available than must stay free
 * @param unknownReason why nothing is known; empty if it is
 */
public record DiskStatus(
        String path,
        OptionalLong availableBytes,
        long reservedBytes,
        boolean belowSoftLimit,
        boolean belowHardLimit,
        String unknownReason) {
    /**
     * Returns what may still be written, in MB of 2^20 bytes.
     *
     * @return MB with a fraction; empty if unknown
     */
    public OptionalDouble availableMb() {
        return availableBytes.isPresent()
                ? OptionalDouble.of((double) availableBytes.getAsLong() / DiskSpaceGuardConfig.MB)
                : OptionalDouble.empty();
    }
}
