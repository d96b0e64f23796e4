package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.run.ResourceUse;
import dev.headroom.app.run.RunTotals;
import dev.headroom.app.run.RunView;
import dev.headroom.degrade.DegradationLevel;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTextTest {
    private static final long MB = 1 << 20;

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1024,1.0 KB", "1048576,1.0 MB", "268435456,256 MB", "1610612736,1.5 GB"})
    void bytesHaveTheUnitThatFits(double bytes, String text) {
        assertThat(ProgressText.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.04,0.0 s", "9.94,9.9 s", "12.4,12 s", "200,3 min 20 s", "7500,2 h 5 min"})
    void durationsAreSaidAsPeopleSayThem(double seconds, String text) {
        assertThat(ProgressText.seconds(seconds)).isEqualTo(text);
    }

    private static RunView view(DegradationLevel level, OptionalDouble waiting) {
        ResourceUse use = new ResourceUse(
                level,
                OptionalLong.of(190 * MB),
                OptionalLong.of(256 * MB),
                "configuration",
                OptionalDouble.of(0.74),
                0,
                OptionalLong.empty(),
                OptionalLong.of(12_000 * MB),
                OptionalDouble.of(0.934),
                OptionalDouble.empty());
        return new RunView() {
            @Override
            public long entryTarget() {
                return 1_000_000;
            }

            @Override
            public long entriesBefore() {
                return 200_000;
            }

            @Override
            public RunTotals totals() {
                return new RunTotals(1, 400_000, 0, 0, 0);
            }

            @Override
            public ResourceUse use() {
                return use;
            }

            @Override
            public OptionalDouble emergencyWaitSeconds() {
                return waiting;
            }
        };
    }

    @Test
    void aLineTellsEverything() {
        RunView view = view(DegradationLevel.REDUCED, OptionalDouble.empty());
        assertThat(ProgressText.line(view, 2))
                .isEqualTo("40.0 %  400,000 of 1,000,000 entries, 100,000/s, level REDUCED, memory 190 MB of 256 MB,"
                        + " disk 11.7 GB free, CPU 93 %, 6.0 s left");
    }

    @Test
    void aLiveLineCoversTheOneBefore() {
        assertThat(ProgressText.fit("abc", 5)).isEqualTo("abc  ");
        assertThat(ProgressText.fit("abcdef", 5)).isEqualTo("abcde");
        assertThat(ProgressText.fit("abc", -1)).isEmpty();
    }

    @Test
    void aRunThatWaitsSaysSo() {
        RunView view = view(DegradationLevel.EMERGENCY, OptionalDouble.of(12.4));
        assertThat(ProgressText.line(view, 2)).contains(", level EMERGENCY, waiting for 12 s, memory ");
        assertThat(ProgressText.live(view, 2)).contains(", EMERGENCY, waiting for 12 s, mem ");
    }
}
