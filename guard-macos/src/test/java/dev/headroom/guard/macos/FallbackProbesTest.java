package dev.headroom.guard.macos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.guard.testkit.ManualTime;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The probes that run commands: ps for real, and scripts in the place of both. */
@Tag("guard")
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class FallbackProbesTest {
    private static final Path PS = Path.of("/bin/ps");

    @TempDir
    Path directory;

    private final ManualTime time = new ManualTime();
    private final MemoryReading memory = new MemoryReading();
    private final CpuReading cpu = new CpuReading();
    private PsMemoryProbe probe;

    private Path script(String text) throws IOException {
        Path script = Files.writeString(directory.resolve("script"), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @BeforeEach
    void noProbeYet() {
        probe = null;
    }

    @AfterEach
    void close() {
        if (probe != null) {
            probe.close();
        }
    }

    private void open(String text) throws IOException {
        probe = PsMemoryProbe.of(script(text), time);
        probe.readDetailed(memory);
    }

    /** A script has ended once a reading has its result; the clock stands still meanwhile. */
    private void readUntil(String expected) throws InterruptedException {
        probe.readFast(memory);
        while (!memory.resident().toString().equals(expected)) {
            Thread.sleep(5);
            probe.readFast(memory);
        }
    }

    @Test
    void psAgreesWithTheKernel() throws IOException {
        assumeTrue(Files.isExecutable(PS) && Files.isReadable(Path.of("/proc/self/status")));
        probe = PsMemoryProbe.of(PS, TimeSource.system());

        probe.readDetailed(memory);

        long resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
        assertThat(memory.resident().value()).isCloseTo(resident, Percentage.withPercentage(10));
        assertThat(memory.workingSet().value()).isEqualTo(memory.resident().value());
        assertThat(memory.domain(0).limit().value()).isGreaterThan(resident);
    }

    @Test
    void theCommandRunsOnceInAnInterval() throws Exception {
        open("echo x >> " + directory.resolve("runs") + "; wc -l < " + directory.resolve("runs"));
        assertThat(memory.resident().value()).isEqualTo(1024);

        probe.readFast(memory);
        time.advance(PsMemoryProbe.INTERVAL.minusMillis(1));
        probe.readDetailed(memory);
        assertThat(directory.resolve("runs")).hasContent("x");

        time.advance(Duration.ofMillis(1));
        readUntil("2048");
        assertThat(directory.resolve("runs")).hasContent("x\nx");
    }

    @Test
    void aNumberWithoutItsLineEndIsUnknown() throws IOException {
        open("printf 40");
        assertThat(memory.resident()).hasToString("unknown (the output of ps is not understood)");
        assertThat(memory.workingSet().isUnknown()).isTrue();
    }

    @Test
    void aFailureIsUnknown() throws IOException {
        open("echo 4080; exit 1");
        assertThat(memory.resident().reason()).endsWith("script failed with exit code 1");
    }

    @Test
    void aCommandThatIsNotThereIsUnknown() {
        probe = PsMemoryProbe.of(directory.resolve("absent"), time);
        probe.readDetailed(memory);
        assertThat(memory.resident().reason()).endsWith("absent cannot be run");
    }

    @Test
    void aCommandThatHangsIsLeftAndStoppedAndTriedAgain() throws Exception {
        Path first = directory.resolve("first");
        open("if mkdir " + first + " 2>/dev/null; then exec sleep 600; fi; echo 77");
        assertThat(memory.resident()).hasToString("unknown (the command has not answered yet)");

        time.advance(PsMemoryProbe.INTERVAL.multipliedBy(3));
        readUntil(Long.toString(77 * 1024));
    }

    @Test
    void whatIsTooOldIsUnknown() throws IOException {
        open("if mkdir " + directory.resolve("first") + " 2>/dev/null; then echo 77; else exec sleep 600; fi");
        assertThat(memory.resident().value()).isEqualTo(77 * 1024);

        time.advance(PsMemoryProbe.INTERVAL);
        probe.readFast(memory);
        assertThat(memory.resident().value()).isEqualTo(77 * 1024);
        time.advance(PsMemoryProbe.INTERVAL.multipliedBy(3));
        probe.readFast(memory);
        assertThat(memory.resident().reason()).endsWith("script does not answer");
    }

    @Test
    void sharesOfTopBecomeCounters() throws IOException {
        Path top = script("cat <<'END'\n" + TopOutputTest.recorded() + "END");
        try (TopCpuProbe topProbe =
                new TopCpuProbe(new PeriodicCommand(List.of(top.toString()), TopCpuProbe.INTERVAL, time), time)) {
            topProbe.readDetailed(cpu);
            assertThat(cpu.hostTotalTime().value()).isZero();
            time.advance(Duration.ofSeconds(2));
            topProbe.readDetailed(cpu);
        }

        long passed = 2_000_000_000L * cpu.processors().value();
        assertThat(cpu.hostTotalTime().value()).isEqualTo(passed);
        assertThat(cpu.hostBusyTime().value()).isCloseTo((long) (passed * 0.2307), Percentage.withPercentage(0.01));
        assertThat(cpu.hostStolenTime().isUnknown()).isTrue();
        assertThat(cpu.processTime().value()).isPositive();
    }

    @Test
    void anotherTopIsNotUnderstood() throws IOException {
        try (TopCpuProbe topProbe = TopCpuProbe.of(script("echo '%Cpu(s): 0.0 us, 100.0 id'"), time)) {
            topProbe.readDetailed(cpu);
        }
        assertThat(cpu.hostTotalTime()).hasToString("unknown (the output of top is not understood)");
    }
}
