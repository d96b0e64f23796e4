package dev.headroom.guard.macos;

import dev.headroom.guard.testkit.CpuProbeContract;
import dev.headroom.guard.testkit.MemoryProbeContract;
import dev.headroom.guard.testkit.ProbeProviderContract;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("guard")
class MacosProbesContractTest {
    /** What an update of OSHI's process costs on Linux, and then some. */
    private static final long OSHI_ALLOCATES = 400_000;

    @Nested
    class Provider extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return new MacosProbeProvider();
        }

        @Override
        protected boolean appliesHere() {
            return OS.MAC.isCurrentOs();
        }
    }

    @Nested
    @EnabledOnOs({OS.LINUX, OS.MAC})
    class OshiMemory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return OshiMemoryProbe.open();
        }

        @Override
        protected long allocatedByAReading() {
            return OSHI_ALLOCATES;
        }
    }

    @Nested
    @EnabledOnOs({OS.LINUX, OS.MAC})
    class OshiCpu extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            return OshiCpuProbe.open();
        }

        @Override
        protected long allocatedByAReading() {
            return OSHI_ALLOCATES;
        }
    }

    @Nested
    @EnabledOnOs({OS.LINUX, OS.MAC})
    class PsMemory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return PsMemoryProbe.of(Path.of("/bin/ps"), TimeSource.system());
        }

        @Override
        protected long allocatedByAReading() {
            return OSHI_ALLOCATES;
        }
    }

    @Nested
    @EnabledOnOs(OS.LINUX)
    class TopOfAnotherSystem extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            return TopCpuProbe.of(Path.of("/usr/bin/top"), TimeSource.system());
        }

        @Override
        protected boolean knowsHostTime() {
            return false;
        }

        @Override
        protected long allocatedByAReading() {
            return OSHI_ALLOCATES;
        }
    }
}
