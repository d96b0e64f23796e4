package dev.headroom.guard;

import static dev.headroom.guard.Fakes.MB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.probe.ManualTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("guard")
@Timeout(60)
class DiskSpaceGuardTest {
    private final ManualTime time = new ManualTime();
    private final Fakes.Disk disk = new Fakes.Disk();

    @AutoClose
    private final DiskSpaceGuard guard = new DiskSpaceGuard(Path.of("out"), guardConfig(), disk, time);

    private static DiskSpaceGuardConfig guardConfig() {
        return DiskSpaceGuardConfig.defaults().withReserveBuffer(50);
    }

    private long availableMb() {
        return guard.status().availableBytes().orElseThrow() / MB;
    }

    @Test
    void theReserveBufferAndReservationsCountAsUsed() {
        disk.usable = 1000 * MB;
        assertThat(availableMb()).isEqualTo(950);

        try (DiskReservation reservation = guard.reserve(100 * MB)) {
            assertThat(availableMb()).isEqualTo(850);
            disk.usable = 960 * MB;
            reservation.written(40 * MB);
            assertThat(availableMb()).isEqualTo(850);
            assertThat(reservation.remaining()).isEqualTo(60 * MB);
        }
        assertThat(availableMb()).isEqualTo(910);
    }

    @Test
    void aReservationIsGivenBackOnce() {
        DiskReservation reservation = guard.reserve(10 * MB);
        reservation.written(30 * MB);
        reservation.close();
        reservation.close();

        assertThat(guard.status().reservedBytes()).isZero();
    }

    @Test
    void whatIsNotThereCannotBeReserved() {
        disk.usable = 100 * MB;

        assertThatThrownBy(() -> guard.reserve(50 * MB + 1))
                .isInstanceOf(DiskSpaceException.class)
                .hasMessageContaining("out has " + 50 * MB + " bytes free")
                .hasMessageContaining("" + (50 * MB + 1));
        guard.reserve(50 * MB).close();
    }

    @Test
    void theHardLimitIsCheckedExactly() {
        disk.usable = 150 * MB;
        assertThatCode(guard::check).doesNotThrowAnyException();
        guard.checkBeforeWrite(0);
        assertThatThrownBy(() -> guard.checkBeforeWrite(1)).isInstanceOf(DiskSpaceException.class);

        disk.usable = 150 * MB - 1;
        time.advanceMillis(100);
        assertThatThrownBy(guard::check).isInstanceOf(DiskSpaceException.class);
        assertThat(guard.status().belowHardLimit()).isTrue();
    }

    @Test
    void theSoftLimitWarnsOnly() {
        disk.usable = 540 * MB;

        assertThat(guard.check().belowSoftLimit()).isTrue();
    }

    @Test
    void aCheckReadsByTheClock() {
        for (int i = 0; i < 10_000; i++) {
            guard.check();
        }
        assertThat(disk.readings).isEqualTo(1);
        time.advanceMillis(100);
        guard.check();
        assertThat(disk.readings).isEqualTo(2);
    }

    @Test
    void unknownIsTheSameEverywhereNeitherPlentyNorNone() {
        disk.usable = -1;
        DiskStatus status = guard.check();

        assertThat(status.availableBytes()).isEmpty();
        assertThat(status.availableMb()).isEmpty();
        assertThat(status.belowHardLimit()).isFalse();
        assertThat(status.unknownReason()).isEqualTo("the test says so");
        assertThatCode(() -> guard.checkBeforeWrite(Long.MAX_VALUE)).doesNotThrowAnyException();
        guard.reserve(MB).close();
    }

    @Test
    void aProbeThatThrowsIsUnknown() {
        disk.throwing = true;

        assertThat(guard.status().unknownReason()).contains("out of order");
    }

