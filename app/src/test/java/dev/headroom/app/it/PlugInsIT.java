package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins of the packaged application, in jars that are made here. */
class PlugInsIT {
    @TempDir
    Path temp;

    private Path plugins;
    private Path output;

    @BeforeEach
    void directories() throws IOException {
        plugins = Files.createDirectory(temp.resolve("plug ins"));
        output = temp.resolve("run");
    }

    private PackagedHeadroom headroom(String... jvmOptions) {
        return new PackagedHeadroom(Map.of(
                "HEADROOM_PLUGINS",
                plugins.toString(),
                "HEADROOM_OPTS",
                "-XX:TieredStopAtLevel=1 " + String.join(" ", jvmOptions)));
    }

    private void installExamples() throws IOException {
        PlugInJar.examples(plugins.resolve("examples.jar"), temp.resolve("work"));
    }

    private static long lines(Path file, String start) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start)).count();
        }
    }

    @Test
    void aSinkIsFoundBesideTheLauncherAndWritesEveryRow() throws Exception {
        installExamples();
        Path home = Files.createDirectories(temp.resolve("home"));
        Files.createDirectory(home.resolve("bin"));
        Path launcher = Files.copy(PackagedHeadroom.launcher(), home.resolve("bin/headroom"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Path original = PackagedHeadroom.launcher().getParent().resolveSibling("lib");
        Files.createSymbolicLink(home.resolve("lib"), original);
        Files.move(plugins, home.resolve("plugins"));

        PackagedHeadroom.quick()
                .startedBy("sh", "-c", "exec '" + launcher + "' \"$@\"")
                .run("generate", "--demo", "--output", output.toString(), "--format", "csv,sql", "--progress", "none")
                .exitsWith(0);

        Path sql = output.resolve("journal_entries.sql");
        assertThat(lines(sql, "CREATE TABLE journal_entries (")).isEqualTo(1);
        long rows = lines(sql, "INSERT INTO journal_entries VALUES (");
        assertThat(rows).isGreaterThan(10_000).isEqualTo(lines(output.resolve("journal_entries.csv"), "") - 1);
    }

    /** A probe stops the run; what can be resumed is, and what only writes is not. */
    @Test
    void aProbeIsUsedAndARunGoesOnWhereItsSinksLetIt() throws Exception {
        installExamples();
        Path quota = Files.writeString(temp.resolve("quota"), "50000000\n");
        PackagedHeadroom headroom = headroom("-Dquota.file=" + quota);

        PackagedHeadroom.Outcome stopped = headroom.run(
                        "generate", "--demo", "--output", output.toString(), "--format", "csv", "--progress", "none")
                .exitsWith(3);
        assertThat(stopped.err() + stopped.out()).contains("disk");
        Path sql = temp.resolve("sql");
        headroom.run("generate", "--demo", "--output", sql.toString(), "--format", "sql", "--progress", "none")
                .exitsWith(3);

        Files.writeString(quota, "100000000000\n");
        headroom.run("resume", output.toString(), "--progress", "none").exitsWith(0);
        assertThat(headroom.run("resume", sql.toString(), "--progress", "none")
                        .exitsWith(2)
                        .err())
                .contains("format sql cannot be resumed in place; generate anew into another directory");

        assertThat(headroom.run("doctor").exitsWith(0).out())
                .contains("CREATE TABLE and INSERT statements; cannot be resumed in place; examples.jar")
                .contains("quota-file")
                .contains(plugins.resolve("examples.jar").toString());

        // And without its jar:
        Files.delete(plugins.resolve("examples.jar"));
        assertThat(headroom.run("resume", sql.toString(), "--progress", "none")
                        .exitsWith(2)
                        .err())
                .contains("format sql is written by a plug-in that is not there; put its jar in " + plugins);
        assertThat(headroom.run(
                                "generate",
                                "--demo",
                                "--output",
                                temp.resolve("no").toString(),
                                "--format",
                                "sql")
                        .exitsWith(2)
                        .err())
                .contains("'sql' is not a known format")
                .contains("one of a plug-in needs its jar in plugins/");
    }

    @Test
    void aJarThatCannotBeReadIsSaidInOneLine() throws Exception {
        Path jar = Files.writeString(plugins.resolve("torn.jar"), "PK and nothing else");

        PackagedHeadroom.Outcome outcome = headroom().run("validate", "--demo").exitsWith(0);

        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("headroom: WARN: plug-in " + jar + " cannot be read, and what it offers is not there: ");
    }

    @Test
    void aProbeProviderThatThrowsIsRefusedAndTheRunGoesOn() throws Exception {
        PlugInJar.probeProvider(
                plugins.resolve("throwing.jar"),
                temp.resolve("work"),
                "if (name() != null) throw new IllegalStateException(\"no licence\");");

        PackagedHeadroom.Outcome outcome = headroom()
                .run("generate", "--demo", "--output", output.toString(), "--format", "none", "--progress", "none")
                .exitsWith(0);

        assertThat(outcome.err())
                .contains("Probe provider faulty.FaultyProvider (priority 0): refused,"
                        + " java.lang.IllegalStateException: no licence");
    }

    @Test
    void aPlugInDirectoryThatIsNotThereIsRefused() throws Exception {
        Files.delete(plugins);
        assertThat(headroom().run("validate", "--demo").exitsWith(2).err())
                .isEqualTo("headroom: HEADROOM_PLUGINS is " + plugins
                        + ", which is not a directory; name one that has jars, or unset it\n");
    }
}
