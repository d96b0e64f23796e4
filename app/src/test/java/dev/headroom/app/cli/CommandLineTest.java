package dev.headroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Shard;
import dev.headroom.generator.LedgerConfiguration.Company;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private Path directory;

    private final List<String> asked = new ArrayList<>();
    private String out = "";
    private String err = "";

    private final GenerateService service = new GenerateService() {
        @Override
        public RunOutcome generate(
                HeadroomConfiguration configuration,
                @Nullable Shard shard,
                @Nullable Path replayLevels,
                boolean overwrite,
                ProgressMode progress) {
            asked.add("generate " + configuration.output().directory() + " seed "
                    + configuration.ledger().seed() + " "
                    + configuration.output().formats() + " threads "
                    + configuration.workerThreads() + " limit " + configuration.memoryLimit() + " " + overwrite + " "
                    + progress + (shard == null ? "" : " shard " + shard)
                    + (replayLevels == null ? "" : " at the levels of " + replayLevels));
            return new RunOutcome(ExitCode.DONE, List.of("done"), List.of());
        }

        @Override
        public RunOutcome merge(
                List<Path> shards, Path output, Overrides overrides, boolean overwrite, ProgressMode progress) {
            asked.add("merge " + shards + " to " + output + " " + overwrite + " " + progress);
            return new RunOutcome(ExitCode.DONE, List.of("merged"), List.of());
        }

        @Override
        public RunOutcome repair(Path run, Overrides overrides, ProgressMode progress) {
            asked.add("repair " + run + " " + progress);
            return new RunOutcome(ExitCode.DONE, List.of("repaired"), List.of());
        }

        @Override
        public RunOutcome resume(Path run, Overrides overrides, ProgressMode progress) throws CommandFailedException {
            if (run.endsWith("broken")) {
                throw new IllegalStateException("broken\ninside");
            }
            if (run.endsWith("exhausted")) {
                throw new OutOfMemoryError("Java heap space");
            }
            if (run.endsWith("missing")) {
                throw new CommandFailedException(
                        ExitCode.BAD_INPUT, run + " is not a directory; give the directory of a run");
            }
            asked.add("resume " + progress);
            return new RunOutcome(ExitCode.STOPPED, List.of(), List.of("stopped"));
        }
    };

    private int run(String... arguments) {
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        int exitCode = Headroom.execute(
                arguments,
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                () -> service);
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exitCode;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void generateTakesTheOptionsBeforeTheFile() throws Exception {
        Path config = file("ledger.yaml", "global: {seed: 1, memory_limit: 1GB}\n");
        assertThat(run(
                        "generate",
                        "--config",
                        config.toString(),
                        "--output",
                        "made",
                        "--seed",
                        "-5",
                        "--format",
                        "none",
                        "--threads",
                        "2",
                        "--memory-limit",
                        "512MB",
                        "--overwrite",
                        "--replay-levels",
                        "degraded",
                        "--progress",
                        "plain"))
                .isZero();
        assertThat(asked)
                .containsExactly(
                        "generate made seed -5 [none] threads OptionalInt[2] limit OptionalLong[536870912] true"
                                + " PLAIN at the levels of degraded");
        assertThat(out).isEqualTo("done" + System.lineSeparator());
        assertThat(err).isEmpty();
    }

    @Test
    void theOutcomeOfARunIsTheExitCodeAndItsMessagesGoToStandardError() {
        assertThat(run("resume", "somewhere")).isEqualTo(3);
        assertThat(out).isEmpty();
        assertThat(err).isEqualTo("stopped" + System.lineSeparator());
    }

    @Test
    void mergeTakesShardsAndTheirOutput() {
        assertThat(run("merge", "first", "second", "--output", "whole", "--overwrite", "--progress", "none"))
                .isZero();
        assertThat(asked).containsExactly("merge [first, second] to whole true NONE");
    }

    @Test
    void generateTakesAShard() {
        assertThat(run("generate", "--demo", "--shard", "2/3", "--progress", "none"))
                .isZero();
        assertThat(asked).singleElement().asString().endsWith(" shard 2/3");
        for (String wrong : List.of("0/3", "4/3", "2", "2/0", "a/b", "-1/3", "1/3/5")) {
            assertThat(run("generate", "--demo", "--shard", wrong)).isEqualTo(2);
            assertThat(err).contains("give I/N, such as 1/3").hasLineCount(1);
        }
    }

    @Test
    void repairTellsWhatItDid() {
        assertThat(run("repair", "somewhere", "--progress", "none")).isZero();
        assertThat(asked).containsExactly("repair somewhere NONE");
        assertThat(out).isEqualTo("repaired" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genrate | headroom: unknown command 'genrate'; did you mean generate? 'headroom --help' tells more",
                "help | headroom: unknown command 'help'; did you mean --help? 'headroom --help' tells more",
                "generate --demo --formt csv | headroom generate: unknown option '--formt'; did you mean --format? 'headroom generate --help' tells more",
                "generate --demo --sed=5 | headroom generate: unknown option '--sed'; did you mean --seed? 'headroom generate --help' tells more",
                "generate --demo more | headroom generate: unknown argument 'more'; 'headroom generate --help' tells more",
                "generate --demo --progress plane | headroom generate: --progress: 'plane' is not known; did you mean plain? It is one of auto, plain, none",
                "generate --demo --threads many | --threads: 'many' is not a whole number; give a whole number, 1 to 256",
                "generate --demo --threads 0 | --threads: 0 is below the minimum 1; give a whole number, 1 to 256",
                "generate --demo --memory-limit 1MB | --memory-limit: '1MB' is below the minimum of 160 MB; give a larger size",
                "generate --demo --seed 1.5 | --seed: 1.5 is not a whole number; give a whole number of 64 bits",
                "init --industry retial | --industry: 'retial' is not known; did you mean retail? It is one of manufacturing, retail, financial_services, healthcare, technology",
                "resume missing | headroom resume: missing is not a directory; give the directory of a run",
                "verify missing --temp-dir nodir | headroom verify: nodir is not a directory; give an existing one with --temp-dir",
                "validate ok.yaml | headroom validate: unknown argument 'ok.yaml'; did you mean --config ok.yaml? 'headroom validate --help' tells more",
                "validate -c a -c b | headroom validate: a configuration is given more than once; give one of --config FILE and --demo, once; 'headroom validate --help' tells more",
                "resume complete --memory-limit 5 | --memory-limit: 5 is below the minimum of 160 MB; give a larger size",
                "repair complete --threads many | --threads: 'many' is not a whole number; give a whole number, 1 to 256",
                "validate --config nowhere.yaml | nowhere.yaml: no such file; name a YAML file, or write one with 'headroom init -o nowhere.yaml'",
            })
    void badUsageIsOneLineAndExitCode2(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err).isEqualTo(message + System.lineSeparator());
        assertThat(out).isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "generate",
                "generate --config",
                "generate --demo --config a.yaml",
                "resume",
                "resume a b",
                "generate --demo --seed 1 --seed 2"
            })
    void incompleteUsageIsOneLineAndExitCode2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.lines()).hasSize(1);
        assertThat(err).startsWith("headroom").contains("--help' tells more");
        assertThat(asked).isEmpty();
    }

    @Test
    void badFilesAreOneLineAndExitCode2() throws Exception {
        Path binary = Files.write(directory.resolve("binary.yaml"), new byte[] {'a', ':', '\n', 0, 1, 2});
        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE4, '\n'});
        Path empty = file("empty.yaml", "");
        Path large = file("large.yaml", "# comment\n".repeat(200_000));
        Path bomb = file(
                "bomb.yaml",
                "a: &a [x,x,x,x,x,x,x,x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                        + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                        + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n"
                        + "g: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n");
        for (Path bad : List.of(binary, latin, empty, large, bomb, directory)) {
            assertThat(run("generate", "--config", bad.toString(), "--output", "made"))
                    .as("exit code for %s", bad)
                    .isEqualTo(2);
            assertThat(err.lines()).as("messages for %s", bad).hasSize(1);
            assertThat(err).startsWith(bad.toString());
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void anInternalErrorIsOneLineUnlessDebugIsAskedFor() {
        assertThat(run("resume", "broken")).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly("headroom resume: internal error: java.lang.IllegalStateException: broken inside;"
                        + " please report it with what --debug shows");
        try {
            assertThat(run("resume", "broken", "--debug")).isEqualTo(1);
            assertThat(err).contains("\tat dev.headroom");
        } finally {
            System.clearProperty(Headroom.LOG_LEVEL_PROPERTY);
        }
    }

    @Test
    void anErrorOfTheRuntimeIsOneLineToo() {
        assertThat(run("resume", "exhausted")).isEqualTo(1);
        assertThat(err.lines())
                .containsExactly(
                        "headroom: internal error: java.lang.OutOfMemoryError: Java heap space; please report it"
                                + " with what --debug shows");
    }

    @Test
    void initWritesWhatValidates() throws Exception {
        Path config = directory.resolve("ledger.yaml");
        assertThat(run("init", "--industry", "retail", "--complexity", "large", "-o", config.toString()))
                .isZero();
        assertThat(out).isEmpty();
        assertThat(config).content().startsWith("# yaml-language-server: $schema=./headroom.schema.json\n");
        assertThat(directory.resolve("headroom.schema.json")).isNotEmptyFile();
        HeadroomConfiguration configuration =
                new ConfigurationReader(List.of("csv", "ndjson")).readFile(config, Overrides.NONE);
        assertThat(configuration.ledger().industry()).hasToString("RETAIL");
        assertThat(configuration.ledger().complexity()).hasToString("LARGE");
        assertThat(configuration.ledger().companies())
                .extracting(Company::name)
                .containsExactly("Brenner Warenhaus GmbH", "Northwind Stores Inc.", "Halden Markets Ltd");

        assertThat(run("init", "-o", config.toString())).isEqualTo(2);
        assertThat(err)
                .isEqualTo("headroom init: " + config + " is there already; name another file, or remove it first"
                        + System.lineSeparator());
    }

    @Test
    void initWithoutAFileWritesToStandardOutput() throws Exception {
        assertThat(run("init")).isZero();
        Path config = file("copied.yaml", out);
        assertThat(run("validate", "--config", config.toString())).isZero();
        assertThat(out).startsWith(config + ": valid");
    }

    @Test
    void doctorTellsOfEveryResourceAndTouchesNothing() {
        Path output = directory.resolve("not/there");
        assertThat(run("doctor", "--memory-limit", "1GB", "--output", output.toString()))
                .isZero();
        assertThat(out)
                .contains("\nProbes\n", "\nMemory\n", "\nDisk\n", "\nCPU\n", "\nJava\n", "\nFormats and plug-ins\n")
                .contains("  jdk           ", "configuration: 1024 MB", output.toString(), "  csv           ")
                .contains("A run that began now would be at level ");
        assertThat(err).isEmpty();
        assertThat(output).doesNotExist();
    }

    @Test
    void doctorSaysThatNoRunCanBeginWhereGenerateWouldRefuse() throws Exception {
        Path taken = file("taken", "x");
        assertThat(run("doctor", "--output", taken.toString())).isZero();
        assertThat(out)
                .contains("output " + taken + " is a file; give a directory")
                .contains("No run could begin now, because of its output; ")
                .doesNotContain("A run that began now");
        assertThat(taken).hasContent("x");
    }

    @Test
    void validateTellsEveryProblemOnItsLine() throws Exception {
        Path config = file("bad.yaml", "global:\n  sead: 1\ntransactions:\n  target_count: x\n");
        assertThat(run("validate", "--config", config.toString())).isEqualTo(2);
        assertThat(err.lines())
                .containsExactly(
                        config + ":2:3: global.sead: is not a key; did you mean global.seed?",
                        config
                                + ":4:17: transactions.target_count: 'x' is not a whole number; give a whole number, 1 to"
                                + " 2000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "generate --help",
                "resume -h",
                "validate --help",
                "init --help",
                "doctor --help",
                "tables --help"
            })
    void helpIsAResult(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out).contains("headroom").contains("--debug").contains("--help");
        assertThat(err).isEmpty();
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(run("--version")).isZero();
        assertThat(out).matches("headroom [0-9]+\\.[0-9]+\\.[0-9]+.*\\R");
    }
}
