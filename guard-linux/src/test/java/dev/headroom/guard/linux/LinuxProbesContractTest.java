package dev.headroom.guard.linux;

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
class LinuxProbesContractTest {
    @Nested
    class Provider extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return new LinuxProbeProvider();
        }

        @Override
        protected boolean appliesHere() {
            return OS.LINUX.isCurrentOs();
        }
    }

    @Nested
    @EnabledOnOs(OS.LINUX)
    class Memory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return new LinuxProbeProvider().openMemoryProbe();
        }
    }

    @Nested
    @EnabledOnOs(OS.LINUX)
    class Cpu extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            return new LinuxProbeProvider().openCpuProbe();
        }
    }
}
