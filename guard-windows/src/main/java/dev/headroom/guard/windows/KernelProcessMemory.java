package dev.headroom.guard.windows;

import dev.headroom.probe.MemoryReading;
import java.nio.ByteBuffer;

/** GetProcessMemoryInfo: working set and private bytes. */
final class KernelProcessMemory implements ProcessMemory {
    private static final String FAILED = "GetProcessMemoryInfo failed";

    private final KernelCalls kernel;

    KernelProcessMemory(KernelCalls kernel) {
        this.kernel = kernel;
    }

    @Override
    public void read(MemoryReading into) {
        ByteBuffer counters = kernel.processMemory();
        if (counters == null || !ProcessMemoryCounters.isKnown(counters)) {
            into.resident().setUnknown(FAILED);
            into.peakResident().setUnknown(FAILED);
            into.workingSet().setUnknown(FAILED);
            return;
        }
        into.resident().set(ProcessMemoryCounters.workingSet(counters));
        into.peakResident().set(ProcessMemoryCounters.peakWorkingSet(counters));
        into.workingSet().set(ProcessMemoryCounters.privateBytes(counters));
    }

    @Override
    public String source() {
        return "GetProcessMemoryInfo";
    }

    @Override
    public void close() {
        // The probe closes the calls.
    }
}
