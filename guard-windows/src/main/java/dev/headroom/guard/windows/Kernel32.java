package dev.headroom.guard.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The calls of kernel32, mapped directly, which costs about 0.2 µs each and allocates nothing. Loads on other systems, where it cannot be
 * {@linkplain #open opened}.
 */
final class Kernel32 implements KernelCalls {
    private static final int FILETIME_BYTES = 8;
    /** JOBOBJECTINFOCLASS. */
    private static final int EXTENDED_LIMITS = 9;

    private static final int CPU_RATE_CONTROL = 15;

    private final Pointer process;
    private final Structure memory = new Structure(ProcessMemoryCounters.BYTES);
    private final Structure times = new Structure(SystemTimes.BYTES);
    private final Structure limits = new Structure(JobLimits.BYTES);
    private final Structure cpuRate = new Structure(JobCpuRate.BYTES);
    private final Pointer idle = times.block.share(0);
    private final Pointer kernel = times.block.share(FILETIME_BYTES);
    private final Pointer user = times.block.share(2L * FILETIME_BYTES);
    private boolean closed;

    private Kernel32() {
        process = Calls.GetCurrentProcess();
    }

    /** Throws {@link UnsatisfiedLinkError} where there is no kernel32, and another LinkageError where there is no JNA. */
    static Kernel32 open() {
        if (Native.POINTER_SIZE != Long.BYTES) {
            throw new UnsupportedOperationException("the JVM is not a 64-bit one");
        }
        return new Kernel32();
    }

    @Override
    public @Nullable ByteBuffer processMemory() {
        if (closed) {
            return null;
        }
        // The structure begins with its size.
        memory.bytes.putInt(0, ProcessMemoryCounters.BYTES);
        return Calls.K32GetProcessMemoryInfo(process, memory.block, ProcessMemoryCounters.BYTES) ? memory.bytes : null;
    }

    @Override
    public @Nullable ByteBuffer systemTimes() {
        return !closed && Calls.GetSystemTimes(idle, kernel, user) ? times.bytes : null;
    }

    @Override
    public @Nullable ByteBuffer jobLimits() {
        return job(EXTENDED_LIMITS, limits);
    }

    @Override
    public @Nullable ByteBuffer jobCpuRate() {
        return job(CPU_RATE_CONTROL, cpuRate);
    }

    /** No handle means the job that this process is in. */
    private @Nullable ByteBuffer job(int kind, Structure into) {
        return !closed
                        && Calls.QueryInformationJobObject(
                                Pointer.NULL, kind, into.block, into.bytes.capacity(), Pointer.NULL)
                ? into.bytes
                : null;
    }

    @Override
    public void close() {
        closed = true;
        memory.block.close();
        times.block.close();
        limits.block.close();
        cpuRate.block.close();
    }

    /** Native memory, and a view of it. */
    private static final class Structure {
        private final Memory block;
        private final ByteBuffer bytes;

        Structure(int size) {
            block = new Memory(size);
            block.clear();
            bytes = block.getByteBuffer(0, size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Bound when it is first used, so that the outer class can be looked at anywhere. */
    private static final class Calls {
        static {
            Native.register(Calls.class, NativeLibrary.getInstance("kernel32"));
        }

        private Calls() {}

        static native Pointer GetCurrentProcess();

        static native boolean K32GetProcessMemoryInfo(Pointer process, Pointer counters, int size);

        static native boolean GetSystemTimes(Pointer idle, Pointer kernel, Pointer user);

        static native boolean QueryInformationJobObject(
                @Nullable Pointer job, int kind, Pointer into, int size, @Nullable Pointer returnedLength);
    }
}
