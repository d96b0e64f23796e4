package dev.headroom.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.luben.zstd.ZstdInputStream;
import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.it.Digests;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Compression;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the format, a run that is stopped again and again ends with the bytes of one that never was. */
@Timeout(120)
@Tag("determinism")
class FormatsTest {
    private static final Ledger LEDGER = Ledger.of(new LedgerConfiguration(
            11,
            LedgerConfiguration.Industry.RETAIL,
            LocalDate.of(2024, 1, 1),
            6,
            "EUR",
            List.of(new Company("1000", "Alpha GmbH", "EUR", "DE", 1)),
            LedgerConfiguration.Complexity.SMALL,
            new LedgerConfiguration.Transactions(6_000, .20, .50, .20, .07, .03),
            new LedgerConfiguration.MasterData(50, 50, 100, 30, 10, 10),
            new LedgerConfiguration.PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
            new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45),
            new LedgerConfiguration.Anomalies(true, .001, .25, .35, .20, .15, .05),
            new LedgerConfiguration.DataQuality(true, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001),
            false));
    private static final Run RUN = new Run(SinkCatalogue.installed(), TimeSource.system(), "test");

    @TempDir
    Path temp;

    private static RunRequest request(
            String format, Compression.Method method, int threads, int batchRows, RunGuard guard) {
        return new RunRequest(
                LEDGER,
                new RecordedConfiguration(JsonNodeFactory.instance.objectNode(), "hash", Map.of()),
                List.of(format),
                new Compression(method, method.defaultLevel()),
                OptionalInt.of(threads),
                OptionalLong.empty(),
                batchRows,
                Duration.ofSeconds(10),
                (output, decisions) -> guard,
                Emergency.STOP,
                new StopRequest(),
                view -> {});
    }

    static Stream<Arguments> formatsAndCompressions() {
        return Stream.of("csv", "json", "ndjson")
                .flatMap(format -> Stream.of(Compression.Method.values()).map(method -> Arguments.of(format, method)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndCompressions")
    void stoppedAgainAndAgainItIsTheSame(String format, Compression.Method method) throws Exception {
        Path whole = temp.resolve("whole");
        RUN.generate(whole, false, request(format, method, 1, 1000, ScriptedGuard.calm()), null, null);
        Random random = new Random((format + method).hashCode());
        Path stopped = temp.resolve("stopped");
        RUN.generate(
                stopped,
                false,
                request(format, method, 2, 300, ScriptedGuard.stoppingAfter(random.nextInt(2))),
                null,
                null);
        for (boolean complete = false; !complete; ) {
            int threads = 1 + random.nextInt(3);
            int batchRows = 64 + random.nextInt(3000);
            RunGuard guard = ScriptedGuard.stoppingAfter(1 + random.nextInt(3));
            RunResult result = RUN.resume(stopped, manifest -> request(format, method, threads, batchRows, guard));
            complete = result.manifest().status() == Manifest.Status.COMPLETED;
        }
        assertThat(Digests.of(stopped)).isEqualTo(Digests.of(whole));
        if (method != Compression.Method.NONE) {
            Path plain = temp.resolve("plain");
            RUN.generate(
                    plain, false, request(format, Compression.Method.NONE, 2, 700, ScriptedGuard.calm()), null, null);
            assertExpandsTo(stopped, plain, method);
        }
    }

    private static void assertExpandsTo(Path compressed, Path plain, Compression.Method method) throws Exception {
        for (OutputState output : ManifestFile.read(plain).outputs()) {
            Path file = compressed.resolve(output.name() + method.fileExtension());
            try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                    InputStream expanded = method == Compression.Method.GZIP
                            ? new GZIPInputStream(bytes)
                            : new ZstdInputStream(bytes);
                    InputStream expected =
                            new BufferedInputStream(Files.newInputStream(plain.resolve(output.name())))) {
                assertThat(expanded).as(output.name()).hasSameContentAs(expected);
            }
        }
    }

    @Test
    void aRunIsNotResumedWithAnotherCompression() throws Exception {
        Path stopped = temp.resolve("stopped");
        RUN.generate(
                stopped,
                false,
                request("csv", Compression.Method.GZIP, 1, 500, ScriptedGuard.stoppingAfter(1)),
                null,
                null);
        for (Compression.Method other : List.of(Compression.Method.NONE, Compression.Method.ZSTD)) {
            assertThatThrownBy(
                            () -> RUN.resume(stopped, manifest -> request("csv", other, 1, 500, ScriptedGuard.calm())))
                    .isInstanceOf(RunRefusedException.class)
                    .hasMessageContaining("was changed since the run began");
        }
    }

    @Test
    void aFormatThatCannotBeCompressedIsRefusedBeforeAnythingIsMade() {
        Run custom = new Run(SinkCatalogue.of(List.of(new CollectingSinks())), TimeSource.system(), "test");
        assertThatThrownBy(() -> custom.generate(
                        temp.resolve("x"),
                        false,
                        request("memory", Compression.Method.GZIP, 1, 500, ScriptedGuard.calm()),
                        null,
                        null))
                .isInstanceOf(RunRefusedException.class)
                .hasMessage("format memory cannot be compressed; leave it out, or set output.compression to none");
        assertThat(temp.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void aStoppedJsonArrayIsWhole(int ranges) throws Exception {
        Path stopped = temp.resolve("stopped");
        // At Minimal the label tables have no rows.
        RunGuard guard =
                new ScriptedGuard(asked -> asked < ranges ? DegradationLevel.MINIMAL : DegradationLevel.EMERGENCY);
        RunResult result =
                RUN.generate(stopped, false, request("json", Compression.Method.NONE, 2, 500, guard), null, null);
        assertThat(result.manifest().outputs())
                .filteredOn(output -> output.name().equals("quality_labels.json"))
                .extracting(OutputState::rows)
                .containsExactly(0L);
        for (OutputState output : result.manifest().outputs()) {
            assertThat(new ObjectMapper().readTree(Files.readAllBytes(stopped.resolve(output.name()))))
                    .as(output.name())
                    .hasSize((int) output.rows());
        }
    }
}
