package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headroom.app.run.GeneratedCount;
import dev.headroom.app.run.LevelSpan;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.OutputState;
import dev.headroom.app.run.RecordedTotals;
import dev.headroom.app.run.RunResult;
import dev.headroom.app.run.RunTotals;
import dev.headroom.app.run.StopReason;
import dev.headroom.degrade.DegradationLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final List<OutputState> FILES = List.of(new OutputState("vendors.csv", "vendors", "csv", 5, 300));
    private static final List<LevelSpan> DEGRADED =
            List.of(new LevelSpan(0, 3, DegradationLevel.NORMAL), new LevelSpan(3, 5, DegradationLevel.REDUCED));

    private static RunResult result(
            String format, List<OutputState> outputs, List<LevelSpan> levels, Manifest.@Nullable Stop stop) {
        GeneratedCount generated = new GeneratedCount(5, 100);
        Manifest manifest = new Manifest(
                1,
                "0.1.0",
                "1",
                stop == null ? Manifest.Status.COMPLETED : Manifest.Status.STOPPED,
                stop,
                "abc",
                Map.of(),
                JsonNodeFactory.instance.objectNode(),
                List.of(format),
                null,
                null,
                null,
                new Manifest.Ranges(0, 5, List.of(1L), new long[] {5}, 700, "00c0ffee"),
                levels,
                outputs,
                new RunTotals(5, 100, 700, 900, 300),
                new RecordedTotals(70, "cafe"),
                generated,
                new Manifest.Resources(null, "", null, 2, 1 << 20),
                List.of());
        return new RunResult(Path.of("made"), manifest, 0, generated, false, true, true, stop, null);
    }

    private static String line(RunResult result, String name) {
        return RunReport.summary(result).stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDegradedRunThatIsCompleteSaysHowToRepairIt() {
        assertThat(line(result("csv", FILES, DEGRADED, null), "Levels"))
                .isEqualTo("Levels     NORMAL in 3, REDUCED in 2 of 5 ranges; 'headroom repair made' gives those below"
                        + " NORMAL their full content");
        assertThat(line(result("csv", FILES, List.of(new LevelSpan(0, 5, DegradationLevel.MINIMAL)), null), "Levels"))
                .startsWith("Levels     all at MINIMAL; 'headroom repair made' gives");
    }

    @Test
    void aRunThatIsDiscardedSaysThatNothingWasKept() {
        RunResult result = result("none", List.of(), DEGRADED, null);
        assertThat(line(result, "Data"))
                .isEqualTo("Data       made: the manifest and its log alone; format none generates and discards");
        assertThat(line(result, "Content"))
                .isEqualTo("Content    100 journal entries with 700 lines; 900 rows, none of them kept");
    }

    @Test
    void whereThereIsNothingToRepairNothingIsSaidOfIt() {
        List<LevelSpan> normal = List.of(new LevelSpan(0, 5, DegradationLevel.NORMAL));
        assertThat(line(result("csv", FILES, normal, null), "Levels")).isEqualTo("Levels     all at NORMAL");
        assertThat(line(result("none", List.of(), DEGRADED, null), "Levels")).doesNotContain("repair");
        Manifest.Stop full = new Manifest.Stop(StopReason.DISK_FULL, "no room");
        assertThat(line(result("csv", FILES, DEGRADED, full), "Levels"))
                .as("a stopped run is resumed first")
                .doesNotContain("repair");
    }
}
