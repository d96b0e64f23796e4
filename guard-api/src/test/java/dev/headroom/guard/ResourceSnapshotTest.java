package dev.headroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.degrade.DegradationLevel;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guard")
class ResourceSnapshotTest {
    private static final long MB = 1L << 20;

    private static DiskStatus disk(String path, long availableMb, long lastMb, double seconds) {
        return new DiskStatus(
                path,
                availableMb < 0 ? OptionalLong.empty() : OptionalLong.of(availableMb * MB),
                lastMb < 0 ? OptionalLong.empty() : OptionalLong.of(lastMb * MB),
                0,
                false,
                false,
                0,
                seconds < 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds),
                "ext4",
                false,
                availableMb < 0 ? "the test says so" : "");
    }

    private static ResourceSnapshot of(DiskStatus... disks) {
        return new ResourceSnapshot(
                1,
                0,
                DegradationLevel.NORMAL,
                DegradationLevel.NORMAL,
                MemoryStatus.UNKNOWN,
                List.of(disks),
                CpuStatus.UNKNOWN);
    }

    @Test
    void theTightestDiskCounts() {
        ResourceSnapshot snapshot = of(disk("a", 700, 700, -1), disk("b", 300, 300, 20), disk("c", 900, 900, 10));

        assertThat(snapshot.diskAvailableMb()).hasValue(300);
        assertThat(snapshot.tightestDisk()).map(DiskStatus::path).hasValue("b");
        assertThat(snapshot.secondsToExhaustion()).hasValue(10);
    }

    @Test
    void aDiskThatIsNoLongerKnownCountsWithWhatItLastHad() {
        assertThat(of(disk("a", -1, 300, -1), disk("b", 900, 900, -1)).diskAvailableMb())
                .as("no recovery by the other")
                .hasValue(300);
        assertThat(of(disk("a", -1, 300, -1), disk("b", 200, 200, -1)).diskAvailableMb())
                .as("the other still counts")
                .hasValue(200);
        assertThat(of(disk("a", -1, -1, -1), disk("b", 200, 200, -1)).diskAvailableMb())
                .hasValue(200);
    }

    @Test
    void whereNothingIsKnownNothingIsTold() {
        assertThat(of().diskAvailableMb()).isEmpty();
        assertThat(of(disk("a", -1, 300, -1)).diskAvailableMb()).isEmpty();
        assertThat(of().secondsToExhaustion()).isEmpty();
    }
}
