package dev.headroom.guard;

import static dev.headroom.guard.Fakes.MB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.headroom.degrade.DecisionRecord;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.probe.ManualTime;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("guard")
@Timeout(60)
class ResourceGuardTest {
    private final ManualTime time = new ManualTime();
    private final Fakes.Provider probes = new Fakes.Provider();
    private final Fakes.Heap heap = new Fakes.Heap();

    @AutoClose
    private ResourceGuard guard = guard(
            ResourceGuardConfig.defaults()
                    .withMemory(MemoryGuardConfig.defaults().withHardLimit(256 * MB))
                    .withOutputPath(Path.of("out")),
            time);

    private ResourceGuard guard(ResourceGuardConfig config, TimeSource clock) {
        return new ResourceGuard(config, ProbeSelection.of(List.of(probes)), heap, clock);
    }

    @Test
    void beforeTheFirstSampleEverythingIsUnknownAndNormal() {
        assertThat(guard.level()).isEqualTo(DegradationLevel.NORMAL);
        assertThat(guard.snapshot().sequence()).isZero();
        assertThat(guard.snapshot().memory().pressure()).isEmpty();
        assertThat(guard.snapshot().diskAvailableMb()).isEmpty();
    }

    @Test
    void oneSampleKnowsEverything() {
        ResourceSnapshot snapshot = guard.checkAll();

        assertThat(snapshot.level()).isEqualTo(DegradationLevel.NORMAL);
        assertThat(snapshot.memory().limit()).hasValue(256 * MB);
        assertThat(snapshot.memory().limitSource()).isEqualTo("configuration");
        assertThat(snapshot.memory().currentUsage()).hasValue(100 * MB);
        assertThat(snapshot.diskAvailableMb()).hasValue(10_000);
        assertThat(guard.snapshot()).isSameAs(snapshot);
    }

    @Test
    void emergencyIsReachedBeforeTheHardLimitThrows() {
        heap.max = 400 * MB;
        probes.memory.workingSet = 250 * MB;

        assertThat(guard.checkAll().level()).isEqualTo(DegradationLevel.EMERGENCY);
    }

    @Test
    void theSnapshotIsPublishedBeforeTheHardLimitThrows() {
        heap.max = 400 * MB;
        probes.memory.workingSet = 300 * MB;

        assertThatThrownBy(() -> guard.checkAll()).isInstanceOf(MemoryLimitExceededException.class);
        assertThat(guard.level()).isEqualTo(DegradationLevel.EMERGENCY);
        assertThat(guard.snapshot().memory().exceedsHardLimit()).isTrue();
        assertThat(guard.snapshot().memory().currentUsage()).hasValue(300 * MB);
    }

    @Test
    void aDiskBelowItsMinimumIsAnEmergencyAndThrows() {
        probes.disk.usable = 99 * MB;

        assertThatThrownBy(() -> guard.checkAll()).isInstanceOf(DiskSpaceException.class);
        assertThat(guard.level()).isEqualTo(DegradationLevel.EMERGENCY);
    }

    @Test
    void theMinimumOfFreeSpaceIsTheThresholdOfEmergency() {
        guard = guard(guard.config().withMinFree(500), time);
        probes.disk.usable = 500 * MB;
        assertThat(guard.checkAll().level()).isEqualTo(DegradationLevel.MINIMAL);

        probes.disk.usable = 500 * MB - 1;
        assertThatThrownBy(() -> guard.checkAll()).isInstanceOf(DiskSpaceException.class);
        assertThat(guard.level()).isEqualTo(DegradationLevel.EMERGENCY);
    }

    @Test
    void reservedSpaceCountsAsUsed() {
        probes.disk.usable = 2000 * MB;
        assertThat(guard.checkAll().level()).isEqualTo(DegradationLevel.NORMAL);

        try (DiskReservation reservation = guard.reserve(1500 * MB)) {
            assertThat(reservation.remaining()).isEqualTo(1500 * MB);
            assertThat(guard.checkAll().level()).isEqualTo(DegradationLevel.REDUCED);
        }
        assertThat(guard.checkAll().diskAvailableMb()).hasValue(2000);
    }

