package dev.headroom.guard.testkit;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.ProbeProvider;
import dev.headroom.probe.ProbeSelection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The JDK's own provider, which is there where no other is. */
@Tag("guard")
class JdkProbesContractTest {
    private static ProbeProvider jdk() {
        return ProbeSelection.of(List.of()).provider();
    }

    @Nested
    class Provider extends ProbeProviderContract {
        @Override
        protected ProbeProvider provider() {
            return jdk();
        }

        @Override
        protected boolean registered() {
            return false;
        }
    }

    @Nested
    class Memory extends MemoryProbeContract {
        @Override
        protected MemoryProbe open() {
            return jdk().openMemoryProbe();
        }

        @Override
        protected boolean knowsResident() {
            return false;
        }
    }

    @Nested
    class Disk extends DiskProbeContract {
        @Override
        protected DiskProbe open(Path path) {
            return jdk().openDiskProbe(path);
        }
    }

    @Nested
    class Cpu extends CpuProbeContract {
        @Override
        protected CpuProbe open() {
            return jdk().openCpuProbe();
        }

        @Override
        protected boolean knowsHostTime() {
            return false;
        }
    }
}
