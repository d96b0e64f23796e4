package dev.headroom.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class WorkerPermitsTest {
    private static final CpuStatus CALM = status(false, false);
    private static final CpuStatus QUOTA = status(true, false);
    private static final CpuStatus CONTENDED = status(false, true);

    private static CpuStatus status(boolean quota, boolean contended) {
        OptionalDouble some = OptionalDouble.of(1);
        return new CpuStatus(
                some, some, some, some, some, some, true, quota || contended, quota, contended, OptionalInt.empty());
    }

    private static int after(WorkerPermits permits, CpuStatus status, int readings) {
        for (int i = 0; i < readings; i++) {
            permits.observe(status, 2);
        }
        return permits.allowed();
    }

    @Test
    void aBusyMachineWithNobodyWaitingIsHealthy() {
        assertThat(after(new WorkerPermits(8), CALM, 100)).isEqualTo(8);
    }

    @Test
    void permitsHalveWhereOthersWantTheCpus() {
        WorkerPermits permits = new WorkerPermits(8);

        assertThat(after(permits, CONTENDED, 1)).isEqualTo(4);
        assertThat(after(permits, CONTENDED, 1)).isEqualTo(2);
        assertThat(after(permits, CONTENDED, 5)).isEqualTo(1);
    }

    @Test
    void aQuotaLeavesAsManyAsItHasCpus() {
        assertThat(after(new WorkerPermits(8), QUOTA, 10)).isEqualTo(2);
    }

    @Test
    void permitsComeBackOneByOne() {
        WorkerPermits permits = new WorkerPermits(4);
        after(permits, CONTENDED, 5);

        List<Integer> allowed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            allowed.add(after(permits, CALM, 1));
        }

        assertThat(allowed).containsExactly(1, 1, 2, 2, 2, 3, 3, 3, 4, 4);
    }

    @Test
    void whatWasTooMuchIsTriedAgainLessAndLessOften() {
        WorkerPermits permits = new WorkerPermits(2);
        int rises = 0;
        int before = 2;
        for (int i = 0; i < 600; i++) {
            // Two workers are one too many for what others leave.
            int now = after(permits, before == 2 ? CONTENDED : CALM, 1);
            rises += now > before ? 1 : 0;
            before = now;
        }

        assertThat(rises).isBetween(5, 16);
    }

    @Test
    void whatIsUnknownChangesNothing() {
        WorkerPermits permits = new WorkerPermits(4);
        after(permits, CONTENDED, 1);

        assertThat(after(permits, CpuStatus.UNKNOWN, 100)).isEqualTo(2);
    }

    @Test
    void noMoreWorkersWorkThanMay() {
        WorkerPermits permits = new WorkerPermits(2);
        assertThat(permits.tryTake()).isTrue();
        assertThat(permits.tryTake()).isTrue();
        assertThat(permits.tryTake()).isFalse();

        after(permits, CONTENDED, 1);
        permits.giveBack();
        assertThat(permits.tryTake()).as("one is at work, and one may be").isFalse();
        permits.giveBack();
        assertThat(permits.tryTake()).isTrue();
        permits.giveBack();
        assertThatThrownBy(permits::giveBack).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new WorkerPermits(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
