package dev.headroom.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How disk space is guarded. MB are 2^20 bytes.
 *
 * @param hardLimitMb how much must stay free, at least 0
 * @param softLimitMb below how much a warning is due, at least {@code hardLimitMb}
 * @param checkInterval the longest time between two readings of a check without a write, not negative; admission of a write always reads
 * @param reserveBufferMb how much counts as used although it is free, at least 0
 */
public record DiskSpaceGuardConfig(long hardLimitMb, long softLimitMb, Duration checkInterval, long reserveBufferMb) {
    static final long MB = 1L << 20;
    private static final long MAX_MB = Long.MAX_VALUE / MB / 4;

    /**
     * Checks the configuration.
     *
     * @throws IllegalArgumentException naming every value that is out of its range
     */
    public DiskSpaceGuardConfig {
        List<String> problems = new ArrayList<>();
        if (hardLimitMb < 0 || hardLimitMb > MAX_MB) {
            problems.add("hardLimitMb must be from 0 to " + MAX_MB + ": " + hardLimitMb);
        }
        if (softLimitMb < hardLimitMb || softLimitMb > MAX_MB) {
            problems.add("softLimitMb must be from hardLimitMb to " + MAX_MB + ": " + softLimitMb);
        }
        if (checkInterval.isNegative()) {
            problems.add("checkInterval is negative: " + checkInterval);
        }
        if (reserveBufferMb < 0 || reserveBufferMb > MAX_MB) {
            problems.add("reserveBufferMb must be from 0 to " + MAX_MB + ": " + reserveBufferMb);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /**
     * Returns 100 MB, 500 MB, 100 ms and no reserve buffer.
     *
     * @return the defaults
     */
    public static DiskSpaceGuardConfig defaults() {
        return new DiskSpaceGuardConfig(100, 500, Duration.ofMillis(100), 0);
    }

    /**
     * Returns this configuration with another minimum of free space; the soft limit rises where it would lie below.
     *
     * @param mb how much must stay free
     * @return the changed configuration
     */
    public DiskSpaceGuardConfig withMinFree(long mb) {
        return new DiskSpaceGuardConfig(mb, Math.max(softLimitMb, mb), checkInterval, reserveBufferMb);
    }

    /**
     * Returns this configuration with another reserve buffer.
     *
     * @param mb how much counts as used although it is free
     * @return the changed configuration
     */
    public DiskSpaceGuardConfig withReserveBuffer(long mb) {
        return new DiskSpaceGuardConfig(hardLimitMb, softLimitMb, checkInterval, mb);
    }
}