    @Test
    void sixtyFourWritersCannotBePromisedTheSameSpace() throws Exception {
        disk.usable = 1050 * MB;
        int writers = 64;
        AtomicLong granted = new AtomicLong();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> results = new ArrayList<>();
        try {
            for (int i = 0; i < writers; i++) {
                results.add(threads.submit(() -> {
                    go.await();
                    for (int round = 0; round < 20; round++) {
                        try {
                            guard.reserve(3 * MB);
                            granted.addAndGet(3);
                        } catch (DiskSpaceException e) {
                            break;
                        }
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(granted.get()).isEqualTo(999);
        assertThat(guard.status().reservedBytes()).isEqualTo(999 * MB);
    }

    @Test
    void writersThatWriteWhatTheyReserveNeverOverfillTheDisk() throws Exception {
        AtomicLong free = new AtomicLong(500 * MB);
        Fakes.Disk shrinking = disk;
        disk.usable = free.get();
        int writers = 16;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> results = new ArrayList<>();
        try {
            for (int i = 0; i < writers; i++) {
                results.add(threads.submit(() -> {
                    while (true) {
                        try (DiskReservation reservation = guard.reserve(MB)) {
                            synchronized (free) {
                                shrinking.usable = free.addAndGet(-MB);
                            }
                            reservation.written(MB);
                        } catch (DiskSpaceException e) {
                            return null;
                        }
                    }
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(free.get()).isGreaterThanOrEqualTo(50 * MB);
        assertThat(free.get()).isLessThan((50 + writers) * MB);
    }

    @Test
    void severalPathsOfOneFileSystemAreNotPromisedTheSameSpace() throws Exception {
        Fakes.Disk same = new Fakes.Disk();
        disk.identity = "device of " + this;
        same.identity = disk.identity;
        disk.usable = 1050 * MB;
        same.usable = 1050 * MB;
        Path path = Path.of("elsewhere");
        AtomicLong granted = new AtomicLong();
        try (DiskSpaceGuard other = new DiskSpaceGuard(path, guardConfig(), same, time)) {
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                DiskSpaceGuard asked = i % 2 == 0 ? guard : other;
                Thread writer = new Thread(() -> {
                    try {
                        while (true) {
                            asked.reserve(3 * MB);
                            granted.addAndGet(3);
                        }
                    } catch (DiskSpaceException e) {
                        // All that there is has been given away.
                    }
                });
                writer.start();
                writers.add(writer);
            }
            for (Thread writer : writers) {
                writer.join();
            }

            assertThat(granted).hasValue(999);
            assertThat(other.status().reservedBytes()).isEqualTo(999 * MB);
            assertThat(other.status().availableBytes()).hasValue(MB);
        }
    }

    @Test
    void whatWasWrittenSinceTheReadingIsNotPromisedAgain() {
        disk.usable = 150 * MB;
        DiskReservation first = guard.reserve(100 * MB);
        // The file has the bytes, and the last reading does not know yet.
        disk.usable = 50 * MB;
        first.written(100 * MB);

        assertThatThrownBy(() -> guard.reserve(MB)).isInstanceOf(DiskSpaceException.class);
    }

    @Test
    void aFreshReadingIsEnoughForManyReservations() {
        for (int i = 0; i < 100; i++) {
            guard.reserve(MB).close();
        }

        assertThat(disk.readings).isEqualTo(1);
    }

    @Test
    void theSamplerAsksTheDiskOncePerCheckInterval() {
        for (int i = 0; i < 20; i++) {
            guard.statusSoon();
            time.advanceMillis(10);
        }

        assertThat(disk.readings).isEqualTo(2);
    }

    @Test
    void aDiskThatHangsHoldsNobodyUpAndIsUnknown() throws Exception {
        disk.usable = 500 * MB;
        assertThat(guard.status().availableBytes()).hasValue(450 * MB);

        disk.answers = new CountDownLatch(1);
        int before = disk.readings;
        time.advanceMillis(100);
        assertThat(guard.statusSoon().availableBytes()).hasValue(450 * MB);
        time.advanceMillis(1500);
        DiskStatus status = guard.statusSoon();
        for (int i = 0; i < 1000; i++) {
            // None of these waits, or starts another thread.
            guard.status();
            guard.reserve(MB).close();
        }

        assertThat(disk.readings).isEqualTo(before + 1);
        assertThat(status.availableBytes()).isEmpty();
        assertThat(status.lastAvailableBytes()).hasValue(450 * MB);
        assertThat(status.belowHardLimit()).isFalse();
        assertThat(status.unknownReason()).isEqualTo("the disk has not answered for 1.5 s");
        assertThat(status.ageNanos()).isEqualTo(1_600_000_000L);

        disk.answers.countDown();
        while (guard.status().availableBytes().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(guard.status().availableBytes()).hasValue(450 * MB);
    }

    @Test
    void aDiskThatHangsIsLeftBehindByClose() {
        guard.status();
        disk.answers = new CountDownLatch(1);
        time.advanceMillis(100);
        guard.statusSoon();
        guard.close();

        assertThat(disk.closed).isFalse();
        disk.answers.countDown();
        while (!disk.closed) {
            Thread.onSpinWait();
        }
        assertThat(guard.status().availableBytes()).isPresent();
    }

    @Test
    void outputInMemoryIsBoundByMemoryToo() {
        disk.inMemory = true;
        disk.type = "tmpfs";
        disk.usable = 624 * MB;
        try (DiskSpaceGuard bound = new DiskSpaceGuard(Path.of("out"), guardConfig(), disk, time, () -> 300 * MB)) {
            DiskStatus status = bound.status();

            assertThat(status.availableBytes()).hasValue(250 * MB);
            assertThat(status.inMemory()).isTrue();
            assertThat(status.fileSystem()).isEqualTo("tmpfs");
            assertThatThrownBy(() -> bound.reserve(251 * MB)).isInstanceOf(DiskSpaceException.class);
        }
    }

    @Test
    void onADiskMemoryIsNoBound() {
        try (DiskSpaceGuard bound = new DiskSpaceGuard(Path.of("out"), guardConfig(), disk, time, () -> 0)) {
            assertThat(bound.status().availableBytes()).hasValue(disk.usable - 50 * MB);
        }
    }

    @Test
    void readOnlyIsUnknownAndNotPlenty() {
        disk.readOnly = true;

        assertThat(guard.status().unknownReason()).isEqualTo("the file system is mounted read-only");
    }

    @Test
    void theRateOfFillingForetellsTheEnd() {
        disk.usable = 1050 * MB;
        assertThat(guard.status().secondsToExhaustion()).isEmpty();
        for (int second = 1; second <= 20; second++) {
            disk.usable = (1050 - 10 * second) * MB;
            time.advanceMillis(1000);
            guard.status();
        }

        assertThat(guard.status().secondsToExhaustion().orElseThrow()).isBetween(79.0, 81.0);
    }

    @Test
    void freeFilesAreCountedWhenAskedFor() {
        disk.freeFiles = 7;
        assertThat(guard.freeFiles()).hasValue(7);
        disk.freeFiles = -1;
        assertThat(guard.freeFiles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "100, 1", "367, 2", "100000, 273"})
    void anEstimateRoundsUp(long entries, long mb) {
        assertThat(DiskSpaceGuard.estimateOutputSizeMb(entries, List.of("csv"), false))
                .isEqualTo(mb);
    }

    @Test
    void anEstimateAddsFormatsAndKnowsCompression() {
        long csv = DiskSpaceGuard.estimateOutputSizeMb(100_000, List.of("csv"), false);
        long both = DiskSpaceGuard.estimateOutputSizeMb(100_000, List.of("csv", "ndjson"), false);
        long small = DiskSpaceGuard.estimateOutputSizeMb(100_000, List.of("csv"), true);

        assertThat(both).isGreaterThan(2 * csv);
        assertThat(small).isBetween(1L, csv / 4);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new DiskSpaceGuardConfig(-1, -2, Duration.ofMillis(-1), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hardLimitMb")
                .hasMessageContaining("softLimitMb")
                .hasMessageContaining("checkInterval")
                .hasMessageContaining("reserveBufferMb");
        assertThatThrownBy(() -> guard.reserve(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The usage example of the chapter. */
    @Test
    void usage() {
        long estimatedBytes = 4096;
        try (DiskSpaceGuard example = DiskSpaceGuard.withMinFree(1)) {
            example.check();
            example.checkBeforeWrite(estimatedBytes);
            long size = DiskSpaceGuard.estimateOutputSizeMb(100_000, List.of("csv"), false);

            assertThat(size).isPositive();
        }
    }
}
