package dev.headroom.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.probe.ManualTime;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class CpuMonitorTest {
    private final ManualTime time = new ManualTime();
    private final Fakes.Cpu cpu = new Fakes.Cpu();

    @AutoClose
    private CpuMonitor monitor = monitor(CpuMonitorConfig.defaults().withAutoThrottle(50));

    private CpuMonitor monitor(CpuMonitorConfig config) {
        return new CpuMonitor(config, cpu, time);
    }

    private CpuStatus afterSecond(double own, double others, double stolen) {
        time.advanceMillis(1000);
        cpu.second(own, others, stolen);
        return monitor.status();
    }

    @Test
    void theFirstReadingHasNoLoadAndIsNotZero() {
        assertThat(monitor.sample()).isEmpty();
        assertThat(monitor.maybeThrottle()).isFalse();
    }

    @Test
    void loadsAreDifferences() {
        monitor.sample();
        CpuStatus status = afterSecond(0.25, 0.5, 0.1);

        assertThat(status.load().orElseThrow()).isCloseTo(0.85, within(1e-9));
        assertThat(status.processLoad().orElseThrow()).isCloseTo(0.25, within(1e-9));
        assertThat(status.outsideLoad().orElseThrow()).isCloseTo(0.5, within(1e-9));
        assertThat(status.stolenShare().orElseThrow()).isCloseTo(0.1, within(1e-9));
        assertThat(status.high()).isTrue();
        assertThat(status.critical()).isFalse();
    }

    @Test
    void aMachineThatIsBusyWithUsAloneIsHealthy() {
        monitor.sample();

        assertThat(afterSecond(1, 0, 0).critical()).isFalse();
        assertThat(monitor.maybeThrottle()).isFalse();
    }

    @Test
    void othersOnABusyMachineAreAReasonToThrottle() {
        monitor.sample();

        assertThat(afterSecond(0.6, 0.4, 0).critical()).isTrue();
        assertThat(monitor.maybeThrottle()).isTrue();
        assertThat(time.sleptMillis()).isEqualTo(50);
    }

    @Test
    void stolenTimeOnABusyMachineIsAReasonToThrottle() {
        monitor.sample();

        assertThat(afterSecond(0.9, 0, 0.1).critical()).isTrue();
    }

    @Test
    void aQuotaThatHoldsTheProcessBackIsAReasonToThrottle() {
        monitor.sample();
        cpu.throttled += 200_000_000;

        CpuStatus status = afterSecond(0.3, 0, 0);

        assertThat(status.throttledShare().orElseThrow()).isCloseTo(0.2, within(1e-9));
        assertThat(status.critical()).isTrue();
    }

    @Test
    void aThresholdThatTheUserSetsIsACeilingOnOnesOwnShare() {
        monitor = monitor(CpuMonitorConfig.withThresholds(0.4, 0.5).withAutoThrottle(50));
        monitor.sample();

        assertThat(afterSecond(0.45, 0.55, 0).critical()).isFalse();
        assertThat(afterSecond(0.55, 0, 0).critical()).isTrue();
    }

    @Test
    void aCeilingIsHeldByWaitingInSteps() {
        monitor = monitor(CpuMonitorConfig.withThresholds(0.4, 0.5).withAutoThrottle(20));
        assertThat(monitor.maybeThrottle()).isFalse();
        // 100 ms of work on both of two CPUs, half of which is granted.
        time.advanceMillis(100);
        cpu.process += 200_000_000;

        assertThat(monitor.maybeThrottle()).isTrue();
        assertThat(time.sleptMillis()).isEqualTo(100);
        assertThat(monitor.waitedNanos()).isEqualTo(100_000_000);
        assertThat(monitor.maybeThrottle()).isFalse();
    }

    @Test
    void aWaitCanBeCalledOffAndIsBounded() {
        monitor = monitor(CpuMonitorConfig.withThresholds(0.01, 0.01).withAutoThrottle(10_000));
        monitor.maybeThrottle();
        time.advanceMillis(1000);
        cpu.process += 2_000_000_000;
        AtomicInteger asked = new AtomicInteger();
        assertThat(monitor.maybeThrottle(() -> asked.incrementAndGet() > 3)).isTrue();
        assertThat(time.sleptMillis()).isEqualTo(150);

        monitor.maybeThrottle();
        assertThat(time.sleptMillis()).isLessThanOrEqualTo(1200);
    }

    @Test
    void aCeilingDoesNotStickWhenTheProbeFails() {
        monitor = monitor(CpuMonitorConfig.withThresholds(0.4, 0.5).withAutoThrottle(20));
        monitor.maybeThrottle();
        time.advanceMillis(100);
        cpu.process += 200_000_000;
        cpu.throwing = true;

        assertThat(monitor.maybeThrottle()).isFalse();
        assertThat(time.sleptMillis()).isZero();
    }

    @Test
    void permitsFollowTheReadings() {
        WorkerPermits permits = monitor.workerPermits(4);
        monitor.sample();

        assertThat(afterSecond(0.6, 0.4, 0).workerPermits()).hasValue(2);
        assertThat(permits.allowed()).isEqualTo(2);
        assertThat(afterSecond(1, 0, 0).contended()).isFalse();
    }

    @Test
    void throttlingEndsWhenTheProbeFails() {
        monitor.sample();
        afterSecond(0.6, 0.4, 0);
        assertThat(monitor.maybeThrottle()).isTrue();

        cpu.throwing = true;
        time.advanceMillis(1000);
        assertThat(monitor.sample()).isEmpty();
        assertThat(monitor.maybeThrottle()).isFalse();

        cpu.throwing = false;
        time.advanceMillis(1000);
        assertThat(monitor.sample()).isEmpty();
        assertThat(afterSecond(0.1, 0, 0).load()).isPresent();
    }

    @Test
    void withoutAutoThrottleNothingWaits() {
        monitor = monitor(CpuMonitorConfig.defaults());
        monitor.sample();
        afterSecond(0.6, 0.4, 0);

        assertThat(monitor.maybeThrottle()).isFalse();
        assertThat(time.sleptMillis()).isZero();
    }

    @Test
    void itReadsOncePerInterval() {
        monitor.sample();
        afterSecond(0.5, 0, 0);
        cpu.second(0, 0, 0);
        time.advanceMillis(999);

        assertThat(monitor.sample().orElseThrow()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void switchedOffItKnowsNothing() {
        monitor = monitor(CpuMonitorConfig.disabled());
        monitor.sample();

        assertThat(afterSecond(1, 0, 0).load()).isEmpty();
    }

    @Test
    void theDefaultsAreTheDocumentedOnesAndMistakesAreSaidAtOnce() {
        CpuMonitorConfig config = CpuMonitorConfig.defaults();

        assertThat(config.enabled()).isTrue();
        assertThat(config.highLoadThreshold()).isEqualTo(0.85);
        assertThat(config.criticalLoadThreshold()).isEqualTo(0.95);
        assertThatThrownBy(() -> new CpuMonitorConfig(true, 0.9, 0.5, true, 0, true, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("thresholds")
                .hasMessageContaining("sampleIntervalMs")
                .hasMessageContaining("throttleDelayMs");
    }

    /** The usage example of the chapter. */
    @Test
    void usage() {
        CpuMonitorConfig config = CpuMonitorConfig.withThresholds(0.85, 0.95).withAutoThrottle(50);
        try (CpuMonitor example = new CpuMonitor(config)) {
            boolean slower = false;
            OptionalDouble load = example.sample();
            if (load.isPresent()) {
                slower = load.getAsDouble() > 0.85;
                example.maybeThrottle();
            }

            assertThat(slower).isFalse();
        }
    }
}
