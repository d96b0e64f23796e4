package dev.headroom.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("guard")
class CpuBudgetTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void whatIsUsedBeyondTheShareIsOwedInElapsedTime() {
        CpuBudget budget = new CpuBudget(0.5);
        assertThat(budget.charge(0, 7 * SECOND, 2)).isZero();

        // 20 ms of work on both of two CPUs: half of that was granted.
        assertThat(budget.charge(20 * MILLI, 7 * SECOND + 40 * MILLI, 2)).isEqualTo(20 * MILLI);
        assertThat(budget.charge(30 * MILLI, 7 * SECOND + 40 * MILLI, 2)).isEqualTo(10 * MILLI);
        assertThat(budget.charge(40 * MILLI, 7 * SECOND + 40 * MILLI, 2)).isZero();
    }

    @Test
    void aPauseDoesNotBuildABurst() {
        CpuBudget budget = new CpuBudget(0.5);
        budget.charge(0, 0, 1);
        assertThat(budget.charge(60 * SECOND, 0, 1)).isZero();

        assertThat(budget.charge(60 * SECOND + SECOND, SECOND, 1)).isEqualTo(SECOND - 100 * MILLI);
    }

    @Test
    void noWaitIsLongerThanASecond() {
        CpuBudget budget = new CpuBudget(0.1);
        budget.charge(0, 0, 8);

        assertThat(budget.charge(60 * SECOND, 480 * SECOND, 8)).isEqualTo(SECOND);
    }

    @Test
    void aClockOrACounterThatGoesBackIsNoUse() {
        CpuBudget budget = new CpuBudget(0.5);
        budget.charge(SECOND, SECOND, 1);
        assertThat(budget.charge(0, 2 * SECOND, 1)).isZero();
        assertThat(budget.charge(SECOND, 0, 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 2", "0.5, 2, 7", "0.25, 0.5, 1", "0.9, 64, 64", "0.05, 2, 1"})
    void theUseOfAnyTenSecondsStaysWithinFivePointsOfTheShare(double share, double capacity, int workers) {
        CpuBudget budget = new CpuBudget(share);
        SplittableRandom random = new SplittableRandom(workers);
        int steps = 60_000;
        double[] usedAt = new double[steps + 1];
        double used = 0;
        double[] busyUntil = new double[workers];
        for (int millis = 1; millis <= steps; millis++) {
            // Each worker does pieces of 3 to 30 ms, and waits as it is told before each; the compiler has its bursts.
            int working = 0;
            for (int worker = 0; worker < workers; worker++) {
                if (busyUntil[worker] < millis) {
                    long owed = budget.charge(millis * MILLI, (long) used, capacity);
                    busyUntil[worker] =
                            owed > 0 ? -millis - Math.min(owed, 50 * MILLI) / 1e6 : millis + random.nextInt(3, 30);
                }
                if (busyUntil[worker] < 0) {
                    busyUntil[worker] = -busyUntil[worker] <= millis ? 0 : busyUntil[worker];
                } else if (busyUntil[worker] >= millis) {
                    working++;
                }
            }
            used += Math.min(capacity, working) * MILLI;
            usedAt[millis] = used;
        }
        for (int from = 0; from + 10_000 <= steps; from += 500) {
            double load = (usedAt[from + 10_000] - usedAt[from]) / (10 * SECOND * capacity);
            assertThat(load).as("from %s ms", from).isCloseTo(share, within(0.05));
        }
    }

    @Test
    void aShareIsAboveZeroAndAtMostOne() {
        assertThatThrownBy(() -> new CpuBudget(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CpuBudget(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> new CpuBudget(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
