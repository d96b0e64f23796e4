package dev.headroom.guard.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Structures as kernel32 fills them, of which a test sets the fields. */
final class RecordedCalls implements KernelCalls {
    static final long MB = 1L << 20;

    private @Nullable ByteBuffer memory = structure(ProcessMemoryCounters.BYTES)
            .putInt(0, ProcessMemoryCounters.BYTES)
            .putInt(4, 98_765)
            .putLong(8, 300 * MB)
            .putLong(16, 200 * MB)
            .putLong(24, 1)
            .putLong(32, 2)
            .putLong(40, 3)
            .putLong(48, 4)
            .putLong(56, 150 * MB)
            .putLong(64, 170 * MB)
            .putLong(72, 150 * MB);
    private @Nullable ByteBuffer times = structure(SystemTimes.BYTES);
    private @Nullable ByteBuffer limits;
    private @Nullable ByteBuffer cpuRate;

    private static ByteBuffer structure(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    void failing() {
        memory = null;
        times = null;
    }

    void times(long idle, long kernel, long user) {
        times = structure(SystemTimes.BYTES).putLong(0, idle).putLong(8, kernel).putLong(16, user);
    }

    void jobLimits(int flags, long process, long job) {
        limits = structure(JobLimits.BYTES)
                .putInt(16, flags)
                .putLong(112, process)
                .putLong(120, job);
    }

    void jobCpuRate(int flags, int rate) {
        cpuRate = structure(JobCpuRate.BYTES).putInt(0, flags).putInt(4, rate);
    }

    @Override
    public @Nullable ByteBuffer processMemory() {
        return memory;
    }

    @Override
    public @Nullable ByteBuffer systemTimes() {
        return times;
    }

    @Override
    public @Nullable ByteBuffer jobLimits() {
        return limits;
    }

    @Override
    public @Nullable ByteBuffer jobCpuRate() {
        return cpuRate;
    }

    @Override
    public void close() {}
}
