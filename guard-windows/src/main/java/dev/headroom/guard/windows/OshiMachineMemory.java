package dev.headroom.guard.windows;

import dev.headroom.probe.MemoryDomain;
import oshi.SystemInfo;
import oshi.hardware.GlobalMemory;

/** The machine's memory in bytes as OSHI tells it (GetPerformanceInfo); OSHI keeps it for 300 ms, 0.2 µs within them. */
final class OshiMachineMemory {
    private final GlobalMemory memory;
    private final long physicalBytes;

    private OshiMachineMemory(GlobalMemory memory) {
        this.memory = memory;
        physicalBytes = memory.getTotal();
    }

    static OshiMachineMemory open() {
        return new OshiMachineMemory(new SystemInfo().getHardware().getMemory());
    }

    long physicalBytes() {
        return physicalBytes;
    }

    void read(MemoryDomain into) {
        long available = memory.getAvailable();
        into.limit().set(physicalBytes);
        into.available().set(available);
        into.usage().set(Math.max(0, physicalBytes - available));
    }
}
