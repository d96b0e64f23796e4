package dev.headroom.guard.windows;

import static dev.headroom.guard.windows.RecordedCalls.MB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.probe.CpuReading;
import dev.headroom.probe.MemoryProbe;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The structures of kernel32, and OSHI for real. */
@Tag("guard")
@EnabledOnOs({OS.LINUX, OS.WINDOWS})
class WindowsProbesTest {
    private static final Percentage CLOSE = Percentage.withPercentage(10);

    private final RecordedCalls calls = new RecordedCalls();
    private final MemoryReading memory = new MemoryReading();
    private final CpuReading cpu = new CpuReading();

    private void readMemory() {
        try (MemoryProbe probe = WindowsMemoryProbe.ofKernel(calls, OshiMachineMemory.open())) {
            probe.readDetailed(memory);
            probe.readFast(memory);
        }
    }

    private void readCpu() {
        try (WindowsCpuProbe probe = new WindowsCpuProbe(calls)) {
            probe.readDetailed(cpu);
        }
    }

    @Test
    void workingSetAndPrivateBytes() {
        readMemory();

        assertThat(memory.resident().value()).isEqualTo(200 * MB);
        assertThat(memory.peakResident().value()).isEqualTo(300 * MB);
        assertThat(memory.workingSet().value()).isEqualTo(150 * MB);
        assertThat(memory.domainCount()).isEqualTo(1);
        assertThat(memory.domain(0).name()).isEqualTo("physical memory");
        assertThat(memory.domain(0).workingSet().value()).isEqualTo(150 * MB);
        assertThat(memory.domain(0).available().value())
                .isLessThanOrEqualTo(memory.domain(0).limit().value());
    }

    @Test
    void aCallThatFailsIsUnknownAndNotZero() {
        calls.failing();
        readMemory();
        readCpu();

        assertThat(memory.resident()).hasToString("unknown (GetProcessMemoryInfo failed)");
        assertThat(memory.workingSet().isUnknown()).isTrue();
        assertThat(memory.domain(0).workingSet().isUnknown()).isTrue();
        assertThat(memory.domain(0).limit().isValue()).isTrue();
        assertThat(cpu.hostTotalTime()).hasToString("unknown (GetSystemTimes failed)");
    }

    @ParameterizedTest
    @CsvSource({
        "0x100, 512, 4096, 512",
        "0x200, 512, 4096, 4096",
        "0x300, 512, 4096, 512",
        "0x2308, 5000, 4096, 4096",
        "0x2000, 512, 4096, -1",
        "0, 512, 4096, -1",
    })
    void theLimitOfAJobIsADomain(String flags, long processMb, long jobMb, long limitMb) {
        calls.jobLimits(Integer.decode(flags), processMb * MB, jobMb * MB);
        readMemory();

        assertThat(memory.domainCount()).isEqualTo(limitMb < 0 ? 1 : 2);
        if (limitMb >= 0) {
            assertThat(memory.domain(1).name()).isEqualTo("job object");
            assertThat(memory.domain(1).limit().value()).isEqualTo(limitMb * MB);
            assertThat(memory.domain(1).workingSet().value()).isEqualTo(150 * MB);
        }
    }

    /** Kernel time has the idle time in it. */
    @Test
    void systemTimesAreUnitsOf100Nanoseconds() {
        calls.times(700, 900, 100);
        readCpu();

        assertThat(cpu.hostTotalTime().value()).isEqualTo(100_000);
        assertThat(cpu.hostBusyTime().value()).isEqualTo(30_000);
        assertThat(cpu.hostStolenTime().isUnknown()).isTrue();
        assertThat(cpu.processTime().value()).isPositive();
        assertThat(cpu.quotaMillis().isUnlimited()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // enabled and hard, half of all CPUs
        "0x5, 5000, 500",
        // a minimum of 10 % and a maximum of 25 %
        "0x11, 163841000, 250",
        // enabled, but soft
        "0x1, 5000, -1",
        // by weight
        "0x3, 5, -1",
        // switched off
        "0x4, 5000, -1",
        "0x5, 0, -1",
    })
    void theHardRateOfAJobIsAQuota(String flags, int rate, long millisOfEachCpu) {
        calls.jobCpuRate(Integer.decode(flags), rate);
        readCpu();

        if (millisOfEachCpu < 0) {
            assertThat(cpu.quotaMillis().isUnlimited()).isTrue();
        } else {
            assertThat(cpu.quotaMillis().value())
                    .isEqualTo(millisOfEachCpu * cpu.processors().value());
        }
    }

    /** Where kernel32 cannot be called, OSHI tells the process's memory; on Linux it tells what the probe of Linux tells. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void oshiAgreesWithTheKernel() {
        ProbeSelection linux = ProbeSelection.load();
        assertThat(linux.provider().name()).isEqualTo("linux");
        MemoryReading kernel = new MemoryReading();
        try (MemoryProbe oshiProbe = WindowsMemoryProbe.ofOshi(OshiProcessMemory.open(), OshiMachineMemory.open());
                MemoryProbe kernelProbe = linux.openMemoryProbe()) {
            oshiProbe.readDetailed(memory);
            kernelProbe.readDetailed(kernel);
        }

        assertThat(memory.resident().value()).isCloseTo(kernel.resident().value(), CLOSE);
        assertThat(memory.workingSet().value()).isCloseTo(kernel.workingSet().value(), CLOSE);
        assertThat(memory.domain(0).limit().value())
                .isEqualTo(kernel.domain(0).limit().value());
        assertThat(memory.domain(0).available().value())
                .isCloseTo(kernel.domain(0).available().value(), CLOSE);
    }
}
