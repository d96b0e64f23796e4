package dev.headroom.guard.windows;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the probes make, each into a little-endian buffer that the caller reads at once and the next call overwrites. Used by one
 * thread at a time; never blocks; allocates nothing.
 */
interface KernelCalls extends AutoCloseable {
    /** PROCESS_MEMORY_COUNTERS_EX of this process; null if the call failed. */
    @Nullable
    ByteBuffer processMemory();

    /** The three FILETIMEs of GetSystemTimes: idle, kernel (idle included), user; null if the call failed. */
    @Nullable
    ByteBuffer systemTimes();

    /** JOBOBJECT_EXTENDED_LIMIT_INFORMATION of this process's job; null if it is in none, or the call failed. */
    @Nullable
    ByteBuffer jobLimits();

    /** JOBOBJECT_CPU_RATE_CONTROL_INFORMATION of this process's job; null if it is in none, or the call failed. */
    @Nullable
    ByteBuffer jobCpuRate();

    @Override
    void close();
}
