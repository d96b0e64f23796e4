package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.it.Digests;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunTest {
    private static final Ledger LEDGER = Ledger.of(new LedgerConfiguration(
            7,
            LedgerConfiguration.Industry.MANUFACTURING,
            LocalDate.of(2024, 7, 1),
            12,
            "EUR",
            List.of(new Company("1000", "Alpha GmbH", "EUR", "DE", 2), new Company("2000", "Beta Inc", "USD", "US", 1)),
            LedgerConfiguration.Complexity.SMALL,
            new LedgerConfiguration.Transactions(6_000, .20, .50, .20, .07, .03),
            new LedgerConfiguration.MasterData(100, 100, 200, 60, 20, 30),
            new LedgerConfiguration.PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
            new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45),
            new LedgerConfiguration.Anomalies(true, .02, .25, .35, .20, .15, .05),
            new LedgerConfiguration.DataQuality(true, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001),
            false));
    private static final SinkCatalogue SINKS = SinkCatalogue.installed();

    @TempDir
    Path temp;

    /** The files of a run that nothing disturbs, made by one thread. */
    private Map<String, String> whole = Map.of();

    @BeforeAll
    void makeWholeRun(@TempDir Path directory) throws Exception {
        RunRequest request = request(ScriptedGuard.calm(), List.of("csv", "ndjson"), 1, 1000);
        run(SINKS).generate(directory, false, request, null, null);
        whole = Digests.of(directory);
    }

    private static RunRequest request(RunGuard guard, List<String> formats, int threads, int batchRows) {
        return new RunRequest(
                LEDGER,
                new RecordedConfiguration(
                        JsonNodeFactory.instance.objectNode().put("seed", 7), "hash", Map.of("seed", "7")),
                formats,
                Compression.NONE,
                OptionalInt.of(threads),
                OptionalLong.empty(),
                batchRows,
                Duration.ofSeconds(10),
                (output, decisions) -> guard,
                Emergency.STOP,
                new StopRequest(),
                view -> {});
    }

    private static RunRequest request(RunGuard guard) {
        return request(guard, List.of("csv", "ndjson"), 2, 500);
    }

    private static Run run(SinkCatalogue sinks) {
        return new Run(sinks, TimeSource.system(), "test");
    }

    private RunResult generate(String directory, RunRequest request) throws Exception {
        return run(SINKS).generate(temp.resolve(directory), false, request, null, null);
    }

    private RunResult resume(String directory, RunRequest request) throws Exception {
        return run(SINKS).resume(temp.resolve(directory), manifest -> request);
    }

    private Map<String, String> digests(String directory) throws IOException {
        return Digests.of(temp.resolve(directory));
    }

    @ParameterizedTest
    @CsvSource({"1,500", "2,64", "5,4096", "7,777"})
    @Tag("determinism")
    void bytesDependOnNeitherThreadsNorBatches(int threads, int batchRows) throws Exception {
        RunResult result =
                generate("other", request(ScriptedGuard.calm(), List.of("csv", "ndjson"), threads, batchRows));
        assertThat(result.manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
        assertThat(result.manifest().totals().entries()).isEqualTo(6_000);
        assertThat(digests("other")).isEqualTo(whole).containsKeys("journal_entries.csv", "vendors.ndjson");
    }

    @Test
    @Tag("determinism")
    void fewerPermitsThanWorkersChangeNothing() throws Exception {
        ScriptedGuard guard = ScriptedGuard.withPermits(1);
        generate("one", request(ScriptedGuard.calm(), List.of("csv"), 1, 500));
        generate("other", request(guard, List.of("csv"), 4, 500));
        assertThat(digests("other")).isEqualTo(digests("one"));
        assertThat(guard.permitsLeft()).isEqualTo(1);
    }

    @Test
    void whatIsWrittenIsToldToWhoeverSetItAside() throws Exception {
        ScriptedGuard guard = ScriptedGuard.calm();
        long bytes = generate("run", request(guard, List.of("csv"), 3, 500))
                .manifest()
                .totals()
                .bytes();
        // All but the headers, which are there before the first range.
        assertThat(guard.written()).isBetween(bytes - (32 << 10), bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3, 6, 8})
    @Tag("determinism")
    void aRunThatIsStoppedAndResumedIsTheSame(long ranges) throws Exception {
        RunResult stopped = generate("stopped", request(ScriptedGuard.stoppingAfter(ranges)));
        assertThat(stopped.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
        assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.EMERGENCY);
        assertThat(stopped.manifest().totals().ranges()).isEqualTo(ranges);
        Path directory = temp.resolve("stopped");
        assertThatThrownBy(() -> run(SINKS).generate(directory, false, request(ScriptedGuard.calm()), null, null))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage("output " + directory + " is not empty: its run is not complete; 'headroom resume "
                        + directory + "' goes on with it; otherwise give another directory, or --overwrite to replace"
                        + " the run in it");
        RunResult resumed = resume("stopped", request(ScriptedGuard.calm()));
        assertThat(resumed.manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
        assertThat(digests("stopped")).isEqualTo(whole);
        assertThat(stopped.generated().ranges()).isEqualTo(ranges);
        assertThat(resumed.generated().ranges()).isEqualTo(LEDGER.rangeCount() - ranges);
        assertThat(stopped.generated().entries() + resumed.generated().entries())
                .isEqualTo(6_000);
        assertThat(resumed.manifest().generated()).isEqualTo(resumed.generated());
        assertThat(resume("stopped", request(ScriptedGuard.calm())).nothingToDo())
                .isTrue();
    }

    @Test
    @Tag("determinism")
    void aRunThatWaitsForAnEmergencyToPassGoesOnToTheSameBytes() throws Exception {
        ScriptedGuard passing = new ScriptedGuard(
                asked -> asked >= 3 && asked < 8 ? DegradationLevel.EMERGENCY : DegradationLevel.NORMAL);
        RunResult waited = generate("waited", SmallRuns.waiting(request(passing), Duration.ofMinutes(1)));
        assertThat(waited.manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
        assertThat(waited.manifest().decisions())
                .extracting(Manifest.Decision::rule)
                .containsExactly("emergency.wait", "emergency.go_on");
        assertThat(digests("waited")).isEqualTo(whole);
    }

    @Test
    @Tag("determinism")
    void aRunThatWaitsInVainStopsAndCanBeResumed() throws Exception {
        RunResult stopped =
                generate("stopped", SmallRuns.waiting(request(ScriptedGuard.withSpaceFor(4)), Duration.ofMillis(200)));
        assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.DISK_FULL);
        assertThat(stopped.stop().orElseThrow().message())
                .isEqualTo("no room; waited 0.2 s, the longest that is configured");
        assertThat(stopped.manifest().totals().ranges()).isEqualTo(4);
        resume("stopped", request(ScriptedGuard.calm()));
        assertThat(digests("stopped")).isEqualTo(whole);
    }

    @Test
    @Tag("determinism")
    void aRunThatWasKilledBeforeItsFilesWereMadeGoesOn() throws Exception {
        generate("killed", request(ScriptedGuard.stoppingAfter(0)));
        for (String name : digests("killed").keySet()) {
            Files.delete(temp.resolve("killed").resolve(name));
        }
        resume("killed", request(ScriptedGuard.calm()));
        assertThat(digests("killed")).isEqualTo(whole);
    }

    @Test
    @Tag("determinism")
    void aReplayWritesTheBytesOfTheDegradedRun() throws Exception {
        LongFunction<DegradationLevel> levels =
                asked -> List.of(DegradationLevel.MINIMAL, DegradationLevel.NORMAL, DegradationLevel.REDUCED)
                        .get((int) (asked % 3));
        Manifest degraded =
                generate("degraded", request(new ScriptedGuard(levels))).manifest();
        RunResult stopped = run(SINKS)
                .generate(
                        temp.resolve("replayed"),
                        false,
                        request(ScriptedGuard.stoppingAfter(6)),
                        null,
                        degraded.levels());
        assertThat(stopped.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
        Manifest replayed = resume("replayed", request(ScriptedGuard.calm())).manifest();
        assertThat(digests("replayed")).isEqualTo(digests("degraded"));
        assertThat(replayed.levels()).isEqualTo(degraded.levels());
        assertThat(replayed.replayLevels()).isEqualTo(degraded.levels());
    }

    @Test
    @Tag("determinism")
    void whatWasWrittenAfterTheLastCheckpointIsWrittenAgain() throws Exception {
        generate("killed", request(ScriptedGuard.stoppingAfter(4)));
        // A process that is killed leaves bytes behind its last checkpoint.
        Path directory = temp.resolve("killed");
        for (String name : List.of("journal_entries.csv", "vendors.ndjson", "ranges.ndjson")) {
            Files.writeString(directory.resolve(name), "half a rec", java.nio.file.StandardOpenOption.APPEND);
        }
        resume("killed", request(ScriptedGuard.calm()));
        assertThat(digests("killed")).isEqualTo(whole);
    }

    @Test
    void levelsAreRecordedAndLeaveOutWhatTheySay() throws Exception {
        LongFunction<DegradationLevel> levels = asked ->
                asked < 5 ? DegradationLevel.NORMAL : asked < 7 ? DegradationLevel.REDUCED : DegradationLevel.MINIMAL;
        Manifest degraded =
                generate("degraded", request(new ScriptedGuard(levels))).manifest();
        Manifest normal = generate("normal", request(ScriptedGuard.calm())).manifest();
        assertThat(degraded.levels())
                .containsExactly(
                        new LevelSpan(0, 5, DegradationLevel.NORMAL),
                        new LevelSpan(5, 7, DegradationLevel.REDUCED),
                        new LevelSpan(7, degraded.ranges().total(), DegradationLevel.MINIMAL));
        assertThat(degraded.totals().entries()).isEqualTo(6_000);
        assertThat(rows(degraded, "anomaly_labels.csv")).isBetween(1L, rows(normal, "anomaly_labels.csv") - 1);
        assertThat(rows(degraded, "quality_labels.csv")).isBetween(1L, rows(normal, "quality_labels.csv") - 1);
        assertThat(journalIds("degraded")).isEqualTo(journalIds("normal")).hasSize(6_000);
        List<String> ranges = Files.readAllLines(temp.resolve("degraded").resolve(RangeLog.FILE_NAME));
        assertThat(ranges).hasSize((int) degraded.ranges().total());
        assertThat(ranges.get(6)).startsWith("{\"range\":6,\"level\":\"REDUCED\"");
    }

    private Set<String> journalIds(String directory) throws IOException {
        try (Stream<String> lines = Files.lines(temp.resolve(directory).resolve("journal_entries.csv"))
                .skip(1)) {
            return lines.map(line -> line.substring(0, line.indexOf(','))).collect(Collectors.toSet());
        }
    }

    private static long rows(Manifest manifest, String output) {
        return manifest.outputs().stream()
                .filter(o -> o.name().equals(output))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 61, 95})
    void aSinkThatFailsStopsTheRunWithACheckpoint(int append) throws Exception {
        RunResult failed = runWith("append", append, () -> {
                    throw new IOException("No space left on device");
                })
                .generate(temp.resolve("failed"), false, request(ScriptedGuard.calm()), null, null);
        assertThat(failed.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
        assertThat(failed.stop().orElseThrow().reason()).isEqualTo(StopReason.DISK_FULL);
        assertThat(failed.stop().orElseThrow().message()).contains("No space left on device");
        assertThat(failed.checkpointed()).isTrue();
        for (OutputState output : failed.manifest().outputs()) {
            // Before the first range is complete a CSV file has its header all the same.
            if (output.bytes() > 0) {
                assertThat(temp.resolve("failed").resolve(output.name())).hasSize(output.bytes());
            }
        }
        resume("failed", request(ScriptedGuard.calm()));
        assertThat(digests("failed")).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 60, 61, 100})
    @Tag("determinism")
    void aRangeThatCannotBeCountedWhollyIsNotCountedAtAll(int cut) throws Exception {
        generate("whole", request(ScriptedGuard.calm(), List.of("csv"), 2, 500));
        RunResult failed = runWith("cut", cut, () -> {
                    throw new IOException("the last rows cannot be written");
                })
                .generate(
                        temp.resolve("failed"),
                        false,
                        request(ScriptedGuard.calm(), List.of("csv"), 2, 500),
                        null,
                        null);
        assertThat(failed.stop().orElseThrow().reason()).isEqualTo(StopReason.SINK_FAILURE);
        assertThat(failed.checkpointed()).isTrue();
        resume("failed", request(ScriptedGuard.calm(), List.of("csv"), 2, 500));
        assertThat(digests("failed")).isEqualTo(digests("whole"));
    }

    @Test
    @Tag("determinism")
    void aFailureThatCannotEvenBeToldStopsTheRunWithACheckpoint() throws Exception {
        RunResult failed = runWith("append", 40, () -> {
                    throw new IOException() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        public String getMessage() {
                            throw new OutOfMemoryError("Java heap space");
                        }
                    };
                })
                .generate(temp.resolve("failed"), false, request(ScriptedGuard.calm()), null, null);
        assertThat(failed.manifest().status()).isEqualTo(Manifest.Status.STOPPED);
        assertThat(failed.checkpointed()).isTrue();
        resume("failed", request(ScriptedGuard.calm()));
        assertThat(digests("failed")).isEqualTo(whole);
    }

    @Test
    @Tag("determinism")
    void anInterruptOfTheCallerStopsTheRunWithACheckpoint() throws Exception {
        RunRequest request = request(ScriptedGuard.calm());
        RunResult stopped = generate(
                "stopped",
                new RunRequest(
                        request.ledger(),
                        request.configuration(),
                        request.formats(),
                        request.compression(),
                        request.threads(),
                        request.memoryLimit(),
                        request.batchRows(),
                        request.checkpointInterval(),
                        request.guards(),
                        request.emergency(),
                        request.stop(),
                        view -> Thread.currentThread().interrupt()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.checkpointed()).isTrue();
        assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.INTERRUPTED);
        resume("stopped", request(ScriptedGuard.calm()));
        assertThat(digests("stopped")).isEqualTo(whole);
    }

    @Test
    void aRunWhoseOutputsCannotBeOpenedLeavesNothing() {
        AtomicInteger opened = new AtomicInteger();
        SinkProvider csv = new OpenedBy(false, request -> {
            if (opened.incrementAndGet() == 5) {
                throw new IOException("No space left on device");
            }
            return sinkOf("csv").open(request);
        });
        assertThatThrownBy(() -> run(SinkCatalogue.of(List.of(csv)))
                        .generate(
                                temp.resolve("a/b"),
                                false,
                                request(ScriptedGuard.calm(), List.of("csv"), 1, 500),
                                null,
                                null))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("No space left on device");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aSinkThatCannotBeClosedDoesNotUndoARun() throws Exception {
        SinkProvider csv = new OpenedBy(false, request -> new TableSink() {
            @Override
            public void write(RecordBatch batch) {}

            @Override
            public void close() throws IOException {
                throw new IOException("close");
            }
        });
        RunResult result = run(SinkCatalogue.of(List.of(csv)))
                .generate(
                        temp.resolve("run"), false, request(ScriptedGuard.calm(), List.of("csv"), 1, 500), null, null);
        assertThat(result.manifest().status()).isEqualTo(Manifest.Status.COMPLETED);
    }

    @Test
    void aSinkThatIsSaidToBeResumableAndIsNotIsRefused() {
        TableSink simple = new TableSink() {
            @Override
            public void write(RecordBatch batch) {}

            @Override
            public void close() {}
        };
        SinkProvider csv = new OpenedBy(true, request -> simple);
        assertThatThrownBy(() -> run(SinkCatalogue.of(List.of(csv)))
                        .generate(
                                temp.resolve("run"),
                                false,
                                request(ScriptedGuard.calm(), List.of("csv"), 1, 500),
                                null,
                                null))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("its author has to mend it");
        assertThat(temp).isEmptyDirectory();
    }

    private static SinkProvider sinkOf(String format) {
        try {
            return SINKS.providersOf(List.of(format), Compression.NONE).get(0);
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @FunctionalInterface
    private interface Opener {
        TableSink open(SinkRequest request) throws IOException;
    }

    /** CSV, opened in another way. */
    private record OpenedBy(boolean resumable, Opener opener) implements SinkProvider {
        @Override
        public String format() {
            return "csv";
        }

        @Override
        public String description() {
            return "csv";
        }

        @Override
        public List<String> fileNames(TableSchema schema) {
            return sinkOf("csv").fileNames(schema);
        }

        @Override
        public TableSink open(SinkRequest request) throws IOException {
            return opener.open(request);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/headroom_version=null",
                "/algorithm_version=null",
                "/status=null",
                "/configuration_sha256=null",
                "/configuration_checksums=null",
                "/configuration_checksums/seed=\"8\"",
                "/generated=null",
                "/configuration=null",
                "/formats=null",
                "/formats=[]",
                "/formats=[null]",
                "/ranges=null",
                "/ranges/total=1",
                "/ranges/total=1e30",
                "/ranges/total=99999999999999999999",
                "/ranges/units=null",
                "/ranges/units=[]",
                "/ranges/units=[1,null]",
                "/ranges/units=[1,2,3,4,5,6]",
                "/ranges/sha256=null",
                "/ranges/sha256=\"00c0ffee\"",
                "/ranges/numbering=null",
                "/ranges/numbering=[]",
                "/ranges/numbering=[1,2,3]",
                "/ranges/numbering=[-1]",
                "/ranges/numbering=[10,20]",
                "/ranges/log_bytes=-1",
                "/ranges/log_bytes=9999999",
                "/ranges/first=1",
                "/ledger_totals=null",
                "/ledger_totals/sha256=null",
                "/ledger_totals/sha256=\"00c0ffee\"",
                "/ledger_totals/bytes=1",
                "/ledger_totals/bytes=-1",
                "/ledger_totals/bytes=99999999999",
                "/shard={\"number\":1,\"count\":2}",
                "/shard={\"number\":3,\"count\":2}",
                "/levels=null",
                "/levels=[]",
                "/levels=[null]",
                "/levels=[{\"from\":0,\"to\":4,\"level\":null}]",
                "/levels=[{\"from\":0,\"to\":4,\"level\":\"WORST\"}]",
                "/levels=[{\"from\":0,\"to\":4,\"level\":\"MINIMAL\"}]",
                "/outputs=null",
                "/outputs=[]",
                "/outputs=[null]",
                "/outputs/0/name=null",
                "/outputs/0/name=\"../../secret\"",
                "/outputs/0/bytes=-5",
                "/outputs/0/bytes=\"many\"",
                "/totals=null",
                "/totals/ranges=-1",
                "/totals/ranges=400",
                "/totals/rows=-1",
                "/resources=null",
                "/decisions=null",
                "/decisions=[null]",
                "/format_version=0",
            })
    void aManifestThatWasEditedIsRefusedAndNothingTouched(String edit) throws Exception {
        generate("run", request(ScriptedGuard.stoppingAfter(4)));
        Path file = temp.resolve("run").resolve(ManifestFile.FILE_NAME);
        ObjectMapper json = new ObjectMapper();
        ObjectNode manifest = (ObjectNode) json.readTree(file.toFile());
        String path = edit.substring(0, edit.indexOf('='));
        int name = path.lastIndexOf('/');
        ((ObjectNode) manifest.at(path.substring(0, name)))
                .set(path.substring(name + 1), json.readTree(edit.substring(edit.indexOf('=') + 1)));
        json.writeValue(file.toFile(), manifest);
        Map<String, String> before = digests("run");
        assertThatThrownBy(() -> resume("run", request(ScriptedGuard.calm())))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("run");
        assertThat(digests("run")).isEqualTo(before);
    }

    /** Nobody can tell then what is on the disk; what is told of the run is what the manifest has. */
    @Test
    @Tag("determinism")
    void afterAFailedSyncTheCheckpointBeforeStands() throws Exception {
        List<String> formats = List.of("csv");
        generate("whole", SmallRuns.request(formats, 2, ScriptedGuard.calm()));
        RunResult failed = runWith("force", 45, () -> {
                    throw new IOException("Input/output error");
                })
                .generate(
                        temp.resolve("failed"),
                        false,
                        SmallRuns.request(formats, 2, ScriptedGuard.calm(), Duration.ZERO),
                        null,
                        null);
        assertThat(failed.checkpointed()).isFalse();
        assertThat(failed.stop().orElseThrow().reason()).isEqualTo(StopReason.SINK_FAILURE);
        Manifest standing = ManifestFile.read(temp.resolve("failed"));
        assertThat(standing.status()).isEqualTo(Manifest.Status.RUNNING);
        assertThat(failed.manifest().totals()).isEqualTo(standing.totals());
        assertThat(failed.generated()).isEqualTo(standing.generated());
        assertThat(standing.totals().ranges()).isPositive();

        RunResult resumed = resume("failed", SmallRuns.request(formats, 2, ScriptedGuard.calm()));
        assertThat(resumed.generated().ranges())
                .isEqualTo(SmallRuns.RANGES - standing.totals().ranges());
        assertThat(digests("failed")).isEqualTo(digests("whole"));
    }

    @Test
    void anExhaustedHeapStopsTheRunWithACheckpoint() throws Exception {
        RunResult failed = runWith("append", 40, () -> {
                    throw new OutOfMemoryError("Java heap space");
                })
                .generate(temp.resolve("failed"), false, request(ScriptedGuard.calm()), null, null);
        assertThat(failed.stop().orElseThrow().reason()).isEqualTo(StopReason.HEAP_EXHAUSTED);
        assertThat(failed.checkpointed()).isTrue();
    }

    /** With sinks of which each format's fail once. */
    private static Run runWith(String call, int which, DisturbedSinks.Fault fault) {
        try {
            List<SinkProvider> faulty = new ArrayList<>();
            for (SinkProvider provider : SINKS.providersOf(List.of("csv", "ndjson"), Compression.NONE)) {
                faulty.add(new DisturbedSinks(provider, DisturbedSinks.Disturbance.once(call, which, fault)));
            }
            return run(SinkCatalogue.of(faulty));
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDiskWithoutRoomStopsTheRunBeforeItIsWritten() throws Exception {
        RunResult stopped = generate("full", request(ScriptedGuard.withSpaceFor(3)));
        assertThat(stopped.stop().orElseThrow().reason()).isEqualTo(StopReason.DISK_FULL);
        assertThat(stopped.manifest().totals().ranges()).isEqualTo(3);
    }

    @Test
    void aSinkThatCanOnlyWriteGetsBatchesInOrderAndCannotBeResumed() throws Exception {
        SimpleSinks simple = new SimpleSinks();
        Run run = run(SinkCatalogue.of(List.of(simple)));
        run.generate(
                temp.resolve("simple"), false, request(ScriptedGuard.calm(), List.of("simple"), 3, 300), null, null);
        generate("csv", request(ScriptedGuard.calm(), List.of("csv"), 1, 300));
        List<String> expected = Files.readAllLines(temp.resolve("csv").resolve("journal_entries.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertThat(simple.firstColumns.get("journal_entries")).isEqualTo(expected);

        run.generate(
                temp.resolve("stopped"),
                false,
                request(ScriptedGuard.stoppingAfter(2), List.of("simple"), 3, 300),
                null,
                null);
        assertThatThrownBy(() -> run.resume(
                        temp.resolve("stopped"), m -> request(ScriptedGuard.calm(), List.of("simple"), 1, 300)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("format simple cannot be resumed in place");
    }

    @Test
    void resumeRefusesADirectoryThatWasChanged() throws Exception {
        generate("run", request(ScriptedGuard.stoppingAfter(4)));
        Path file = temp.resolve("run").resolve("journal_entries.csv");
        RunRequest changed = new RunRequest(
                LEDGER,
                new RecordedConfiguration(JsonNodeFactory.instance.objectNode(), "another hash", Map.of("seed", "8")),
                List.of("csv", "ndjson"),
                Compression.NONE,
                OptionalInt.of(1),
                OptionalLong.empty(),
                500,
                Duration.ofSeconds(10),
                (output, decisions) -> ScriptedGuard.calm(),
                Emergency.STOP,
                new StopRequest(),
                view -> {});
        assertThatThrownBy(() -> resume("run", changed)).hasMessageContaining("was changed since the run began: seed;");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 100));
        assertThatThrownBy(() -> resume("run", request(ScriptedGuard.calm())))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("journal_entries.csv has 100 bytes");
        Files.delete(file);
        assertThatThrownBy(() -> resume("run", request(ScriptedGuard.calm())))
                .hasMessageContaining("journal_entries.csv is missing");
    }

    @Test
    void resumeRefusesTotalsOfTheLedgerThatWereChangedOrAreGone() throws Exception {
        generate("run", request(ScriptedGuard.stoppingAfter(6)));
        Path file = temp.resolve("run").resolve(TotalsFile.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2]++;
        Files.write(file, bytes);
        assertThatThrownBy(() -> resume("run", request(ScriptedGuard.calm())))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("totals.bin is not what was written");
        Files.delete(file);
        assertThatThrownBy(() -> resume("run", request(ScriptedGuard.calm())))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("totals.bin is missing");
    }

    /** A process that is killed right after its manifest has named them leaves them in the other file. */
    @Test
    @Tag("determinism")
    void totalsOfTheLedgerAreFoundUnderTheirOtherName() throws Exception {
        generate("killed", request(ScriptedGuard.stoppingAfter(6)));
        Path run = temp.resolve("killed");
        Files.move(run.resolve(TotalsFile.FILE_NAME), run.resolve(TotalsFile.NEXT_NAME));
        Files.writeString(run.resolve(TotalsFile.FILE_NAME), "those of a checkpoint before");
        resume("killed", request(ScriptedGuard.calm()));
        assertThat(digests("killed")).isEqualTo(whole);
        Files.move(run.resolve(TotalsFile.FILE_NAME), run.resolve(TotalsFile.NEXT_NAME));
        assertThat(resume("killed", request(ScriptedGuard.calm())).nothingToDo())
                .isTrue();
        assertThat(digests("killed")).isEqualTo(whole);
    }

    @Test
    void anUnknownFormatIsRefusedBeforeAnythingIsMade() {
        assertThatThrownBy(() -> generate("x", request(ScriptedGuard.calm(), List.of("xml"), 1, 100)))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("format xml is written by a plug-in that is not there")
                .hasMessageContaining("csv")
                .hasMessageContaining("none");
        assertThat(temp.resolve("x")).doesNotExist();
    }

    @Test
    void formatNoneGeneratesAndDiscards() throws Exception {
        RunResult result = generate("none", request(ScriptedGuard.calm(), List.of("none"), 2, 500));
        assertThat(result.manifest().totals().entries()).isEqualTo(6_000);
        assertThat(result.manifest().totals().journalLines()).isGreaterThan(12_000);
        assertThat(digests("none")).containsOnlyKeys("ranges.ndjson", "totals.bin");
    }

    /** A custom sink as a beginner writes it. */
    private static final class SimpleSinks implements SinkProvider {
        private final Map<String, List<String>> firstColumns = new ConcurrentHashMap<>();

        @Override
        public String format() {
            return "simple";
        }

        @Override
        public String description() {
            return "collects the first column";
        }

        @Override
        public boolean resumable() {
            return false;
        }

        @Override
        public List<String> fileNames(TableSchema schema) {
            return List.of();
        }

        @Override
        public TableSink open(SinkRequest request) {
            List<String> collected = new ArrayList<>();
            firstColumns.put(request.schema().name(), collected);
            return new TableSink() {
                @Override
                public void write(RecordBatch batch) {
                    RowCursor rows = batch.cursor();
                    while (rows.next()) {
                        if (request.schema().name().equals("journal_entries")) {
                            collected.add(rows.getText(0));
                        }
                    }
                }

                @Override
                public void close() {}
            };
        }
    }
}
