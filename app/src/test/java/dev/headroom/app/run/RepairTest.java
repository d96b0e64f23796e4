package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.app.it.Digests;
import dev.headroom.degrade.DegradationLevel;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("determinism")
class RepairTest {
    private static final List<String> FORMATS = List.of("csv+ZSTD", "json+ZSTD");
    private static final int DEGRADED = 4;
    /** The epilogue follows from all ranges. */
    private static final int GENERATED = DEGRADED + 1;

    @TempDir
    Path temp;

    private Path whole;
    private Path run;

    private static RunGuard degraded() {
        return new ScriptedGuard(asked -> asked == 1 || asked == 4
                ? DegradationLevel.REDUCED
                : asked == 2 || asked == 5 ? DegradationLevel.MINIMAL : DegradationLevel.NORMAL);
    }

    private static RunRequest request(RunGuard guard) {
        return SmallRuns.request(FORMATS, 2, guard);
    }

    private RepairResult repair(RunGuard guard) throws RunRefusedException {
        return SmallRuns.run().repair(run, manifest -> request(guard));
    }

    @BeforeEach
    void generate() throws Exception {
        whole = temp.resolve("whole");
        run = temp.resolve("run");
        SmallRuns.run().generate(whole, false, request(ScriptedGuard.calm()), null, null);
        SmallRuns.run().generate(run, false, request(degraded()), null, null);
    }

    @Test
    void aRepairedRunIsTheOneThatWasNeverDegraded() throws Exception {
        assertThat(Digests.of(run)).isNotEqualTo(Digests.of(whole));
        RepairResult result = repair(ScriptedGuard.calm());
        assertThat(result.stop()).isNull();
        assertThat(result.generated().ranges()).isEqualTo(GENERATED);
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
        Manifest repaired = ManifestFile.read(run);
        Manifest expected = ManifestFile.read(whole);
        assertThat(repaired.totals()).isEqualTo(expected.totals());
        assertThat(repaired.outputs()).isEqualTo(expected.outputs());
        assertThat(repaired.levels()).isEqualTo(expected.levels());
        assertThat(repaired.status()).isEqualTo(Manifest.Status.COMPLETED);
        assertThat(repaired.ranges().numbering()).isEqualTo(expected.ranges().numbering());
        assertThat(repaired.ranges().logBytes()).isEqualTo(expected.ranges().logBytes());
        assertThat(repair(ScriptedGuard.calm()).nothingToDo()).isTrue();
    }

    @Test
    void aRepairThatIsStoppedAgainAndAgainGeneratesNothingTwice() throws Exception {
        Map<String, String> before = Digests.of(run);
        long generated = 0;
        int stops = 0;
        RepairResult result;
        do {
            result = repair(ScriptedGuard.stoppingAfter(2));
            generated += result.generated().ranges();
            if (result.stop() != null) {
                stops++;
                assertThat(result.stop().reason()).isEqualTo(StopReason.EMERGENCY);
                Map<String, String> now = Digests.of(run);
                assertThat(now).containsAllEntriesOf(before);
            }
        } while (result.stop() != null);
        assertThat(stops).isGreaterThan(1);
        assertThat(generated).isEqualTo(GENERATED);
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
    }

    @Test
    void aRepairUnderPressureStopsInsteadOfDegrading() throws Exception {
        RepairResult result = repair(new ScriptedGuard(asked -> DegradationLevel.REDUCED));
        assertThat(result.stop()).isNotNull();
        assertThat(result.stop().reason()).isEqualTo(StopReason.PRESSURE);
        assertThat(result.generated().ranges()).isZero();
        repair(ScriptedGuard.calm());
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
    }

    @Test
    void withoutRoomNothingIsBegun() {
        assertThatThrownBy(() -> repair(ScriptedGuard.withSpaceFor(0)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("no room");
        assertThat(run.resolve(RepairDirectory.NAME)).doesNotExist();
    }

    @Test
    void theRoomThatIsAskedForIsThatOfTheNewFiles() throws Exception {
        long written = ManifestFile.read(whole).totals().bytes();
        assertThat(RepairRoom.of(run, ManifestFile.read(run), 0).bytes()).isBetween(written * 9 / 10, written * 3 / 2);
    }

    @Test
    void aStoppedRunIsRepairedAndThenResumed() throws Exception {
        Path stopped = temp.resolve("stopped");
        run = stopped;
        SmallRuns.run()
                .generate(
                        stopped,
                        false,
                        request(new ScriptedGuard(asked -> asked < 2
                                ? DegradationLevel.MINIMAL
                                : asked < 5 ? DegradationLevel.NORMAL : DegradationLevel.EMERGENCY)),
                        null,
                        null);
        RepairResult result = repair(ScriptedGuard.calm());
        assertThat(result.generated().ranges()).isEqualTo(2);
        assertThat(result.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
        SmallRuns.run().resume(stopped, manifest -> request(ScriptedGuard.calm()));
        assertThat(Digests.of(stopped)).isEqualTo(Digests.of(whole));
    }

    @Test
    void aRepairThatWasKilledWhileItsFilesMovedIsFinishedByWhoeverComesNext() throws Exception {
        Path repaired = Files.createDirectory(run.resolve(RepairDirectory.NAME));
        int moved = 0;
        for (Path file : List.of(whole.toFile().listFiles()).stream()
                .map(each -> each.toPath())
                .sorted()
                .toList()) {
            String name = file.getFileName().toString();
            boolean manifest = name.equals(ManifestFile.FILE_NAME);
            Path to = manifest ? repaired.resolve(RepairDirectory.COMPLETE_MANIFEST) : repaired.resolve(name);
            Files.copy(file, to);
            if (!manifest && moved++ % 2 == 0) {
                Files.move(to, run.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThatThrownBy(() -> ManifestFile.read(run)).hasMessageContaining("'headroom repair");
        assertThat(SmallRuns.run()
                        .resume(run, manifest -> request(ScriptedGuard.calm()))
                        .nothingToDo())
                .isTrue();
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
    }

    private long endOfACopiedRange(String output) throws Exception {
        Manifest manifest = ManifestFile.read(run);
        int index = manifest.outputs().stream().map(OutputState::name).toList().indexOf(output);
        try (RecordedRanges ranges = RecordedRanges.open(run, manifest)) {
            while (true) {
                RecordedRange range = Objects.requireNonNull(ranges.next());
                RecordedRange.Part part = range.parts().get(index);
                if (range.level() == DegradationLevel.NORMAL && part != null) {
                    return part.segment().end();
                }
            }
        }
    }

    @Test
    void aFileThatWasChangedIsNotCopied() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(run.resolve("journal_entries.csv.zst").toFile(), "rw")) {
            file.seek(endOfACopiedRange("journal_entries.csv.zst") - 2);
            file.write('#');
        }
        Map<String, String> before = Digests.of(run);
        assertThatThrownBy(() -> repair(ScriptedGuard.calm()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("journal_entries.csv.zst was changed: bytes");
        assertThat(Digests.of(run)).containsAllEntriesOf(before);
    }

    @Test
    void overwritingARunForgetsItsRepair() throws Exception {
        repair(ScriptedGuard.stoppingAfter(2));
        assertThat(run.resolve(RepairDirectory.NAME)).isDirectory();
        SmallRuns.run().generate(run, true, request(ScriptedGuard.calm()), null, null);
        assertThat(Digests.of(run)).isEqualTo(Digests.of(whole));
    }
}
