package dev.headroom.guard.windows;

import dev.headroom.probe.MemoryReading;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.software.os.OSProcess;

/** The memory of this process as OSHI tells it; dear, and only read where kernel32 cannot be called. */
final class OshiProcessMemory implements ProcessMemory {
    private static final String NOT_READ = "OSHI could not read this process";

    private final OSProcess process;

    private OshiProcessMemory(OSProcess process) {
        this.process = process;
    }

    static OshiProcessMemory open() {
        return new OshiProcessMemory(new SystemInfo().getOperatingSystem().getCurrentProcess());
    }

    /** Reads once and returns what is wrong with the result; null if nothing is. Throws what OSHI and JNA throw. */
    static @Nullable String failure() {
        if (OshiMachineMemory.open().physicalBytes() <= 0) {
            return "it does not tell the size of the memory";
        }
        return open().process.getResidentMemory() > 0 ? null : NOT_READ;
    }

    @Override
    public void read(MemoryReading into) {
        long resident = process.updateAttributes() ? process.getResidentMemory() : 0;
        if (resident > 0) {
            into.resident().set(resident);
            into.workingSet().set(process.getPrivateResidentMemory());
        } else {
            into.resident().setUnknown(NOT_READ);
            into.workingSet().setUnknown(NOT_READ);
        }
        into.peakResident().setUnknown("OSHI does not tell it");
    }

    @Override
    public String source() {
        return "OSHI's process information";
    }

    @Override
    public void close() {
        // OSHI holds nothing that could be given back.
    }
}
