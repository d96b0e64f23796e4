package dev.headroom.guard;

import static dev.headroom.guard.Fakes.MB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.headroom.probe.ManualTime;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class MemoryGuardTest {
    private final ManualTime time = new ManualTime();
    private final Fakes.Memory memory = new Fakes.Memory();
    private final Fakes.Heap heap = new Fakes.Heap();

    @AutoClose
    private MemoryGuard guard = guard(MemoryGuardConfig.defaults().withHardLimit(256 * MB));

    private MemoryGuard guard(MemoryGuardConfig config) {
        return new MemoryGuard(config, memory, heap, time);
    }

    private MemoryStatus sampleAfterMillis(long millis) {
        time.advanceMillis(millis);
        return guard.sample();
    }

    private double pressure() {
        return sampleAfterMillis(200).pressure().orElseThrow();
    }

    @Test
    void aFullPageCacheIsHarmless() {
        guard = guard(MemoryGuardConfig.defaults());
        heap.max = 128 * MB;
        memory.workingSet = 36 * MB;
        memory.groupLimit = 512 * MB;
        memory.groupUsage = 512 * MB;
        memory.groupCache = 476 * MB;

        assertThat(pressure()).isLessThan(0.2);
    }

    @Test
    void filesInTmpfsCountAgainstTheControlGroup() {
        guard = guard(MemoryGuardConfig.defaults());
        memory.workingSet = 40 * MB;
        memory.groupLimit = 512 * MB;
        memory.groupUsage = 60 * MB;
        assertThat(pressure()).isLessThan(0.7);

        memory.groupUsage = 450 * MB;
        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.pressure().orElseThrow()).isGreaterThan(0.85);
        assertThat(status.pressureSource()).isEqualTo("cgroup /test");
    }

    @Test
    void mappedFilesAreHarmless() {
        memory.resident = 837 * MB;
        memory.workingSet = 90 * MB;

        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.pressure().orElseThrow()).isLessThan(0.7);
        assertThat(status.exceedsHardLimit()).isFalse();
    }

    @Test
    void aHeapFullOfGarbageIsHarmlessWhereTheWholeHeapFits() {
        heap.max = 128 * MB;
        heap.committed = 128 * MB;
        memory.workingSet = 180 * MB;
        for (int i = 0; i < 300; i++) {
            heap.collection(127 * MB, (20 + i % 100) * MB, false);
            heap.used = 127 * MB;
            assertThat(pressure()).isLessThan(0.7);
        }
    }

    @Test
    void liveObjectsThatFillTheHeapArePressure() {
        heap.max = 100 * MB;
        heap.committed = 100 * MB;
        memory.workingSet = 150 * MB;
        heap.collection(100 * MB, 90 * MB, true);
        heap.used = 95 * MB;

        assertThat(pressure()).isCloseTo(0.9, within(0.001));
    }

    @Test
    void aLeakOfDirectBuffersRaisesThePressureWhileTheHeapIsFlat() {
        heap.max = 100 * MB;
        heap.committed = 100 * MB;
        memory.workingSet = 130 * MB;
        double before = pressure();
        for (long i = 1; i <= 6; i++) {
            heap.direct = i * 20 * MB;
            memory.workingSet = (130 + i * 20) * MB;
            sampleAfterMillis(200);
        }

        assertThat(pressure()).isGreaterThan(0.95).isGreaterThan(before);
    }

    @Test
    void whereTheHeapMayOutgrowTheLimitTheWorkingSetCountsUntilItIsCalm() {
        heap.max = 400 * MB;
        heap.committed = 180 * MB;
        heap.used = 180 * MB;
        memory.workingSet = 240 * MB;
        heap.whenAsked = () -> heap.collection(180 * MB, 20 * MB, true);

        assertThat(pressure()).isCloseTo(240.0 / 256, within(0.001));
        for (int i = 0; i < 30; i++) {
            sampleAfterMillis(200);
        }
        assertThat(pressure()).isCloseTo(80.0 / 256, within(0.001));
    }

    @Test
    void aHeapThatIsMappedThreeTimesIsCountedOnce() {
        heap.max = 128 * MB;
        heap.committed = 100 * MB;
        heap.multiMapped = true;
        memory.shared = 300 * MB;
        memory.workingSet = 340 * MB;

        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.currentUsage()).hasValue(140 * MB);
        assertThat(status.exceedsHardLimit()).isFalse();
    }

    @Test
    void aFruitlessCollectionIsRepeatedOnlyAfterAPauseThatItsCostDeserves() {
        heap.max = 400 * MB;
        heap.committed = 180 * MB;
        heap.used = 180 * MB;
        heap.whenAsked = () -> time.advanceMillis(100);
        for (int i = 0; i < 95; i++) {
            memory.workingSet = (200 + i % 20) * MB;
            sampleAfterMillis(200);
        }
        assertThat(heap.asked).isEqualTo(1);

        for (int i = 0; i < 10; i++) {
            memory.workingSet = (200 + i % 20) * MB;
            sampleAfterMillis(200);
        }
        assertThat(heap.asked).isEqualTo(2);
    }

    /** No collection happens between a third of the heap and all of it; the surviving part says that it will not help either. */
    @Test
    void liveObjectsThatFillTheHeapBetweenTwoCollectionsAreFollowedStepByStep() {
        heap.max = 100 * MB;
        heap.committed = 100 * MB;
        memory.workingSet = 150 * MB;
        heap.collection(10 * MB, 10 * MB, false);
        sampleAfterMillis(200);
        heap.collection(40 * MB, 39 * MB, false);
        sampleAfterMillis(200);
        heap.whenAsked = () -> heap.collection(heap.used, heap.used - MB / 2, true);
        List<Double> published = new ArrayList<>();
        for (long used = 40; used <= 97; used++) {
            heap.used = used * MB;
            published.add(sampleAfterMillis(20).pressure().orElseThrow());
        }

        assertThat(heap.asked).isEqualTo(3);
        assertThat(published).anySatisfy(pressure -> assertThat(pressure).isBetween(0.70, 0.80));
        assertThat(published).anySatisfy(pressure -> assertThat(pressure).isBetween(0.85, 0.92));
        assertThat(published.get(published.size() - 1)).isGreaterThanOrEqualTo(0.95);
        assertThat(guard.check().secondsToExhaustion().orElseThrow()).isLessThan(1);
    }

    @Test
    void garbageThatFillsTheHeapIsLookedAtAndIsNoPressure() {
        heap.max = 100 * MB;
        heap.committed = 100 * MB;
        memory.workingSet = 150 * MB;
        heap.whenAsked = () -> {
            time.advanceMillis(20);
            heap.collection(heap.used, 20 * MB, true);
        };
        double worst = 0;
        // Young collections leave all of what was promoted, dead or alive, until the old generation is collected.
        for (int i = 0; i < 600; i++) {
            long left = 20L + i % 75;
            heap.collection(99 * MB, left * MB, false);
            heap.used = 99 * MB;
            worst = Math.max(worst, sampleAfterMillis(200).pressure().orElseThrow());
        }

        assertThat(worst).isLessThan(0.70);
        // Once in 4 s, and 20 ms each: half a percent of the time.
        assertThat(heap.asked).isBetween(1, 35);
    }

    @Test
    void theNearerTheHeapIsToBeingFullTheSoonerTheNextReading() {
        guard = guard(MemoryGuardConfig.defaults());
        heap.max = 128 * MB;
        heap.committed = 128 * MB;
        heap.used = 4 * MB;
        memory.groupLimit = 4096 * MB;
        sampleAfterMillis(200);
        assertThat(guard.nextIntervalNanos()).isEqualTo(200_000_000L);

        heap.used = 100 * MB;
        sampleAfterMillis(100);
        assertThat(guard.nextIntervalNanos()).isBetween(10_000_000L, 20_000_000L);
    }

    @Test
    void aCollectionCanBeForbidden() {
        guard = guard(MemoryGuardConfig.defaults().withHardLimit(256 * MB).withCollectBeforeEscalating(false));
        heap.max = 400 * MB;
        memory.workingSet = 250 * MB;
        pressure();

        assertThat(heap.asked).isZero();
    }

    @Test
    void theSmallestLimitAppliesAndNamesItsSource() {
        memory.groupLimit = 512 * MB;
        MemoryStatus status = sampleAfterMillis(200);
        assertThat(status.limit()).hasValue(256 * MB);
        assertThat(status.limitSource()).isEqualTo("configuration");

        memory.groupLimit = 128 * MB;
        status = sampleAfterMillis(200);
        assertThat(status.limit()).hasValue(128 * MB);
        assertThat(status.limitSource()).isEqualTo("cgroup /test");
    }

    @Test
    void everyLimitIsListedWithItsSource() {
        memory.groupLimit = 512 * MB;
        memory.groupUsage = 300 * MB;
        memory.groupCache = 200 * MB;
        heap.collection(60 * MB, 30 * MB, true);
        heap.direct = 5 * MB;

        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.limits())
                .containsExactly(
                        new MemoryLimit(
                                "configuration",
                                OptionalLong.of(256 * MB),
                                "",
                                OptionalLong.of(100 * MB),
                                OptionalLong.of(100 * MB),
                                OptionalLong.empty()),
                        new MemoryLimit(
                                "cgroup /test",
                                OptionalLong.of(512 * MB),
                                "",
                                OptionalLong.of(300 * MB),
                                OptionalLong.of(100 * MB),
                                OptionalLong.empty()));
        assertThat(status.heap())
                .isEqualTo(new HeapStatus(
                        30 * MB, 64 * MB, OptionalLong.of(64 * MB), 30 * MB, 30 * MB, 20 * MB, 5 * MB, 1));
        assertThat(status.readAtNanos()).isEqualTo(time.nanoTime());

        guard = guard(MemoryGuardConfig.defaults());
        memory.groupLimit = -1;
        status = sampleAfterMillis(200);
        assertThat(status.limits()).extracting(MemoryLimit::note).containsExactly("unlimited");
    }

    @Test
    void theHardLimitIsSeenAndThrown() {
        memory.workingSet = 256 * MB;
        assertThat(sampleAfterMillis(200).exceedsHardLimit()).isFalse();
        guard.enforce();

        memory.workingSet = 257 * MB;
        time.advanceMillis(200);
        assertThatThrownBy(() -> guard.enforce())
                .isInstanceOf(MemoryLimitExceededException.class)
                .hasMessageContaining("" + 257 * MB)
                .hasMessageContaining("configuration");
        assertThat(guard.check().exceedsHardLimit()).isTrue();
    }

    @Test
    void theSoftLimitIsEightyPercentOfTheHardOneUnlessSet() {
        heap.max = 400 * MB;
        memory.workingSet = 200 * MB;
        assertThat(sampleAfterMillis(200).exceedsSoftLimit()).isFalse();
        memory.workingSet = 206 * MB;
        assertThat(sampleAfterMillis(200).exceedsSoftLimit()).isTrue();

        guard = guard(new MemoryGuardConfig(128 * MB, 256 * MB, 1000, 1e8));
        memory.workingSet = 129 * MB;
        assertThat(sampleAfterMillis(200).exceedsSoftLimit()).isTrue();
    }

    @Test
    void rssIsComparedAsItIsWhereConfigured() {
        guard = guard(MemoryGuardConfig.defaults().withHardLimit(256 * MB).withSource(MemorySource.RSS));
        memory.resident = 192 * MB;
        memory.workingSet = 10 * MB;

        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.pressure().orElseThrow()).isEqualTo(0.75);
        assertThat(status.currentUsage()).hasValue(192 * MB);
    }

    @Test
    void growthIsMeasuredAndForecast() {
        heap.max = 400 * MB;
        memory.workingSet = 50 * MB;
        sampleAfterMillis(200);
        for (int i = 0; i < 40; i++) {
            memory.workingSet += 2 * MB;
            sampleAfterMillis(100);
        }
        MemoryStatus status = guard.check();

        assertThat(status.growthRate()).isCloseTo(20 * MB, within(1.0 * MB));
        assertThat(status.exceedsGrowthRate()).isFalse();
        assertThat(status.secondsToExhaustion().orElseThrow()).isCloseTo((256 - 130) / 20.0, within(0.3));

        memory.workingSet += 200 * MB;
        assertThat(sampleAfterMillis(500).exceedsGrowthRate()).isTrue();
    }

    @Test
    void aLongPauseGivesNoFalseRate() {
        sampleAfterMillis(200);
        memory.workingSet += 100 * MB;

        assertThat(sampleAfterMillis(120_000).growthRate()).isZero();
    }

    @Test
    void whatWasKnownAndIsLostIsUnknownAndNotZero() {
        sampleAfterMillis(200);
        memory.workingSet = -1;
        MemoryStatus status = sampleAfterMillis(200);

        assertThat(status.pressure()).isEmpty();
        assertThat(status.currentUsage()).isEmpty();
        assertThat(status.exceedsHardLimit()).isFalse();
        assertThat(status.pressureSource()).isEqualTo("configuration: the test says so");
    }

    @Test
    void aProbeThatThrowsMakesMemoryUnknownUntilItWorksAgain() {
        memory.throwing = true;
        assertThat(sampleAfterMillis(200).pressure()).isEmpty();

        memory.throwing = false;
        assertThat(sampleAfterMillis(200).pressure()).isPresent();
    }

    @Test
    void withoutResidentMemoryTheHeapIsWhatThereIsToGoBy() {
        memory.workingSet = -1;
        memory.groupUsage = -1;
        heap.collection(64 * MB, 48 * MB, true);

        assertThat(pressure()).isCloseTo(0.75, within(0.001));
    }

    @Test
    void aCheckPerRowReadsByTheClockAndNotByTheCount() {
        for (int row = 0; row < 250_000; row++) {
            guard.check();
            if (row % 250 == 0) {
                time.advanceMillis(1);
            }
        }

        assertThat(memory.readings()).isBetween(5, 101);
    }

    @Test
    void readingsComeCloserTheNearerTheLimit() {
        guard = guard(MemoryGuardConfig.defaults().withHardLimit(4096 * MB));
        heap.max = 8192 * MB;
        memory.workingSet = 60 * MB;
        guard.sample();
        assertThat(guard.nextIntervalNanos()).isEqualTo(200_000_000);

        memory.workingSet = 3900 * MB;
        sampleAfterMillis(10_000);
        assertThat(guard.nextIntervalNanos()).isBetween(20_000_000L, 60_000_000L);

        memory.workingSet = 4096 * MB;
        sampleAfterMillis(10_000);
        assertThat(guard.nextIntervalNanos()).isEqualTo(10_000_000);
    }

    @Test
    void detailsAreReadEveryFifthTimeAndEveryTimeUnderPressure() {
        for (int i = 0; i < 10; i++) {
            sampleAfterMillis(200);
        }
        assertThat(memory.detailed).isEqualTo(2);
        assertThat(memory.fast).isEqualTo(8);

        heap.max = 400 * MB;
        memory.workingSet = 180 * MB;
        for (int i = 0; i < 5; i++) {
            sampleAfterMillis(200);
        }
        assertThat(memory.detailed).isGreaterThanOrEqualTo(7);
    }

    @Test
    void aReadingAllocatesNothing() {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        long self = Thread.currentThread().getId();
        long before = 0;
        int rounds = 5_000;
        for (int round = 0; round < 2 * rounds; round++) {
            if (round == rounds) {
                before = threads.getThreadAllocatedBytes(self);
            }
            time.advanceMillis(200);
            guard.read(time.nanoTime());
        }

        assertThat((threads.getThreadAllocatedBytes(self) - before) / rounds).isZero();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new MemoryGuardConfig(300, 200, 0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("softLimit")
                .hasMessageContaining("checkIntervalMs")
                .hasMessageContaining("growthRateThreshold");
    }

    /** The loop of the chapter. */
    @Test
    void usage() throws InterruptedException {
        MemoryGuardConfig config = new MemoryGuardConfig(
                1024L * 1024 * 1024, // 1 GB
                2L * 1024 * 1024 * 1024, // 2 GB
                1000, // every second
                100_000_000.0); // 100 MB/s
        List<String> done = new ArrayList<>();
        try (MemoryGuard example = new MemoryGuard(config)) {
            while (done.size() < 3) {
                MemoryStatus status = example.check();
                if (status.exceedsHardLimit()) {
                    throw new IllegalStateException("memory exceeded");
                }
                if (status.exceedsSoftLimit()) {
                    done.add("flush");
                    continue;
                }
                if (status.growthRate() > example.config().growthRateThreshold()) {
                    time.sleep(100_000_000);
                }
                done.add("batch");
            }
        }

        assertThat(done).containsExactly("batch", "batch", "batch");
    }
}
