package dev.headroom.guard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ManualTimeTest {
    private final ManualTime time = new ManualTime();

    @Test
    void standsStillUntilItIsMoved() {
        long start = time.nanoTime();
        assertThat(time.nanoTime()).isEqualTo(start);
        time.advance(Duration.ofMillis(5));
        assertThat(time.nanoTime() - start).isEqualTo(5_000_000);
    }

    @Test
    void aSleepMovesItAndIsCounted() {
        long start = time.nanoTime();
        time.sleep(7);
        time.sleep(-1);
        assertThat(time.nanoTime() - start).isEqualTo(7);
        assertThat(time.slept()).isEqualTo(Duration.ofNanos(7));
    }
}
