package dev.headroom.guard.windows;

import java.nio.ByteBuffer;

/**
 * JOBOBJECT_CPU_RATE_CONTROL_INFORMATION (winnt.h): the share of all CPUs that a job may take, in units of 1/10,000.
 *
 * <pre>
 *  0 DWORD ControlFlags      4 DWORD CpuRate, or WORD MinRate and 6 WORD MaxRate
 * </pre>
 */
final class JobCpuRate {
    static final int BYTES = 8;
    /** The answer where there is no hard limit. */
    static final long NONE = -1;

    private static final int FLAGS = 0;
    private static final int RATE = 4;
    private static final int MAX_RATE = 6;
    private static final int ENABLED = 0x1;
    private static final int HARD_CAP = 0x4;
    private static final int MIN_MAX_RATE = 0x10;
    private static final long WHOLE = 10_000;

    private JobCpuRate() {}

    /** The limit in thousandths of a CPU. A weight, or a rate that may be exceeded while CPUs are idle, is none. */
    static long quotaMillis(ByteBuffer control, long processors) {
        int flags = control.getInt(FLAGS);
        if ((flags & ENABLED) == 0 || (flags & (HARD_CAP | MIN_MAX_RATE)) == 0) {
            return NONE;
        }
        long rate = (flags & MIN_MAX_RATE) != 0
                ? Short.toUnsignedLong(control.getShort(MAX_RATE))
                : Integer.toUnsignedLong(control.getInt(RATE));
        return rate == 0 ? NONE : rate * processors * 1000 / WHOLE;
    }
}
