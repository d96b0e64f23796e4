package dev.headroom.guard.macos;

import com.sun.management.OperatingSystemMXBean;
import dev.headroom.probe.CpuReading;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** What the JDK tells of CPUs: the time of the process and the number of CPUs. macOS limits no process to less. */
final class ProcessCpu {
    static final String SOURCE = "getProcessCpuTime";

    private static final String NOT_COUNTED = "macOS does not count it";

    private final @Nullable OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    void readFast(CpuReading into) {
        long nanos = system == null ? -1 : system.getProcessCpuTime();
        if (nanos < 0) {
            into.processTime().setUnknown("this JVM does not tell it");
        } else {
            into.processTime().set(nanos);
        }
    }

    void readDetailed(CpuReading into) {
        readFast(into);
        into.quotaMillis().setUnlimited();
        into.throttledTime().setUnknown(NOT_COUNTED);
        into.stalledTime().setUnknown(NOT_COUNTED);
        into.processors().set(Runtime.getRuntime().availableProcessors());
    }

    static void setHostUnknown(CpuReading into, String reason) {
        into.hostBusyTime().setUnknown(reason);
        into.hostStolenTime().setUnknown(reason);
        into.hostTotalTime().setUnknown(reason);
    }
}
