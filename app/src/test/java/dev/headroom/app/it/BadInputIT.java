package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets one line that says what is wrong, and where, exit code 2, and nothing is written. */
class BadInputIT {
    private final PackagedHeadroom headroom = PackagedHeadroom.quick();

    @TempDir
    Path temp;

    static Stream<Arguments> configurations() {
        return Stream.of(
                Arguments.of("unknown key", "global:\n  sede: 1\n", "seed"),
                Arguments.of("wrong type", "transactions:\n  target_count: many\n", "transactions.target_count"),
                Arguments.of("negative count", "transactions:\n  target_count: -5\n", "transactions.target_count"),
                Arguments.of("impossible date", "global:\n  start_date: 2025-02-30\n", "global.start_date"),
                Arguments.of("unknown format", "output:\n  formats: [xml]\n", "xml"),
                Arguments.of("memory limit", "global:\n  memory_limit: 1MB\n", "global.memory_limit"),
                Arguments.of("duplicate key", "global:\n  seed: 1\n  seed: 2\n", "seed"),
                Arguments.of("empty", "", "empty"),
                Arguments.of("binary", "\0\1\2\3", ""),
                Arguments.of("not yaml", "a: [1, 2\nb: }", ""),
                Arguments.of("alias bomb", aliasBomb(), "alias"));
    }

    /** A billion values in nine lines. */
    private static String aliasBomb() {
        StringBuilder yaml = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            String before = "*" + (char) (name - 1);
            yaml.append(name).append(": &").append(name).append(" [").append(before);
            yaml.append(("," + before).repeat(9)).append("]\n");
        }
        return yaml.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("configurations")
    void aBadConfigurationIsRefused(String name, String yaml, String named) throws Exception {
        Path file = Files.write(temp.resolve("config.yaml"), yaml.getBytes(StandardCharsets.ISO_8859_1));
        Path output = temp.resolve("out");
        PackagedHeadroom.Outcome outcome =
                headroom.run("generate", "--config", file.toString(), "--output", output.toString());
        assertRefusal(outcome, named);
        assertThat(outcome.err()).contains("config.yaml");
        assertThat(output).doesNotExist();
    }

    static Stream<Arguments> commandLines() {
        return Stream.of(
                Arguments.of(List.of("generate", "--config", "no/such/file.yaml"), "no/such/file.yaml"),
                Arguments.of(List.of("generate", "--demo", "--threads", "0"), "threads"),
                Arguments.of(List.of("generate", "--demo", "--threads", "256"), "fit; give --threads"),
                Arguments.of(List.of("generate", "--demo", "--format", "xml"), "xml"),
                Arguments.of(List.of("generate", "--demo", "--memory-limit", "10MB"), "10"),
                Arguments.of(List.of("generate", "--demo", "--memory-limit", "lots"), "lots"),
                Arguments.of(List.of("generate", "--demo", "--sede", "1"), "--sede"),
                Arguments.of(List.of("generate"), "--demo"),
                Arguments.of(List.of("genrate"), "generate"),
                Arguments.of(List.of("resume", "no-such-directory"), "no-such-directory"),
                Arguments.of(List.of("tables", "journal_entry"), "journal_entries"),
                Arguments.of(List.of("tables", "--sql", "vendors"), "--sql is for all tables"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aBadCommandLineIsRefused(List<String> arguments, String named) throws Exception {
        assertRefusal(headroom.run(arguments.toArray(String[]::new)), named);
    }

    @Test
    void anOutputThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "mine");
        assertRefusal(headroom.run("generate", "--demo", "--output", file.toString()), "is a file");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anOutputThatCannotBeWrittenIsRefused() throws Exception {
        assertRefusal(headroom.run("generate", "--demo", "--output", "/proc/headroom"), "/proc/headroom");
    }

    @Test
    void anOutputThatIsNotEmptyIsRefused() throws Exception {
        Files.writeString(temp.resolve("thesis.txt"), "mine");
        assertRefusal(headroom.run("generate", "--demo", "--output", temp.toString()), "not empty");
        assertRefusal(headroom.run("generate", "--demo", "--output", temp.toString(), "--overwrite"), "thesis.txt");
        assertThat(temp.toFile().list()).containsExactly("thesis.txt");
    }

    private static void assertRefusal(PackagedHeadroom.Outcome outcome, String named) throws IOException {
        outcome.exitsWith(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(named).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(outcome.err().lines().filter(line -> !line.isBlank()))
                .as(outcome.err())
                .hasSize(1);
    }
}
