package dev.headroom.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("guard")
class JdkProbesTest {
    @TempDir
    Path directory;

    @Test
    void aReadingIsAValueOrUnlimitedOrUnknown() {
        Reading reading = new Reading();
        assertThat(reading).hasToString("unknown (not read yet)");
        assertThatThrownBy(reading::value).isInstanceOf(IllegalStateException.class);

        reading.set(0);
        assertThat(reading.isValue()).isTrue();
        assertThat(reading.value()).isZero();

        reading.setUnlimited();
        assertThat(reading.kind()).isEqualTo(Reading.Kind.UNLIMITED);
        assertThat(reading.valueOr(7)).isEqualTo(7);
        assertThat(reading.asOptional()).isEmpty();

        reading.set(-1);
        assertThat(reading.isUnknown()).isTrue();
        assertThat(reading.reason()).contains("negative");
    }

    @Test
    void theSpaceOfADirectoryIsKnown() throws IOException {
        DiskReading reading = new DiskReading();
        try (DiskProbe probe = new UsableSpaceProbe(directory)) {
            probe.readDetailed(reading);
        }

        assertThat(reading.usable().value()).isPositive();
        assertThat(reading.total().value())
                .isEqualTo(Files.getFileStore(directory).getTotalSpace());
    }

    @Test
    void aMissingDirectoryIsMeasuredAtItsParentUntilItAppears() throws IOException {
        Path missing = directory.resolve("a/b");
        DiskReading reading = new DiskReading();
        try (DiskProbe probe = new UsableSpaceProbe(missing)) {
            probe.readDetailed(reading);
            assertThat(reading.usable().isValue()).isTrue();
            assertThat(probe.source()).isEqualTo("usable space at " + directory.toAbsolutePath());

            Files.createDirectories(missing);
            probe.readDetailed(reading);
            assertThat(reading.usable().isValue()).isTrue();
            assertThat(probe.source()).isEqualTo("usable space at " + missing.toAbsolutePath());
        }
    }

    @Test
    void aDirectoryThatWasRemovedIsUnknownAndNeitherZeroNorPlenty() throws IOException {
        Path removed = Files.createDirectory(directory.resolve("removed"));
        DiskReading reading = new DiskReading();
        try (DiskProbe probe = new UsableSpaceProbe(removed)) {
            probe.readDetailed(reading);
            Files.delete(removed);
            probe.readFast(reading);
        }

        assertThat(reading.usable()).hasToString("unknown (the path does not exist)");
    }

    @Test
    void theHeapIsKnownAndACollectionIsNoticed() {
        HeapProbe probe = HeapProbe.ofThisJvm();
        HeapReading reading = new HeapReading();
        probe.readDetailed(reading);
        long before = reading.collections();

        probe.collect();
        probe.readDetailed(reading);

        assertThat(reading.used()).isBetween(1L, reading.committed());
        assertThat(reading.committed()).isLessThanOrEqualTo(reading.max());
        assertThat(reading.nonHeapUsed()).isPositive();
        assertThat(reading.collections()).isGreaterThan(before);
        assertThat(reading.usedAfterCollection()).isBetween(1L, reading.max());
        assertThat(reading.wholeHeapCollected()).isTrue();
    }

    @Test
    void theJdkKnowsTheProcessAndNotTheMachine() {
        CpuReading reading = new CpuReading();
        try (CpuProbe probe = new JdkCpuProbe()) {
            probe.readDetailed(reading);
        }

        assertThat(reading.processTime().value()).isPositive();
        assertThat(reading.processors().value()).isPositive();
        assertThat(reading.hostBusyTime().isUnknown()).isTrue();
    }
}
