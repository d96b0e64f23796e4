package dev.headroom.examples.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Ledger;
import dev.headroom.guard.ResourceGuard;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program is compiled and run with two jars of ours and slf4j-api, in a control group that would kill it. */
@Tag("guard")
@Tag("cgroup")
@EnabledOnOs(OS.LINUX)
class GuardedProgramTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/headroom/examples/program/GuardedProgram.java");
    private static final Path CONTROLLER = Path.of("/sys/fs/cgroup/memory");
    private static final long LIMIT = 256L << 20;

    @TempDir
    Path directory;

    private String jars;

    @BeforeEach
    void theJars() throws IOException, URISyntaxException {
        URI api = ResourceGuard.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        String[] all = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        jars = String.join(
                File.pathSeparator,
                Path.of(api).toString(),
                Arrays.stream(all)
                        .filter(path -> path.contains("guard-linux"))
                        .findFirst()
                        .orElseThrow(),
                Arrays.stream(all)
                        .filter(path -> path.contains("slf4j-api"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void asTheClassPathHasIt() throws Exception {
        compile(List.of("-cp", jars, SOURCE.toString()));
        assertThat(guarded(List.of(
                        "-cp", jars + File.pathSeparator + directory, "dev.headroom.examples.program.GuardedProgram")))
                .matches("stopped with \\d+ MB of work, at EMERGENCY\n");
    }

    @Test
    void asModules() throws Exception {
        Path descriptor = Files.writeString(
                directory.resolve("module-info.java"), "module program { requires dev.headroom.guard.api; }");
        compile(List.of("-p", jars, SOURCE.toString(), descriptor.toString()));
        assertThat(guarded(List.of(
                        "-p",
                        jars + File.pathSeparator + directory,
                        "-m",
                        "program/dev.headroom.examples.program.GuardedProgram")))
                .matches("stopped with \\d+ MB of work, at EMERGENCY\n");
    }

    /** All examples, as a module, which sees what is exported and nothing else. */
    @Test
    void examplesUseWhatIsExported() throws Exception {
        Path descriptor = Files.writeString(
                directory.resolve("module-info.java"),
                "module examples { requires dev.headroom.guard.api; requires dev.headroom.generator; }");
        String modules = jars
                + File.pathSeparator
                + Path.of(Ledger.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
        List<String> arguments = new ArrayList<>(List.of("-p", modules, descriptor.toString()));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.map(Path::toString)
                    .filter(source -> source.endsWith(".java") && !source.endsWith("package-info.java"))
                    .forEach(arguments::add);
        }
        compile(arguments);
    }

    private void compile(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("-d", directory.toString(), "-Xlint:all", "-Werror"));
        all.addAll(arguments);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertThat(javac.run(System.err, System.err, all.toArray(String[]::new)))
                .isZero();
    }

    /** What the program printed; the kernel would have ended it with signal 9. */
    private static String guarded(List<String> arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isWritable(CONTROLLER.resolve("cgroup.procs")), "no control group of version 1 can be made here");
        Path group = Files.createDirectory(
                CONTROLLER.resolve("headroom-example-" + ProcessHandle.current().pid()));
        try {
            Files.writeString(group.resolve("memory.limit_in_bytes"), Long.toString(LIMIT));
            List<String> command = new ArrayList<>(
                    List.of("sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh"));
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:MaxDirectMemorySize=2g"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("137: the kernel killed it; %s", printed)
                    .isZero();
            return printed;
        } finally {
            remove(group);
        }
    }

    /** The kernel lets go of a process a moment after it ended. */
    private static void remove(Path group) throws IOException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                Files.delete(group);
                return;
            } catch (IOException e) {
                if (attempt == 100) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }
}
