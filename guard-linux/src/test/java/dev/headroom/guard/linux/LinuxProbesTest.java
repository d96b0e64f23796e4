package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.Candidate;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
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

/** The probes read this machine. */
@Tag("guard")
@EnabledOnOs(OS.LINUX)
class LinuxProbesTest {
    @Test
    void theProviderIsFoundAndTaken() {
        ProbeSelection selection = ProbeSelection.load();

        assertThat(selection.provider().name()).isEqualTo("linux");
        assertThat(selection.candidates())
                .extracting(Candidate::verdict)
                .containsExactly(Candidate.Verdict.TAKEN, Candidate.Verdict.OUTRANKED);
    }

    @Test
    void residentMemoryAgreesWithProcStatus() throws IOException {
        MemoryReading reading = new MemoryReading();
        try (MemoryProbe probe = new LinuxProbeProvider().openMemoryProbe()) {
            probe.readDetailed(reading);
        }

        long statusBytes = status("VmRSS:");
        assertThat(reading.resident().value()).isCloseTo(statusBytes, Percentage.withPercentage(10));
        assertThat(reading.workingSet().value())
                .isCloseTo(status("RssAnon:") + status("RssShmem:"), Percentage.withPercentage(10));
        assertThat(reading.peakResident().value()).isCloseTo(status("VmHWM:"), Percentage.withPercentage(10));
        assertThat(reading.domain(0).limit().value()).isPositive();
    }

    private static long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    @Test
    void cpuTimesGrowAndFitTogether() {
        CpuReading reading = new CpuReading();
        try (CpuProbe probe = new LinuxProbeProvider().openCpuProbe()) {
            probe.readDetailed(reading);
        }

        assertThat(reading.processTime().value()).isPositive();
        assertThat(reading.processors().value()).isBetween(1L, 100_000L);
        assertThat(reading.hostTotalTime().value())
                .isGreaterThan(reading.hostBusyTime().value()
                        + reading.hostStolenTime().value());
    }
}
