package dev.headroom.guard.windows;

import dev.headroom.probe.Availability;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Memory and CPUs through kernel32 and OSHI. The space of disks is left to the JDK, which asks GetDiskFreeSpaceExW, quotas of the user
 * included.
 */
public final class WindowsProbeProvider implements ProbeProvider {
    private final String operatingSystem;

    /** Made by {@link java.util.ServiceLoader}. */
    public WindowsProbeProvider() {
        this(System.getProperty("os.name", "unknown"));
    }

    WindowsProbeProvider(String operatingSystem) {
        this.operatingSystem = operatingSystem;
    }

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public int priority() {
        return PRIORITY_SYSTEM;
    }

    /** Answers from the system's name alone where it is not Windows; loads OSHI and JNA, and reads once, where it is. */
    @Override
    public Availability availability() {
        if (!operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return Availability.notApplicable("it is made for Windows, and this is " + operatingSystem);
        }
        String oshiFailure = oshiFailure();
        if (oshiFailure != null) {
            return Availability.broken("OSHI cannot be used: " + oshiFailure);
        }
        String kernelFailure = kernelFailure();
        return Availability.available(
                kernelFailure == null
                        ? "kernel32 and OSHI"
                        : "OSHI; the load of the machine is unknown, as kernel32 cannot be called: " + kernelFailure);
    }

    private static @Nullable String oshiFailure() {
        try {
            return OshiProcessMemory.failure();
        } catch (LinkageError | RuntimeException e) {
            return e.toString();
        }
    }

    private static @Nullable String kernelFailure() {
        try (Kernel32 kernel = Kernel32.open()) {
            return ProcessMemoryCounters.isKnown(kernel.processMemory()) ? null : "GetProcessMemoryInfo failed";
        } catch (LinkageError | RuntimeException e) {
            return e.toString();
        }
    }

    @Override
    public MemoryProbe openMemoryProbe() {
        return kernelFailure() == null
                ? WindowsMemoryProbe.ofKernel(Kernel32.open(), OshiMachineMemory.open())
                : WindowsMemoryProbe.ofOshi(OshiProcessMemory.open(), OshiMachineMemory.open());
    }

    @Override
    public CpuProbe openCpuProbe() {
        if (kernelFailure() != null) {
            throw new UnsupportedOperationException("kernel32 cannot be called");
        }
        return new WindowsCpuProbe(Kernel32.open());
    }
}