    @Test
    void severalPathsAreGuardedAndTheTightestCounts() {
        Path second = Path.of("second");
        guard = guard(guard.config().withOutputPath(second), time);
        guard.reserve(second, 9_900 * MB);

        assertThat(guard.checkAll().diskAvailableMb()).hasValue(100);
        assertThat(guard.snapshot().disks()).extracting(DiskStatus::path).containsExactly("out", "second");
        assertThatThrownBy(() -> guard.reserve(Path.of("third"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("third");
    }

    @Test
    void anUnknownDiskKeepsTheLevel() {
        probes.disk.usable = 300 * MB;
        guard.checkAll();
        probes.disk.usable = -1;
        for (int i = 0; i < 100; i++) {
            time.advanceMillis(200);
            guard.checkAll();
        }

        assertThat(guard.level()).isEqualTo(DegradationLevel.MINIMAL);
        assertThat(guard.snapshot().diskAvailableMb()).isEmpty();
    }

    @Test
    void listenersHearOfEachDecisionAfterItIsPublished() {
        List<String> heard = new ArrayList<>();
        guard.addListener(decision -> {
            throw new IllegalStateException("a listener that fails");
        });
        guard.addListener(decision -> heard.add(decision.transition() + " at " + guard.level()));
        guard.checkAll();
        probes.disk.usable = 300 * MB;
        guard.checkAll();
        probes.disk.usable = 5000 * MB;
        for (int i = 0; i < 60; i++) {
            time.advanceMillis(200);
            guard.checkAll();
        }

        assertThat(heard)
                .containsExactly(
                        "NORMAL_TO_MINIMAL at MINIMAL", "MINIMAL_TO_REDUCED at REDUCED", "REDUCED_TO_NORMAL at NORMAL");
        assertThat(guard.stats().decisions()).isEqualTo(3);
    }

    @Test
    void statsTellThePeak() {
        probes.memory.workingSet = 150 * MB;
        guard.checkAll();
        probes.memory.workingSet = 120 * MB;
        time.advanceMillis(200);
        guard.checkAll();
        ResourceStats stats = guard.stats();

        assertThat(stats.peakMemoryUsage()).isEqualTo(150 * MB);
        assertThat(stats.memoryUsage()).hasValue(120 * MB);
        assertThat(stats.samples()).isEqualTo(2);
        assertThat(stats.cpuLoad()).isEmpty();
    }

    @Test
    void startedItSamplesByItselfUntilClosed() throws InterruptedException {
        CountDownLatch decided = new CountDownLatch(1);
        List<DecisionRecord> decisions = new ArrayList<>();
        ResourceGuard started = guard(guard.config(), TimeSource.system());
        started.addListener(decision -> {
            decisions.add(decision);
            decided.countDown();
        });
        try (started) {
            started.start();
            assertThat(started.snapshot().sequence()).isEqualTo(1);
            probes.disk.usable = 300 * MB;
            assertThat(decided.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(started.level()).isEqualTo(DegradationLevel.MINIMAL);
            assertThatThrownBy(started::start).isInstanceOf(IllegalStateException.class);
        }
        started.close();
        assertThat(decisions).hasSize(1);
        assertThat(started.stats().decisions()).isEqualTo(1);
        assertThat(started.maybeThrottle()).isFalse();
        assertThatThrownBy(started::checkAll).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anExhaustedHeapDoesNotEndTheWatch() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(3);
        ResourceGuard started = guard(guard.config(), TimeSource.system());
        try (started) {
            started.start();
            heap.whenRead = () -> {
                failed.countDown();
                if (failed.getCount() > 0) {
                    throw new OutOfMemoryError("Java heap space");
                }
            };
            assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsSeenBetweenTwoSnapshotsIsPublishedAtOnce() throws InterruptedException {
        heap.max = 400 * MB;
        AtomicInteger reads = new AtomicInteger();
        heap.whenRead = () -> {
            if (reads.incrementAndGet() == 4) {
                probes.memory.workingSet = 250 * MB;
            }
        };
        AtomicLong elapsed = new AtomicLong();
        AtomicLong sequence = new AtomicLong();
        CountDownLatch decided = new CountDownLatch(1);
        guard.addListener(decision -> {
            elapsed.compareAndSet(0, decision.elapsedNanos());
            sequence.compareAndSet(0, guard.snapshot().sequence());
            decided.countDown();
        });
        guard.start();

        assertThat(decided.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(elapsed.get()).isBetween(30_000_000L, 190_000_000L);
        assertThat(sequence.get()).isEqualTo(2);
    }

    @Test
    void askingOnTheHotPathAllocatesNothing() {
        guard.checkAll();
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long self = Thread.currentThread().getId();
        int normal = 0;
        long before = 0;
        int rounds = 20_000;
        for (int i = 0; i < 2 * rounds; i++) {
            if (i == rounds) {
                before = threads.getThreadAllocatedBytes(self);
            }
            normal += guard.level() == DegradationLevel.NORMAL ? 1 : 0;
        }

        assertThat((threads.getThreadAllocatedBytes(self) - before) / rounds).isZero();
        assertThat(normal).isEqualTo(2 * rounds);
    }

    /** The usage example of the chapter. */
    @Test
    void usage(@TempDir Path directory) {
        try (ResourceGuard example = new ResourceGuard(ResourceGuardConfig.defaults())
                .withMemoryLimit(2L * 1024 * 1024 * 1024)
                .withOutputPath(directory.resolve("output"))
                .withCpuMonitoring()) {
            example.checkAll();

            ResourceStats stats = example.stats();
            String text = "Memory: " + stats.memoryUsagePercent().orElse(Double.NaN) + "%, disk: "
                    + stats.diskAvailableMb().orElse(Double.NaN) + " MB free, CPU: "
                    + stats.cpuLoad().orElse(Double.NaN) * 100 + "%";

            assertThat(text).contains("MB free");
            assertThat(stats.memoryLimit().orElseThrow()).isLessThanOrEqualTo(2L * 1024 * 1024 * 1024);
            assertThat(stats.diskAvailableMb()).isPresent();
        }
    }
}
