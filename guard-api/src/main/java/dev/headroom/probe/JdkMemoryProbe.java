package dev.headroom.probe;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The size of the machine or container, as the JDK sees it. Read once: {@code getTotalMemorySize} takes about 35 µs and 56 KB. Resident
 * memory is unknown, as the JDK does not tell it.
 */
final class JdkMemoryProbe implements MemoryProbe {
    private static final String NOT_TOLD = "the JDK does not tell it";

    private final long physicalBytes;

    JdkMemoryProbe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        physicalBytes = system == null ? 0 : system.getTotalMemorySize();
    }

    @Override
    public void readFast(MemoryReading into) {
        readDetailed(into);
    }

    @Override
    public void readDetailed(MemoryReading into) {
        into.resident().setUnknown(NOT_TOLD);
        into.peakResident().setUnknown(NOT_TOLD);
        into.workingSet().setUnknown(NOT_TOLD);
        into.sharedMemory().setUnknown(NOT_TOLD);
        into.setDomainCount(1);
        MemoryDomain machine = into.domain(0);
        machine.setName("physical memory");
        machine.usage().setUnknown(NOT_TOLD);
        machine.workingSet().setUnknown(NOT_TOLD);
        machine.available().setUnknown(NOT_TOLD);
        if (physicalBytes > 0) {
            machine.limit().set(physicalBytes);
        } else {
            machine.limit().setUnknown(NOT_TOLD);
        }
    }

    @Override
    public String source() {
        return "OperatingSystemMXBean.getTotalMemorySize";
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
