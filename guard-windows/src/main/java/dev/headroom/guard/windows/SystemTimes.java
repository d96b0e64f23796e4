package dev.headroom.guard.windows;

import java.nio.ByteBuffer;

/**
 * What GetSystemTimes fills: FILETIMEs in units of 100 ns, summed over the CPUs of the process's processor group. Kernel time has the idle time
 * in it.
 *
 * <pre>
 *  0 FILETIME idle      8 FILETIME kernel     16 FILETIME user
 * </pre>
 */
final class SystemTimes {
    static final int BYTES = 24;

    private static final int IDLE = 0;
    private static final int KERNEL = 8;
    private static final int USER = 16;
    private static final long NANOS_PER_UNIT = 100;

    private SystemTimes() {}

    /** Nanoseconds in which a CPU worked. */
    static long busyNanos(ByteBuffer times) {
        return totalNanos(times) - times.getLong(IDLE) * NANOS_PER_UNIT;
    }

    /** All the time of the CPUs in nanoseconds. */
    static long totalNanos(ByteBuffer times) {
        return (times.getLong(KERNEL) + times.getLong(USER)) * NANOS_PER_UNIT;
    }
}
