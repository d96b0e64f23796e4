package dev.headroom.guard.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.headroom.probe.Candidate;
import dev.headroom.probe.CpuProbe;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
    private static final int ROUNDS = 2_000;

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

    @Test
    void readingAllocatesNothing() {
        MemoryReading memory = new MemoryReading();
        CpuReading cpu = new CpuReading();
        try (MemoryProbe memoryProbe = new LinuxProbeProvider().openMemoryProbe();
                CpuProbe cpuProbe = new LinuxProbeProvider().openCpuProbe()) {
            memoryProbe.readDetailed(memory);
            cpuProbe.readDetailed(cpu);

            assertThat(allocatedPerRound(() -> memoryProbe.readFast(memory))).isZero();
            assertThat(allocatedPerRound(() -> memoryProbe.readDetailed(memory)))
                    .isZero();
            assertThat(allocatedPerRound(() -> cpuProbe.readFast(cpu))).isZero();
            assertThat(allocatedPerRound(() -> cpuProbe.readDetailed(cpu))).isZero();
        }
    }

    private static long allocatedPerRound(Runnable reading) {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long self = Thread.currentThread().getId();
        for (int i = 0; i < ROUNDS; i++) {
            reading.run();
        }
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < ROUNDS; i++) {
            reading.run();
        }
        return (threads.getThreadAllocatedBytes(self) - before) / ROUNDS;
    }

    @Test
    void anInterruptedThreadStillReads() {
        MemoryReading reading = new MemoryReading();
        try (MemoryProbe probe = new LinuxProbeProvider().openMemoryProbe()) {
            Thread.currentThread().interrupt();
            probe.readDetailed(reading);
            assertThat(reading.resident().isValue()).isTrue();
            probe.readFast(reading);
            assertThat(reading.resident().isValue()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
