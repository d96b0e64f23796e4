package dev.headroom.guard.windows;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * PROCESS_MEMORY_COUNTERS_EX (psapi.h) of a 64-bit process, in bytes.
 *
 * <pre>
 *  0 DWORD  cb                      8 SIZE_T PeakWorkingSetSize    16 SIZE_T WorkingSetSize
 * 56 SIZE_T PagefileUsage          64 SIZE_T PeakPagefileUsage     72 SIZE_T PrivateUsage
 * </pre>
 */
final class ProcessMemoryCounters {
    static final int BYTES = 80;

    private static final int PEAK_WORKING_SET = 8;
    private static final int WORKING_SET = 16;
    private static final int PRIVATE_USAGE = 72;

    private ProcessMemoryCounters() {}

    static boolean isKnown(@Nullable ByteBuffer counters) {
        return counters != null && counters.getLong(WORKING_SET) > 0;
    }

    /** What of the process is in memory, files and shared pages included. */
    static long workingSet(ByteBuffer counters) {
        return counters.getLong(WORKING_SET);
    }

    /** The most that {@link #workingSet} ever was. */
    static long peakWorkingSet(ByteBuffer counters) {
        return counters.getLong(PEAK_WORKING_SET);
    }

    /** What the process has committed for itself, be it in memory or in the page file. */
    static long privateBytes(ByteBuffer counters) {
        return counters.getLong(PRIVATE_USAGE);
    }
}
