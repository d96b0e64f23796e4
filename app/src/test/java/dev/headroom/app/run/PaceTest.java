package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.probe.TimeSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ManualTime time = new ManualTime();
    private final AtomicInteger shed = new AtomicInteger();

    /** Time that passes only in sleeps and by hand. */
    private static final class ManualTime implements TimeSource {
        private long now = -5;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void sleep(long nanos) {
            now += nanos;
        }
    }

    private static RunGuard guard(boolean soft, boolean growing) {
        ScriptedGuard calm = ScriptedGuard.calm();
        return new RunGuard() {
            @Override
            public DegradationLevel level() {
                return calm.level();
            }

            @Override
            public boolean softLimitExceeded() {
                return soft;
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
            public void throttle() {}

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
        };
    }

    private Pace pace(RunGuard guard) {
        return new Pace(guard, time, shed::incrementAndGet);
    }

    @Test
    void aCalmRunIsNotHeldUp() throws Exception {
        Pace pace = pace(guard(false, false));
        for (int i = 0; i < 1000; i++) {
            pace.beforeRange();
        }
        assertThat(time.now).isEqualTo(-5);
        assertThat(shed).hasValue(0);
    }

    @Test
    void aSoftLimitThatStaysExceededCostsAtMostTwoSecondsInThirty() throws Exception {
        Pace pace = pace(guard(true, false));
        long waited = 0;
        // Ranges that take half a second each, for five minutes.
        for (long end = time.now + 300 * SECOND; time.now < end; time.now += SECOND / 2) {
            long before = time.now;
            pace.beforeRange();
            waited += time.now - before;
        }
        assertThat(shed.get()).isBetween(9, 10);
        assertThat(waited).isBetween(18 * SECOND, 20 * SECOND);
    }

    @Test
    void growthThatWouldSoonExhaustMemorySlowsEachRangeDown() throws Exception {
        Pace pace = pace(guard(false, true));
        pace.beforeRange();
        pace.beforeRange();
        assertThat(time.now + 5).isEqualTo(TimeUnit.MILLISECONDS.toNanos(200));
    }
}
