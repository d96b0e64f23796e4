package dev.headroom.probe;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/**
 * The CPU time of the process: {@code getProcessCpuTime}, about 0.5 µs, nothing allocated. The load of the machine is unknown:
 * {@code getCpuLoad} would take about 55 µs and 103 KB.
 */
final class JdkCpuProbe implements CpuProbe {
    private static final String TOO_DEAR = "the JDK tells it only at too high a cost";

    private final @Nullable OperatingSystemMXBean system =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

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
        into.hostBusyTime().setUnknown(TOO_DEAR);
        into.hostStolenTime().setUnknown(TOO_DEAR);
        into.hostTotalTime().setUnknown(TOO_DEAR);
        into.throttledTime().setUnknown(TOO_DEAR);
        into.stalledTime().setUnknown(TOO_DEAR);
        into.quotaMillis().setUnknown("the JDK has it in the number of processors");
        into.processors().set(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public String source() {
        return "OperatingSystemMXBean.getProcessCpuTime, Runtime.availableProcessors";
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
