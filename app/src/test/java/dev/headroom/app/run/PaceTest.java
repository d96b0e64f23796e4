package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.config.OnEmergency;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.degrade.Resource;
import dev.headroom.probe.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ManualTime time = new ManualTime();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger flushed = new AtomicInteger();
    private final StopRequest stop = new StopRequest();
    private final DecisionLog decisions = new DecisionLog(List.of(), () -> 3, time);

    /** Time that passes only in sleeps and by hand. */
    private static final class ManualTime implements TimeSource {
        private long now = -5;
        private int sleeps;
        private Runnable inSleep = () -> {};

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos;
            sleeps++;
            inSleep.run();
        }
    }

    /** A guard that is calm but for what a test says. */
    private static final class Guard implements RunGuard {
        private final ScriptedGuard calm = ScriptedGuard.calm();
        private boolean soft;
        private boolean permitted = true;
        private boolean growing;

        @Override
        public DegradationLevel level() {
            return calm.level();
        }

        @Override
        public boolean softLimitExceeded() {
            return soft;
        }

        @Override
        public double softLimit() {
            return calm.softLimit();
        }

        @Override
        public boolean hardLimitExceeded() {
            return false;
        }

        @Override
        public boolean growsTowardsExhaustion() {
            return growing;
        }

        @Override
        public void throttle(BooleanSupplier stopped) {}

        @Override
        public void expectWorkers(int workers) {}

        @Override
        public boolean tryTakePermit() {
            return permitted;
        }

        @Override
        public void givePermitBack() {}

        @Override
        public SpaceReservation reserve(long bytes) {
            return SpaceReservation.NOTHING;
        }

        @Override
        public ResourceUse use() {
            return calm.use();
        }

        @Override
        public String emergencyReason() {
            return "";
        }

        @Override
        public void close() {}
    }

    private final Guard guard = new Guard();

    private EmergencyWait emergency(Emergency policy, WorkerGate gate) {
        return new EmergencyWait(policy, time, decisions, () -> gate.whenAllAreHeld(flushed::incrementAndGet));
    }

    private Pace pace(int workers) {
        WorkerGate gate = new WorkerGate(workers, time);
        return pace(gate, emergency(Emergency.STOP, gate));
    }

    private Pace pace(WorkerGate gate, EmergencyWait emergency) {
        return new Pace(
                guard, gate, emergency, stop, decisions, time, dropped::incrementAndGet, flushed::incrementAndGet);
    }

    @Test
    void aCalmRunIsNotHeldUp() throws Exception {
        Pace pace = pace(1);
        for (int i = 0; i < 1000; i++) {
            pace.beforeRange();
        }
        assertThat(time.now).isEqualTo(-5);
        assertThat(dropped).hasValue(0);
        assertThat(flushed).hasValue(0);
        assertThat(decisions.decisions()).isEmpty();
    }

    @Test
    void aWorkerWithoutAPermitWaitsForOneUntilTheRunIsToStop() throws Exception {
        Pace pace = pace(1);
        guard.permitted = false;
        time.inSleep = () -> guard.permitted = time.sleeps == 3;
        assertThat(pace.beforeRange()).isTrue();
        assertThat(time.sleeps).isEqualTo(3);

        guard.permitted = false;
        time.inSleep = () -> stop.request(StopReason.INTERRUPTED, "enough");
        assertThat(pace.beforeRange()).isFalse();
        assertThat(time.sleeps).isEqualTo(4);
    }

    @Test
    void aSoftLimitThatStaysExceededCostsAtMostTwoSecondsInThirty() throws Exception {
        Pace pace = pace(1);
        guard.soft = true;
        long waited = 0;
        // Ranges that take half a second each, for five minutes.
        for (long end = time.now + 300 * SECOND; time.now < end; time.now += SECOND / 2) {
            long before = time.now;
            pace.beforeRange();
            waited += time.now - before;
        }
        assertThat(dropped.get()).isBetween(9, 10);
        assertThat(flushed).hasValue(dropped.get());
        assertThat(waited).isBetween(18 * SECOND, 20 * SECOND);
        assertThat(time.sleeps).as("never spinning").isLessThan(500);
        assertThat(decisions.decisions()).hasSize(dropped.get()).allSatisfy(decision -> {
            assertThat(decision.rule()).isEqualTo("memory.soft_limit");
            assertThat(decision.threshold()).isEqualTo(0.8);
            assertThat(decision.afterRange()).isEqualTo(3);
        });
    }

    @Test
    void theSoftLimitHoldsNobodyOnceItIsNoLongerExceeded() throws Exception {
        Pace pace = pace(1);
        guard.soft = true;
        time.inSleep = () -> guard.soft = time.sleeps < 3;
        pace.beforeRange();
        assertThat(time.sleeps).isEqualTo(3);
    }

    /** A second worker comes while the first is held; only then nobody writes, and what is buffered is handed on. */
    @Test
    void theSoftLimitHoldsAllWorkers() throws Exception {
        Pace pace = pace(2);
        guard.soft = true;
        AtomicInteger sleepsOfSecond = new AtomicInteger();
        AtomicInteger flushedBeforeSecond = new AtomicInteger(-1);
        time.inSleep = () -> {
            time.inSleep = sleepsOfSecond::incrementAndGet;
            flushedBeforeSecond.set(flushed.get());
            runInAnotherThread(pace);
            time.inSleep = () -> {};
        };
        pace.beforeRange();
        assertThat(flushedBeforeSecond).hasValue(0);
        assertThat(flushed).hasValue(1);
        assertThat(sleepsOfSecond.get())
                .as("steps in which the second was held")
                .isGreaterThan(30);
        assertThat(time.now + 5).isBetween(2 * SECOND, 2 * SECOND + SECOND / 10);
    }

    private static void runInAnotherThread(Pace pace) {
        Thread other = new Thread(() -> {
            try {
                pace.beforeRange();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStopEndsEveryWait() throws Exception {
        WorkerGate gate = new WorkerGate(1, time);
        EmergencyWait emergency = emergency(new Emergency(OnEmergency.WAIT, Duration.ofHours(1)), gate);
        Pace pace = pace(gate, emergency);
        guard.soft = true;
        emergency.waitsFor(Resource.DISK, "full");
        time.inSleep = () -> stop.request(StopReason.INTERRUPTED, "interrupted");
        pace.beforeRange();
        assertThat(time.sleeps).isEqualTo(1);
    }

    @Test
    void growthThatWouldSoonExhaustMemorySlowsEachRangeDown() throws Exception {
        Pace pace = pace(1);
        guard.growing = true;
        pace.beforeRange();
        pace.beforeRange();
        assertThat(time.now + 5).isEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    }

    @Test
    void anEmergencyIsWaitedForAsLongAsIsConfigured() throws Exception {
        WorkerGate gate = new WorkerGate(1, time);
        EmergencyWait emergency = emergency(new Emergency(OnEmergency.WAIT, Duration.ofSeconds(10)), gate);
        Pace pace = pace(gate, emergency);
        while (emergency.waitsFor(Resource.MEMORY, "too much")) {
            assertThat(emergency.isWaiting()).isTrue();
            pace.beforeRange();
        }
        assertThat(time.now + 5).isEqualTo(10 * SECOND);
        assertThat(time.sleeps).as("never spinning").isLessThanOrEqualTo(200);
        assertThat(flushed).as("a checkpoint once everybody is held").hasValue(1);
        assertThat(emergency.outcome()).isEqualTo("; waited 10.0 s, the longest that is configured");
        assertThat(decisions.decisions())
                .extracting(Manifest.Decision::rule)
                .containsExactly("emergency.wait", "emergency.give_up");
    }

    @Test
    void anEmergencyThatPassesLetsTheRunGoOn() {
        EmergencyWait emergency =
                emergency(new Emergency(OnEmergency.WAIT, Duration.ofSeconds(10)), new WorkerGate(1, time));
        assertThat(emergency.waitsFor(Resource.MEMORY, "too much")).isTrue();
        time.now += 3 * SECOND;
        assertThat(emergency.seconds()).hasValue(3);
        emergency.passed();
        assertThat(emergency.isWaiting()).isFalse();
        assertThat(emergency.seconds()).isEmpty();
        time.now += 20 * SECOND;
        assertThat(emergency.waitsFor(Resource.MEMORY, "again"))
                .as("each wait has the whole time")
                .isTrue();
        assertThat(decisions.decisions())
                .extracting(Manifest.Decision::rule)
                .containsExactly("emergency.wait", "emergency.go_on", "emergency.wait");
    }

    @Test
    void aRunThatIsToStopDoesNotWait() {
        EmergencyWait emergency = emergency(Emergency.STOP, new WorkerGate(1, time));
        assertThat(emergency.waitsFor(Resource.MEMORY, "too much")).isFalse();
        assertThat(emergency.outcome()).isEmpty();
        assertThat(decisions.decisions()).isEmpty();
    }
}
