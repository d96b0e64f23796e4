package dev.headroom.guard.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.ResourceExhaustedException;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.probe.CpuReading;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.MemoryReading;
import dev.headroom.probe.ProbeSelection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("guard")
class FaultyProbesTest {
    private final ManualTime time = new ManualTime();

    @Test
    void failingProbesThrow() {
        assertThatThrownBy(() -> FaultyProbes.failing().openMemoryProbe().readDetailed(new MemoryReading()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Timeout(30)
    void hangingProbesHangUntilTheyAreLetGo() throws InterruptedException {
        CountDownLatch letGo = new CountDownLatch(1);
        DiskReading reading = new DiskReading();
        Thread reader = new Thread(
                () -> FaultyProbes.hanging(letGo).openDiskProbe(Path.of("")).readFast(reading));
        reader.start();
        while (reader.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        letGo.countDown();
        reader.join();
        assertThat(reading.usable().reason()).isEqualTo("it hung");
    }

    @Test
    void slowProbesTakeTime() {
        FaultyProbes.slow(time, Duration.ofSeconds(3)).openCpuProbe().readDetailed(new CpuReading());
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void unknownIsNoEmergency() {
        assertThat(levelWith(FaultyProbes.unknown("nobody knows"))).isEqualTo(DegradationLevel.NORMAL);
    }

    @Test
    void failureIsNoEmergency() {
        assertThat(levelWith(FaultyProbes.failing())).isEqualTo(DegradationLevel.NORMAL);
    }

    /** Whatever the level, asking for it does not throw. */
    @Test
    void garbageBreaksNoGuard() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(levelWith(FaultyProbes.garbage(seed))).isNotNull();
        }
    }

    private DegradationLevel levelWith(FaultyProbes probes) {
        ResourceGuardConfig config = ResourceGuardConfig.defaults().withOutputPath(Path.of(""));
        try (ResourceGuard guard =
                new ResourceGuard(config, ProbeSelection.of(List.of(probes)), time).withMemoryLimit(1L << 30)) {
            for (int i = 0; i < 10; i++) {
                time.advance(Duration.ofSeconds(1));
                checkAll(guard);
            }
            return guard.level();
        }
    }

    private static void checkAll(ResourceGuard guard) {
        try {
            guard.checkAll();
        } catch (ResourceExhaustedException e) {
            // Garbage may look like an end of everything; the guard says so in the way that it says so.
            assertThat(e).hasMessageNotContaining("null");
        }
    }
}
