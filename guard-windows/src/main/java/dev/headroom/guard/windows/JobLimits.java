package dev.headroom.guard.windows;

import java.nio.ByteBuffer;

/**
 * JOBOBJECT_EXTENDED_LIMIT_INFORMATION (winnt.h) of a 64-bit process: how much memory a job, as of a container, lets its processes commit.
 *
 * <pre>
 *  16 DWORD  LimitFlags         112 SIZE_T ProcessMemoryLimit     120 SIZE_T JobMemoryLimit
 * </pre>
 */
final class JobLimits {
    static final int BYTES = 144;
    /** The answer where no limit is set. */
    static final long NONE = -1;

    private static final int FLAGS = 16;
    private static final int PROCESS_MEMORY_LIMIT = 112;
    private static final int JOB_MEMORY_LIMIT = 120;
    /** JOB_OBJECT_LIMIT_PROCESS_MEMORY. */
    private static final int LIMITS_PROCESS_MEMORY = 0x100;
    /** JOB_OBJECT_LIMIT_JOB_MEMORY. */
    private static final int LIMITS_JOB_MEMORY = 0x200;

    private JobLimits() {}

    /** The smaller of the limits of a process and of the whole job, in bytes. */
    static long committedBytes(ByteBuffer limits) {
        int flags = limits.getInt(FLAGS);
        long least = Long.MAX_VALUE;
        if ((flags & LIMITS_PROCESS_MEMORY) != 0) {
            least = limits.getLong(PROCESS_MEMORY_LIMIT);
        }
        if ((flags & LIMITS_JOB_MEMORY) != 0) {
            least = Math.min(least, limits.getLong(JOB_MEMORY_LIMIT));
        }
        return least == Long.MAX_VALUE ? NONE : least;
    }
}
