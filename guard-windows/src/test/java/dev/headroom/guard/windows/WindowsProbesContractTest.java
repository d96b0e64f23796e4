package dev.headroom.guard.windows;

import dev.headroom.guard.testkit.CpuProbeContract;
import dev.headroom.guard.testkit.MemoryProbeContract;
import dev.headroom.guard.testkit.ProbeProviderContract;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("guard")
class WindowsProbesContractTest {
    /** What an update of OSHI's process costs on Linux, and then some. */
    private static final long OSHI_ALLOCATES = 400_000;
    /** OSHI's memory of the machine, once in 300 ms. */
    private static final long MEMOISED_ALLOCATES = 100;

    @Nested
    class Provider extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return new WindowsProbeProvider();
        }

        @Override
        protected boolean appliesHere() {
            return OS.WINDOWS.isCurrentOs();
        }
    }

    /** The probe as it is on Windows, over structures as kernel32 fills them. */
    @Nested
    @EnabledOnOs({OS.LINUX, OS.WINDOWS})
    class RecordedMemory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return WindowsMemoryProbe.ofKernel(new RecordedCalls(), OshiMachineMemory.open());
        }

        @Override
        protected long allocatedByAReading() {
            return MEMOISED_ALLOCATES;
        }
    }

    @Nested
    class RecordedCpu extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            RecordedCalls calls = new RecordedCalls();
            calls.times(700, 900, 100);
            return new WindowsCpuProbe(calls);
        }
    }

    @Nested
    @EnabledOnOs({OS.LINUX, OS.WINDOWS})
    class OshiMemory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return WindowsMemoryProbe.ofOshi(OshiProcessMemory.open(), OshiMachineMemory.open());
        }

        @Override
        protected long allocatedByAReading() {
            return OSHI_ALLOCATES;
        }
    }

    /** The calls themselves. */
    @Nested
    @EnabledOnOs(OS.WINDOWS)
    class KernelMemory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return new WindowsProbeProvider().openMemoryProbe();
        }

        @Override
        protected long allocatedByAReading() {
            return MEMOISED_ALLOCATES;
        }
    }

    @Nested
    @EnabledOnOs(OS.WINDOWS)
    class KernelCpu extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            return new WindowsProbeProvider().openCpuProbe();
        }
    }
}
