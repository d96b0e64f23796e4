package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.it.Digests;
import dev.headroom.app.verify.RunVerification;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.sink.Compression;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards that are put together are the run that was made as a whole. */
@Timeout(120)
@Tag("determinism")
class MergeTest {
    private static final List<String> CSV = List.of("csv");

    @TempDir
    Path temp;

    private static RunRequest request(List<String> formats, RunGuard guard) {
        return SmallRuns.request(formats, 2, guard);
    }

    private Path shard(int number, int count, List<String> formats, RunGuard guard) throws Exception {
        Path directory = temp.resolve(number + "-of-" + count + "-" + String.join("-", formats));
        SmallRuns.run().generate(directory, false, request(formats, guard), new Shard(number, count), null);
        return directory;
    }

    private List<Path> shards(int count, List<String> formats) throws Exception {
        List<Path> shards = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            shards.add(shard(number, count, formats, ScriptedGuard.calm()));
        }
        return shards;
    }

    private RunResult merge(List<Path> shards, Path output, List<String> formats, RunGuard guard)
            throws RunRefusedException {
        return SmallRuns.run().merge(shards, output, false, manifest -> request(formats, guard));
    }

    private Map<String, String> whole(List<String> formats, RunGuard guard) throws Exception {
        Path directory = temp.resolve("whole");
        SmallRuns.run().generate(directory, false, request(formats, guard), null, null);
        return Digests.of(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void shardsOfEveryFormTogetherAreTheWholeRun(int count) throws Exception {
        for (Compression.Method method : Compression.Method.values()) {
            List<String> together = SmallRuns.forms().stream()
                    .filter(form ->
                            form.endsWith("+" + method) || (method == Compression.Method.NONE && !form.contains("+")))
                    .toList();
            Map<String, String> expected = whole(together, ScriptedGuard.calm());
            List<Path> shards = shards(count, together);
            Path output = temp.resolve("merged");
            // In no particular order.
            shards.add(shards.remove(0));
            RunResult result = merge(shards, output, together, ScriptedGuard.calm());
            assertThat(result.stop()).isEmpty();
            assertThat(result.generated().ranges()).as("the epilogue").isEqualTo(1);
            assertThat(Digests.of(output)).isEqualTo(expected);
            Manifest merged = ManifestFile.read(output);
            Manifest made = ManifestFile.read(temp.resolve("whole"));
            assertThat(merged.status()).isEqualTo(Manifest.Status.COMPLETED);
            assertThat(merged.shard()).isNull();
            assertThat(merged.totals()).isEqualTo(made.totals());
            assertThat(merged.outputs()).isEqualTo(made.outputs());
            assertThat(merged.levels()).isEqualTo(made.levels());
            assertThat(merged.ranges()).usingRecursiveComparison().isEqualTo(made.ranges());
            assertThat(merged.ledgerTotals()).isEqualTo(made.ledgerTotals());
            for (Path directory : List.of(output, temp.resolve("whole"))) {
                deleteAll(directory);
            }
        }
    }

    private static void deleteAll(Path directory) throws Exception {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Test
    void aShardHasItsRangesAlone() throws Exception {
        Manifest first = ManifestFile.read(shard(1, 3, CSV, ScriptedGuard.calm()));
        Manifest second = ManifestFile.read(shard(2, 3, CSV, ScriptedGuard.calm()));
        Manifest third = ManifestFile.read(shard(3, 3, CSV, ScriptedGuard.calm()));
        assertThat(first.ranges().first()).isZero();
        assertThat(second.ranges().first()).isEqualTo(first.nextRange());
        assertThat(third.ranges().first()).isEqualTo(second.nextRange());
        assertThat(third.nextRange()).as("all but the epilogue").isEqualTo(SmallRuns.RANGES - 1);
        assertThat(second.shard()).isEqualTo(new Shard(2, 3));
        assertThat(rows(first, "vendors.csv")).isPositive();
        assertThat(rows(second, "vendors.csv")).isZero();
        assertThat(rows(third, "trial_balances.csv")).isZero();
    }

    private static long rows(Manifest manifest, String output) {
        return manifest.outputs().stream()
                .filter(each -> each.name().equals(output))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** An emergency that passes, before the epilogue: what is there while the merge waits is what a kill would leave. */
    @Test
    void aMergeThatIsKilledWhileItsEpilogueWaitsIsResumed() throws Exception {
        Map<String, String> expected = whole(CSV, ScriptedGuard.calm());
        List<Path> shards = shards(2, CSV);
        Path output = temp.resolve("merged");
        Path killed = Files.createDirectory(temp.resolve("killed"));
        RunGuard guard = new ScriptedGuard(asked -> {
            if (asked == SmallRuns.RANGES) {
                copyAll(output, killed);
            }
            return asked < SmallRuns.RANGES - 1 || asked > SmallRuns.RANGES
                    ? DegradationLevel.NORMAL
                    : DegradationLevel.EMERGENCY;
        });
        RunRequest waiting = SmallRuns.waiting(request(CSV, guard), Duration.ofHours(1));
        assertThat(SmallRuns.run()
                        .merge(shards, output, false, manifest -> waiting)
                        .stop())
                .isEmpty();
        assertThat(Digests.of(output)).isEqualTo(expected);
        assertThat(ManifestFile.read(killed).nextRange()).isEqualTo(SmallRuns.RANGES - 1);
        SmallRuns.run().resume(killed, manifest -> request(CSV, ScriptedGuard.calm()));
        assertThat(Digests.of(killed)).isEqualTo(expected);
    }

    @Test
    void shardsThatWereStoppedAndResumedAreMergedAsIfTheyNeverWere() throws Exception {
        List<Path> shards = shards(3, CSV);
        deleteAll(shards.get(1));
        Path stopped = shard(2, 3, CSV, ScriptedGuard.stoppingAfter(1));
        assertThatThrownBy(() -> merge(shards, temp.resolve("merged"), CSV, ScriptedGuard.calm()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage(stopped + " is not complete; 'headroom resume " + stopped + "' goes on with it");
        assertThat(temp.resolve("merged")).doesNotExist();
        SmallRuns.run().resume(stopped, manifest -> request(CSV, ScriptedGuard.calm()));
        merge(shards, temp.resolve("merged"), CSV, ScriptedGuard.calm());
        assertThat(Digests.of(temp.resolve("merged"))).isEqualTo(whole(CSV, ScriptedGuard.calm()));
    }

    @Test
    void degradedShardsAreTheWholeRunThatIsDegradedThere() throws Exception {
        List<Path> shards = shards(2, CSV);
        deleteAll(shards.get(1));
        shard(
                2,
                2,
                CSV,
                new ScriptedGuard(asked -> asked % 2 == 0 ? DegradationLevel.REDUCED : DegradationLevel.MINIMAL));
        Path merged = temp.resolve("merged");
        merge(shards, merged, CSV, ScriptedGuard.calm());
        Manifest manifest = ManifestFile.read(merged);
        Path replayed = temp.resolve("replayed");
        SmallRuns.run().generate(replayed, false, request(CSV, ScriptedGuard.calm()), null, manifest.levels());
        assertThat(Digests.of(merged)).isEqualTo(Digests.of(replayed));

        SmallRuns.run().repair(merged, each -> request(CSV, ScriptedGuard.calm()));
        Map<String, String> whole = whole(CSV, ScriptedGuard.calm());
        assertThat(Digests.of(merged)).as("repaired after it was merged").isEqualTo(whole);

        SmallRuns.run().repair(shards.get(1), each -> request(CSV, ScriptedGuard.calm()));
        Path again = temp.resolve("again");
        merge(shards, again, CSV, ScriptedGuard.calm());
        assertThat(Digests.of(again)).as("repaired before it was merged").isEqualTo(whole);
    }

    @Test
    void aMergeThatIsStoppedKeepsNothing() throws Exception {
        List<Path> shards = shards(2, CSV);
        Path output = temp.resolve("a/merged");
        RunResult stopped = merge(shards, output, CSV, ScriptedGuard.stoppingAfter(0));
        assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.EMERGENCY);
        assertThat(temp.resolve("a")).doesNotExist();
        merge(shards, output, CSV, ScriptedGuard.calm());
        assertThat(Digests.of(output)).isEqualTo(whole(CSV, ScriptedGuard.calm()));
    }

    @Test
    void whatAKilledMergeHasLeftSaysSoAndIsMergedAgain() throws Exception {
        List<Path> shards = shards(2, CSV);
        Path output = temp.resolve("merged");
        Path killed = Files.createDirectory(temp.resolve("killed"));
        merge(shards, output, CSV, new ScriptedGuard(asked -> {
            copyAll(output, killed);
            return DegradationLevel.NORMAL;
        }));
        RunRequest request = request(CSV, ScriptedGuard.calm());
        String refusal = killed + ": the merge that made it was killed, and nothing of it can be used;"
                + " 'headroom merge' the shards again, with --overwrite";
        assertThatThrownBy(() -> SmallRuns.run().resume(killed, manifest -> request))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> SmallRuns.run().repair(killed, manifest -> request))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> RunVerification.of(killed))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("is what a merge has left that was killed");
        SmallRuns.run().merge(shards, killed, true, manifest -> request);
        assertThat(Digests.of(killed)).isEqualTo(Digests.of(output));
    }

    private static void copyAll(Path from, Path to) {
        try (var files = Files.newDirectoryStream(from)) {
            for (Path file : files) {
                if (!file.endsWith(DirectoryLock.FILE_NAME)) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void decisionsOfAllShardsAreCarriedOver() throws Exception {
        RunRequest calm = request(CSV, ScriptedGuard.calm());
        List<Path> shards = shards(2, CSV);
        Path merged = temp.resolve("merged");
        for (Path shard : shards) {
            addDecision(shard);
        }
        SmallRuns.run().merge(shards, merged, false, manifest -> calm);
        assertThat(ManifestFile.read(merged).decisions())
                .extracting(Manifest.Decision::sequence, Manifest.Decision::source)
                .containsExactly(
                        tuple(1L, shards.get(0).toString()),
                        tuple(2L, shards.get(1).toString()));
    }

    private static void addDecision(Path run) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Path file = run.resolve(ManifestFile.FILE_NAME);
        ObjectNode manifest = (ObjectNode) json.readTree(file.toFile());
        manifest.putArray("decisions")
                .addObject()
                .put("sequence", 1)
                .put("elapsed_ms", 20)
                .put("after_range", 3)
                .put("from", "NORMAL")
                .put("to", "NORMAL")
                .put("mode", "ENFORCE")
                .put("resource", "MEMORY")
                .put("rule", "memory.soft_limit")
                .put("source", run.toString())
                .put("reading_age_ms", 0);
        json.writeValue(file.toFile(), manifest);
    }

    @Test
    void whatIsNotAllOfOneRunIsRefused() throws Exception {
        List<Path> shards = shards(3, CSV);
        Path output = temp.resolve("merged");
        Path whole = temp.resolve("whole");
        SmallRuns.run().generate(whole, false, request(CSV, ScriptedGuard.calm()), null, null);
        Path other = temp.resolve("other");
        RunRequest request = request(CSV, ScriptedGuard.calm());
        RecordedConfiguration changed =
                new RecordedConfiguration(JsonNodeFactory.instance.objectNode(), "another hash", Map.of("seed", "6"));
        SmallRuns.run().generate(other, false, SmallRuns.of(changed), new Shard(2, 3), null);
        Path copy = temp.resolve("copy");
        SmallRuns.run().generate(copy, false, request, new Shard(3, 3), null);
        Path half = temp.resolve("half");
        SmallRuns.run().generate(half, false, request, new Shard(2, 2), null);

        Map<List<Path>, String> refusals = Map.of(
                List.of(shards.get(0), shards.get(2)), "shard 2/3 is missing; give the directories of all 3 shards",
                List.of(shards.get(1)), "shard 1/3, 3/3 are missing; give the directories of all 3 shards",
                List.of(shards.get(0), shards.get(1), shards.get(2), copy),
                        shards.get(2) + " and " + copy + " are both shard 3/3; give one of them",
                List.of(shards.get(0), shards.get(0)), shards.get(0) + " is given twice; give each shard once",
                List.of(shards.get(0), other, shards.get(2)),
                        shards.get(0) + " and " + other + " are not shards of one run: they differ in seed",
                List.of(shards.get(0), half),
                        shards.get(0) + " and " + half
                                + " are not shards of one run: they differ in the number of shards",
                List.of(whole), whole + " is a whole run; give runs that were made with --shard",
                List.of(temp), temp + " has no manifest.json; give the directory of a run");
        refusals.forEach((given, message) -> {
            assertThatThrownBy(() -> merge(given, output, CSV, ScriptedGuard.calm()))
                    .isInstanceOf(RunRefusedException.class)
                    .hasMessage(message);
            assertThat(output).doesNotExist();
        });

        Map<String, String> before = Digests.of(shards.get(1));
        Path link = Files.createSymbolicLink(temp.resolve("link"), shards.get(1));
        for (Path shard : List.of(shards.get(1), link)) {
            assertThatThrownBy(() -> SmallRuns.run().merge(shards, shard, true, manifest -> request))
                    .isInstanceOf(RunRefusedException.class)
                    .hasMessage("output " + shard
                            + " is one of the shards, which stay as they are; give another directory");
        }
        assertThat(Digests.of(shards.get(1))).isEqualTo(before);

        assertThatThrownBy(() -> merge(shards, whole, CSV, ScriptedGuard.calm()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("is not empty; give another directory, or --overwrite");
        SmallRuns.run().merge(shards, whole, true, manifest -> request);
        assertThat(ManifestFile.read(whole).generated().ranges()).isEqualTo(1);

        byte[] bytes = Files.readAllBytes(shards.get(1).resolve("journal_entries.csv"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(shards.get(1).resolve("journal_entries.csv"), bytes);
        assertThatThrownBy(() -> merge(shards, output, CSV, ScriptedGuard.calm()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("journal_entries.csv was changed: bytes");
        assertThat(output).doesNotExist();
    }

    @Test
    void withoutRoomNothingIsBegun() throws Exception {
        List<Path> shards = shards(2, CSV);
        assertThatThrownBy(() -> merge(shards, temp.resolve("merged"), CSV, ScriptedGuard.withSpaceFor(0)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("has no room for what the shards hold together: no room");
        assertThat(temp.resolve("merged")).doesNotExist();
        Map<String, String> before = whole(CSV, ScriptedGuard.calm());
        assertThatThrownBy(() -> SmallRuns.run()
                        .merge(
                                shards,
                                temp.resolve("whole"),
                                true,
                                manifest -> request(CSV, ScriptedGuard.withSpaceFor(0))))
                .isInstanceOf(RunRefusedException.class);
        assertThat(Digests.of(temp.resolve("whole")))
                .as("what was to be replaced")
                .isEqualTo(before);
    }

    @Test
    void moreShardsThanRangesAreRefused() {
        assertThatThrownBy(() -> shard(1, 1000, CSV, ScriptedGuard.calm()))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("there is nothing for some of 1000 shards; make at most");
    }
}
