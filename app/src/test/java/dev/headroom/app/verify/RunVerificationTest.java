package dev.headroom.app.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.RecordedConfiguration;
import dev.headroom.app.run.Run;
import dev.headroom.app.run.RunGuard;
import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.run.RunRequest;
import dev.headroom.app.run.ScriptedGuard;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.app.run.StopRequest;
import dev.headroom.generator.Ledger;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Compression.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound run holds; whatever is done to it is told, and where. */
@Timeout(120)
class RunVerificationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOURNAL = "journal_entries";

    /** One with entries, between others that have some. */
    private static final int RANGE = 5;

    @TempDir
    private static Path runs;

    @TempDir
    Path temp;

    private static void generate(Path directory, String format, Method method, RunGuard guard) throws Exception {
        HeadroomConfiguration configuration = new ConfigurationReader(List.of("csv", "json", "ndjson"))
                .readJson(
                        "test",
                        "{\"transactions\": {\"target_count\": 4000}, \"output\": {\"formats\": [\"" + format
                                + "\"], \"compression\": \"" + method.name().toLowerCase(java.util.Locale.ROOT)
                                + "\"}}",
                        Overrides.NONE);
        RunRequest request = new RunRequest(
                Ledger.of(configuration.ledger()),
                new RecordedConfiguration(
                        JSON.readTree(configuration.toJson()), configuration.hash(), configuration.checksums()),
                configuration.output().formats(),
                configuration.output().compression(),
                OptionalInt.of(2),
                OptionalLong.empty(),
                1000,
                Duration.ofSeconds(10),
                (output, decisions) -> guard,
                Emergency.STOP,
                new StopRequest(),
                view -> {});
        new Run(SinkCatalogue.installed(), TimeSource.system(), "test").generate(directory, false, request, null, null);
    }

    /** A copy of a whole run; each kind is made once. */
    private Path copy(String format, Method method) throws Exception {
        Path whole = runs.resolve(format + method);
        if (Files.notExists(whole)) {
            generate(whole, format, method, ScriptedGuard.calm());
        }
        Path copy = temp.resolve("run");
        Files.createDirectory(copy);
        try (Stream<Path> files = Files.list(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    private static List<String> violations(Path directory) throws Exception {
        return RunVerification.of(directory).violations();
    }

    static Stream<Arguments> formatsAndCompressions() {
        return Stream.of("csv", "json", "ndjson")
                .flatMap(format -> Stream.of(Method.values()).map(method -> Arguments.of(format, method)));
    }

    @ParameterizedTest
    @MethodSource("formatsAndCompressions")
    void aWholeRunHolds(String format, Method method) throws Exception {
        Path run = copy(format, method);
        VerificationReport report = RunVerification.of(run);
        assertThat(report.violations()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.files())
                .hasSize(manifest(run).get("outputs").size())
                .allMatch(file -> file.violations() == 0);
        assertThat(report.ranges()).isEqualTo(report.rangesOfRun()).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"csv,NONE", "json,NONE", "json,GZIP", "ndjson,ZSTD"})
    void aStoppedRunHoldsWhateverFollowsItsLastCheckpoint(String format, Method method) throws Exception {
        Path run = temp.resolve("stopped");
        generate(run, format, method, ScriptedGuard.stoppingAfter(RANGE));
        assertThat(RunVerification.of(run).violations()).isEmpty();
        assertThat(RunVerification.of(run).notes()).isEmpty();
        String name = JOURNAL + "." + format + method.fileExtension();
        long end = manifest(run).at("/outputs").findParents("name").stream()
                .filter(output -> output.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .get("bytes")
                .asLong();
        append(run.resolve(name), "half a rec");
        append(run.resolve("ranges.ndjson"), "\n\n\n");
        VerificationReport report = RunVerification.of(run);
        assertThat(report.violations()).isEmpty();
        assertThat(report.notes())
                .containsExactly(name + ": " + (Files.size(run.resolve(name)) - end)
                        + " bytes after the last checkpoint at byte " + end + ", which resuming takes away");
        editManifest(run, manifest -> manifest.put("status", "COMPLETED"));
        assertThat(RunVerification.of(run).violations())
                .anyMatch(violation -> violation.startsWith("manifest.json: the run is said to be complete, and 5 of"))
                .anyMatch(violation -> violation.startsWith(name + ": "));
    }

    @Test
    void whatCannotBeReadAsAManifestIsRefusedAsAResumeWould() throws Exception {
        Path run = copy("csv", Method.NONE);
        truncate(run.resolve("manifest.json"), 10);
        assertThatThrownBy(() -> RunVerification.of(run))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageMatching("\\S*manifest\\.json:\\d+:\\d+: the file ends within its JSON, .*");
        Files.write(run.resolve("manifest.json"), new byte[0]);
        assertThatThrownBy(() -> RunVerification.of(run))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("manifest.json: it does not hold one object of JSON and nothing else");
    }

    @Test
    void aDirectoryThatIsNoRunIsRefused() {
        assertThatThrownBy(() -> RunVerification.of(temp))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("has no manifest.json");
        assertThatThrownBy(() -> RunVerification.of(temp.resolve("missing")))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining("is not a directory");
    }

    /** Something that is done to a run. */
    @FunctionalInterface
    private interface Damage {
        void to(Path run) throws Exception;
    }

    private static Arguments csv(String kind, Damage damage, String... expected) {
        return Arguments.of("csv", Method.NONE, kind, damage, List.of(expected));
    }

    private static Arguments with(String format, Method method, String kind, Damage damage, String... expected) {
        return Arguments.of(format, method, kind, damage, List.of(expected));
    }

    static Stream<Arguments> damages() {
        String journal = "journal_entries.csv";
        List<Arguments> all = new ArrayList<>(List.of(
                csv(
                        "a byte is flipped",
                        run -> flip(run, journal, RANGE, 1000),
                        "journal_entries\\.csv: range 5 \\(bytes \\d+ to \\d+\\): the checksum is \\w{8}, ranges.ndjson says \\w{8}"),
                csv(
                        "the last byte is cut off",
                        run -> truncate(run.resolve(journal), 1),
                        "journal_entries\\.csv: it has \\d+ bytes, the manifest knows of \\d+",
                        "journal_entries\\.csv: range \\d+ \\(bytes \\d+ to \\d+\\): the file ends at byte \\d+"),
                csv(
                        "bytes are appended",
                        run -> append(run.resolve(journal), "abc"),
                        "journal_entries\\.csv: there are 3 bytes after the last range, which ends at byte \\d+"),
                csv(
                        "files are swapped",
                        run -> {
                            Files.move(run.resolve("vendors.csv"), run.resolve("x"));
                            Files.move(run.resolve("customers.csv"), run.resolve("vendors.csv"));
                            Files.move(run.resolve("x"), run.resolve("customers.csv"));
                        },
                        "customers\\.csv: .*",
                        "vendors\\.csv: range 0, byte 0, record 1 of the file: the first line does not name the table's columns"),
                csv(
                        "a file is deleted",
                        run -> Files.delete(run.resolve("vendors.csv")),
                        "vendors\\.csv: it is missing, or cannot be read; it should have \\d+ bytes"),
                csv(
                        "a file is emptied",
                        run -> Files.write(run.resolve("vendors.csv"), new byte[0]),
                        "vendors\\.csv: it has 0 bytes, the manifest knows of \\d+"),
                csv(
                        "rows are added to the totals",
                        run -> editManifest(run, manifest -> add(manifest, "/totals/rows")),
                        "manifest\\.json: totals\\.rows is \\d+; by ranges\\.ndjson it is \\d+"),
                csv(
                        "bytes are added to the totals",
                        run -> editManifest(run, manifest -> add(manifest, "/totals/bytes")),
                        "manifest\\.json: totals\\.bytes is .*"),
                csv(
                        "entries are added to the totals",
                        run -> editManifest(run, manifest -> add(manifest, "/totals/entries")),
                        "manifest\\.json: totals\\.entries is 4001; by ranges\\.ndjson it is 4000"),
                csv(
                        "lines are added to the totals",
                        run -> editManifest(run, manifest -> add(manifest, "/totals/journal_lines")),
                        "manifest\\.json: totals\\.journal_lines is .*"),
                csv(
                        "a range is added to the totals",
                        run -> editManifest(run, manifest -> add(manifest, "/totals/ranges")),
                        ".*manifest\\.json: not a sound manifest: .*"),
                csv(
                        "a range is added to the run",
                        run -> editManifest(run, manifest -> add(manifest, "/ranges/total")),
                        "manifest\\.json: the run is said to be complete, and \\d+ of \\d+ ranges are there"),
                csv(
                        "rows are added to an output",
                        run -> editManifest(run, manifest -> add(manifest, "/outputs/0/rows")),
                        "manifest\\.json: \\w+\\.csv has rows \\d+; by ranges\\.ndjson it is \\d+"),
                csv(
                        "a byte is taken from an output",
                        run -> editManifest(
                                run,
                                manifest -> ((ObjectNode) manifest.at("/outputs/0"))
                                        .put(
                                                "bytes",
                                                manifest.at("/outputs/0/bytes").asLong() - 1)),
                        "manifest\\.json: \\w+\\.csv has bytes \\d+; by ranges\\.ndjson it is \\d+"),
                csv(
                        "another name stands for an output",
                        run -> editManifest(
                                run, manifest -> ((ObjectNode) manifest.at("/outputs/0")).put("name", "../secret")),
                        "manifest\\.json: outputs names \\.\\./secret, which should be \\w+\\.csv",
                        "ranges\\.ndjson: range 0 has bytes of \\w+\\.csv, which the manifest does not name"),
                csv(
                        "another number of units stands in the ranges",
                        run -> editManifest(run, manifest -> ((ArrayNode) manifest.at("/ranges/units")).set(0, 7)),
                        "manifest\\.json: ranges\\.sha256 is not that of its ranges and levels"),
                csv(
                        "another seed stands in the configuration",
                        run -> editManifest(
                                run, manifest -> ((ObjectNode) manifest.at("/configuration/global")).put("seed", 43)),
                        "manifest\\.json: configuration_sha256 is not that of the configuration beside it, .*"),
                csv(
                        "a key that there is not stands in the configuration",
                        run -> editManifest(
                                run, manifest -> ((ObjectNode) manifest.at("/configuration/global")).put("sede", 43)),
                        "manifest\\.json: its configuration cannot be read: .*sede.*"),
                csv(
                        "a level is another",
                        run -> editManifest(
                                run, manifest -> ((ObjectNode) manifest.at("/levels/0")).put("level", "REDUCED")),
                        "manifest\\.json: levels has range 0 at REDUCED; by ranges\\.ndjson it is NORMAL"),
                csv(
                        "a line of the log is missing",
                        run -> editLog(run, lines -> {
                            lines.remove(1);
                            return lines;
                        }),
                        "ranges\\.ndjson: line 2 is that of range 2, not of range 1; ranges from there on cannot be checked"),
                csv(
                        "the last line of the log is missing",
                        run -> editLog(run, lines -> {
                            lines.remove(lines.size() - 1);
                            return lines;
                        }),
                        "manifest\\.json: totals\\.ranges is \\d+; ranges\\.ndjson has \\d+"),
                csv(
                        "a line of the log is no JSON",
                        run -> editLog(run, lines -> {
                            lines.set(1, "{\"range\":1,");
                            return lines;
                        }),
                        "ranges\\.ndjson: line 2 is not that of a range: .* \\(byte \\d+\\); ranges from 1 on cannot be checked"),
                csv(
                        "a line of the log lacks a field",
                        run -> editLog(run, lines -> {
                            lines.set(1, lines.get(1).replace("\"entries\"", "\"entires\""));
                            return lines;
                        }),
                        "ranges\\.ndjson: line 2 is not that of a range: .*"),
                csv(
                        "the log names other rows",
                        run -> editPart(
                                run,
                                RANGE,
                                journal,
                                part -> part.put("rows", part.get("rows").asLong() + 1)),
                        "journal_entries\\.csv: range 5 \\(bytes \\d+ to \\d+\\): there are \\d+ records, ranges\\.ndjson says \\d+"),
                csv(
                        "the log names another checksum",
                        run -> editPart(run, RANGE, journal, part -> part.put("crc32c", "0123abcd")),
                        "journal_entries\\.csv: range 5 .*: the checksum is \\w{8}, ranges\\.ndjson says 0123abcd"),
                csv(
                        "the log names another end",
                        run -> editPart(
                                run,
                                RANGE,
                                journal,
                                part -> part.put("end", part.get("end").asLong() - 1)),
                        "journal_entries\\.csv: range 5 .*: the checksum is .*",
                        "journal_entries\\.csv: range 5, byte \\d+, record \\d+ of the file: the range ends within a record",
                        "journal_entries\\.csv: range 6 .*"),
                csv(
                        "the log lets a range end before its start",
                        run -> editPart(run, RANGE, journal, part -> part.put("end", 5)),
                        "journal_entries\\.csv: range 5: ranges\\.ndjson lets it end at byte 5, before its start at \\d+"),
                csv(
                        "the log is shortened",
                        run -> truncate(run.resolve("ranges.ndjson"), 100),
                        "ranges\\.ndjson: the file ends at byte \\d+; the manifest knows of \\d+ .*"),
                csv(
                        "the log is lengthened",
                        run -> append(run.resolve("ranges.ndjson"), "{}\n"),
                        "ranges\\.ndjson: there are 3 bytes after byte \\d+, up to which the manifest knows it"),
                csv(
                        "the log is deleted",
                        run -> Files.delete(run.resolve("ranges.ndjson")),
                        "ranges\\.ndjson: it is missing"),
                csv(
                        "the totals of the ledger are changed",
                        run -> truncate(run.resolve("totals.bin"), 1),
                        "totals\\.bin: it does not begin with the totals that ledger_totals names"),
                csv(
                        "the totals of the ledger are deleted",
                        run -> Files.delete(run.resolve("totals.bin")),
                        "totals\\.bin: it is missing"),
                csv(
                        "a separator is another",
                        run -> replace(run, journal, RANGE, ",", ";"),
                        "journal_entries\\.csv: range 5, byte \\d+, record \\d+ of the file: a record has \\d+ fields, not \\d+"),
                csv(
                        "a quote is where none belongs",
                        run -> replace(run, journal, RANGE, "000", "0\"0"),
                        "journal_entries\\.csv: range 5, byte \\d+, record \\d+ of the file: a quote within a field .*"),
                csv(
                        "a line does not end",
                        run -> replace(run, journal, RANGE, "\n", "x"),
                        "journal_entries\\.csv: range 5, byte \\d+, record \\d+ of the file: a record has \\d+ fields, not \\d+"),
                with(
                        "json",
                        Method.NONE,
                        "the end of the array is missing",
                        run -> truncate(run.resolve("vendors.json"), 3),
                        "vendors\\.json: after the last range, which ends at byte \\d+, the end of the array is missing .*"),
                with(
                        "json",
                        Method.NONE,
                        "something follows the array",
                        run -> append(run.resolve("vendors.json"), "\n[]"),
                        "vendors\\.json: after the last range, .*"),
                with(
                        "json",
                        Method.NONE,
                        "a separator is missing",
                        run -> replace(run, "journal_entries.json", RANGE, "},\n", "} \n"),
                        "journal_entries\\.json: range 5, byte \\d+, record \\d+ of the file: not JSON: .*"),
                with(
                        "json",
                        Method.GZIP,
                        "a byte is flipped",
                        run -> flip(run, "journal_entries.json.gz", RANGE, 200),
                        "journal_entries\\.json\\.gz: range 5 \\(bytes .*: the checksum is .*"),
                with(
                        "ndjson",
                        Method.NONE,
                        "a column has another name",
                        run -> replace(run, "journal_entries.ndjson", RANGE, "\"journal_id\"", "\"journal_ie\""),
                        "journal_entries\\.ndjson: range 5, byte \\d+, record \\d+ of the file: the fields of a record are not .*"),
                with(
                        "ndjson",
                        Method.NONE,
                        "two records stand in one line",
                        run -> replace(run, "journal_entries.ndjson", RANGE, "}\n", "} "),
                        "journal_entries\\.ndjson: range 5, byte \\d+, record \\d+ of the file: there are \\d+ lines and \\d+ records"),
                with(
                        "ndjson",
                        Method.NONE,
                        "a brace is missing",
                        run -> replace(run, "journal_entries.ndjson", RANGE, "}\n", " \n"),
                        "journal_entries\\.ndjson: range 5, byte \\d+, record \\d+ of the file: not JSON: .*"),
                with(
                        "csv",
                        Method.GZIP,
                        "a compressed byte and its checksum are others",
                        run -> {
                            flip(run, "journal_entries.csv.gz", RANGE, 2000);
                            mendChecksum(run, "journal_entries.csv.gz", RANGE);
                        },
                        "journal_entries\\.csv\\.gz: range 5, byte \\d+.*"),
                with(
                        "csv",
                        Method.GZIP,
                        "a member does not begin as one",
                        run -> {
                            flip(run, "journal_entries.csv.gz", RANGE, 0);
                            mendChecksum(run, "journal_entries.csv.gz", RANGE);
                        },
                        "journal_entries\\.csv\\.gz: range 5, byte \\d+: no gzip member begins here"),
                with(
                        "csv",
                        Method.GZIP,
                        "a member's own checksum is another",
                        run -> {
                            flip(run, "journal_entries.csv.gz", RANGE, -8);
                            mendChecksum(run, "journal_entries.csv.gz", RANGE);
                        },
                        "journal_entries\\.csv\\.gz: range 5, byte \\d+: a gzip member's checksum or size is not that of its content"),
                with(
                        "csv",
                        Method.ZSTD,
                        "a compressed byte and its checksum are others",
                        run -> {
                            flip(run, "journal_entries.csv.zst", RANGE, 2000);
                            mendChecksum(run, "journal_entries.csv.zst", RANGE);
                        },
                        "journal_entries\\.csv\\.zst: range 5, byte \\d+.*"),
                with(
                        "csv",
                        Method.ZSTD,
                        "a frame is cut",
                        run -> cutLastRange(run, "journal_entries.csv.zst"),
                        "journal_entries\\.csv\\.zst: range \\d+, byte \\d+: a zstd frame is not complete"),
                with(
                        "csv",
                        Method.GZIP,
                        "a member is cut",
                        run -> cutLastRange(run, "journal_entries.csv.gz"),
                        "journal_entries\\.csv\\.gz: range \\d+, byte \\d+: a gzip member is not complete")));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("damages")
    void damageIsNamed(String format, Method method, String kind, Damage damage, List<String> expected)
            throws Exception {
        Path run = copy(format, method);
        damage.to(run);
        List<String> violations = violations(run);
        for (String pattern : expected) {
            assertThat(violations).as(kind).anyMatch(Pattern.compile(pattern).asMatchPredicate());
        }
        // Nothing that was not touched is named; the last range, which ends a run, ends three files.
        assertThat(violations).hasSizeLessThan(15);
    }

    @Test
    void manyViolationsOfAFileAreCounted() throws Exception {
        Path run = copy("csv", Method.NONE);
        editLog(run, lines -> {
            lines.replaceAll(line -> line.replaceAll("\"crc32c\":\"\\w{8}\"", "\"crc32c\":\"00000000\""));
            return lines;
        });
        VerificationReport report = RunVerification.of(run);
        assertThat(report.files()).allMatch(file -> file.violations() > 0);
        assertThat(report.violations().size())
                .isLessThanOrEqualTo(11 * report.files().size());
    }

    private static ObjectNode manifest(Path run) throws IOException {
        return (ObjectNode) JSON.readTree(run.resolve("manifest.json").toFile());
    }

    private static void editManifest(Path run, java.util.function.Consumer<ObjectNode> edit) throws IOException {
        ObjectNode manifest = manifest(run);
        edit.accept(manifest);
        JSON.writeValue(run.resolve("manifest.json").toFile(), manifest);
    }

    private static void add(ObjectNode manifest, String pointer) {
        int name = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) manifest.at(pointer.substring(0, name));
        String field = pointer.substring(name + 1);
        parent.put(field, parent.get(field).asLong() + 1);
    }

    /** Edits the lines of the log, and lets the manifest know its new length. */
    private static void editLog(Path run, UnaryOperator<List<String>> edit) throws IOException {
        Path log = run.resolve("ranges.ndjson");
        List<String> lines = edit.apply(new ArrayList<>(Files.readAllLines(log)));
        Files.writeString(log, String.join("\n", lines) + "\n");
        editManifest(
                run,
                manifest -> ((ObjectNode) manifest.get("ranges"))
                        .put("log_bytes", log.toFile().length()));
    }

    private static void editPart(Path run, int range, String name, java.util.function.Consumer<ObjectNode> edit)
            throws IOException {
        editLog(run, lines -> {
            try {
                ObjectNode line = (ObjectNode) JSON.readTree(lines.get(range));
                edit.accept((ObjectNode) line.get("outputs").get(name));
                lines.set(range, line.toString());
                return lines;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static long[] bounds(Path run, String name, int range) throws IOException {
        List<Long> ends = new ArrayList<>(List.of(0L));
        for (String line : Files.readAllLines(run.resolve("ranges.ndjson"))) {
            JsonNode part = JSON.readTree(line).get("outputs").get(name);
            ends.add(part == null ? ends.get(ends.size() - 1) : part.get("end").asLong());
        }
        return new long[] {ends.get(range), ends.get(range + 1)};
    }

    private static void flip(Path run, String name, int range, int offset) throws IOException {
        Path file = run.resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        long[] bounds = bounds(run, name, range);
        bytes[(int) (offset < 0 ? bounds[1] + offset : bounds[0] + offset)] ^= 0x10;
        Files.write(file, bytes);
    }

    /** Replaces a text of a range by one of the same length, behind some records, and mends the checksum. */
    private static void replace(Path run, String name, int range, String text, String other) throws IOException {
        Path file = run.resolve(name);
        long[] bounds = bounds(run, name, range);
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        int at = content.indexOf(text, (int) bounds[0] + 5000);
        assertThat(at).isBetween(0, (int) bounds[1]);
        Files.write(
                file, (content.substring(0, at) + other + content.substring(at + text.length())).getBytes(ISO_8859_1));
        mendChecksum(run, name, range);
    }

    private static void mendChecksum(Path run, String name, int range) throws IOException {
        long[] bounds = bounds(run, name, range);
        CRC32C checksum = new CRC32C();
        checksum.update(Arrays.copyOfRange(Files.readAllBytes(run.resolve(name)), (int) bounds[0], (int) bounds[1]));
        editPart(run, range, name, part -> part.put("crc32c", HexFormat.of().toHexDigits((int) checksum.getValue())));
    }

    private static void cutLastRange(Path run, String name) throws IOException {
        int range = Files.readAllLines(run.resolve("ranges.ndjson")).size() - 1;
        truncate(run.resolve(name), 3);
        editPart(run, range, name, part -> part.put("end", part.get("end").asLong() - 3));
        mendChecksum(run, name, range);
    }

    private static void truncate(Path file, int bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length - bytes));
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8), StandardOpenOption.APPEND);
    }
}
