package dev.headroom.guard.macos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import oshi.SystemInfo;
import oshi.software.os.OSFileStore;

/** OSHI's readers run for real on Linux, and tell what the probe of Linux tells, which reads other files in another way. */
@Tag("guard")
@EnabledOnOs(OS.LINUX)
class OshiProbesTest {
    private static final Percentage CLOSE = Percentage.withPercentage(10);

    private final ProbeSelection linux = ProbeSelection.load();

    @Test
    void memoryAgrees() {
        assertThat(linux.provider().name()).isEqualTo("linux");
        MemoryReading oshi = new MemoryReading();
        MemoryReading kernel = new MemoryReading();
        try (MemoryProbe oshiProbe = OshiMemoryProbe.open();
                MemoryProbe kernelProbe = linux.openMemoryProbe()) {
            oshiProbe.readDetailed(oshi);
            kernelProbe.readDetailed(kernel);
        }

        assertThat(oshi.resident().value()).isCloseTo(kernel.resident().value(), CLOSE);
        assertThat(oshi.workingSet().value()).isCloseTo(kernel.workingSet().value(), CLOSE);
        assertThat(oshi.domain(0).limit().value())
                .isEqualTo(kernel.domain(0).limit().value());
        assertThat(oshi.domain(0).available().value())
                .isCloseTo(kernel.domain(0).available().value(), CLOSE);
    }

    @Test
    void cpuTimesAgree() {
        CpuReading oshi = new CpuReading();
        CpuReading kernel = new CpuReading();
        try (CpuProbe oshiProbe = OshiCpuProbe.open();
                CpuProbe kernelProbe = linux.openCpuProbe()) {
            oshiProbe.readDetailed(oshi);
            kernelProbe.readDetailed(kernel);
        }

        assertThat(oshi.hostTotalTime().value())
                .isCloseTo(kernel.hostTotalTime().value(), CLOSE);
        assertThat(oshi.hostBusyTime().value()).isCloseTo(kernel.hostBusyTime().value(), CLOSE);
        assertThat(oshi.processTime().value()).isCloseTo(kernel.processTime().value(), CLOSE);
        var process = new SystemInfo().getOperatingSystem().getCurrentProcess();
        assertThat((process.getKernelTime() + process.getUserTime()) * 1_000_000)
                .isCloseTo(kernel.processTime().value(), Percentage.withPercentage(25));
    }

    /** Disks are left to the JDK; OSHI agrees with it. */
    @Test
    void usableSpaceAgrees() throws IOException {
        String root = Files.getFileStore(Path.of("/")).name();
        DiskReading disk = new DiskReading();
        try (DiskProbe probe = linux.openDiskProbe(Path.of("/"))) {
            probe.readDetailed(disk);
        }

        assertThat(new SystemInfo()
                        .getOperatingSystem().getFileSystem().getFileStores(true).stream()
                                .filter(store -> store.getMount().equals("/"))
                                .map(OSFileStore::getUsableSpace))
                .as(root)
                .allSatisfy(usable -> assertThat(usable).isCloseTo(disk.usable().value(), CLOSE));
    }
}
