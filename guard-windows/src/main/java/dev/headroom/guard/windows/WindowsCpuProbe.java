package dev.headroom.guard.windows;

import com.sun.management.OperatingSystemMXBean;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * CPU time of the process (the JDK's, GetProcessTimes, about 0.5 µs) and of the machine (GetSystemTimes), in nanoseconds, and the hard limit
 * of the job that the process is in. Never blocks.
 */
final class WindowsCpuProbe implements CpuProbe {
    private static final String NOT_COUNTED = "Windows does not count it";

    private final @Nullable OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final KernelCalls kernel;

    WindowsCpuProbe(KernelCalls kernel) {
        this.kernel = kernel;
    }

    @Override
    public void readFast(CpuReading into) {
        long nanos = system == null ? -1 : system.getProcessCpuTime();
        if (nanos < 0) {
            into.processTime().setUnknown("this JVM does not tell it");
        } else {
            into.processTime().set(nanos);
        }
    }

    @Override
    public void readDetailed(CpuReading into) {
        readFast(into);
        ByteBuffer times = kernel.systemTimes();
        if (times == null) {
            into.hostBusyTime().setUnknown("GetSystemTimes failed");
            into.hostTotalTime().setUnknown("GetSystemTimes failed");
        } else {
            into.hostBusyTime().set(SystemTimes.busyNanos(times));
            into.hostTotalTime().set(SystemTimes.totalNanos(times));
        }
        into.hostStolenTime().setUnknown(NOT_COUNTED);
        into.throttledTime().setUnknown(NOT_COUNTED);
        into.stalledTime().setUnknown(NOT_COUNTED);
        int processors = Runtime.getRuntime().availableProcessors();
        into.processors().set(processors);
        ByteBuffer control = kernel.jobCpuRate();
        long quota = control == null ? JobCpuRate.NONE : JobCpuRate.quotaMillis(control, processors);
        if (quota == JobCpuRate.NONE) {
            into.quotaMillis().setUnlimited();
        } else {
            into.quotaMillis().set(quota);
        }
    }

    @Override
    public String source() {
        return "getProcessCpuTime, GetSystemTimes, QueryInformationJobObject";
    }

    @Override
    public void close() {
        kernel.close();
    }
}
