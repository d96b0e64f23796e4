package dev.headroom.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** The packaged application as a user starts it: a process of its own. */
final class PackagedHeadroom {
    private static final long TIMEOUT_SECONDS = 300;

    /** What many short processes take is the compiler's, of which the quick one is enough for them. */
    private static final Map<String, String> QUICK = Map.of("HEADROOM_OPTS", "-XX:TieredStopAtLevel=1");

    private static final Path LAUNCHER =
            archived(Path.of("target/headroom/bin/headroom").toAbsolutePath());

    private final List<String> prefix = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path launcher;

    /**
     * How a process ended.
     *
     * @param exitCode its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Outcome(int exitCode, String out, String err) {
        Outcome exitsWith(int code) {
            Assertions.assertThat(exitCode).as("exit code; %s%s", out, err).isEqualTo(code);
            return this;
        }
    }

    /** A process that runs. */
    record Running(Process process, Path out, Path err) {
        Outcome await() throws IOException, InterruptedException {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + Files.readString(err));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    PackagedHeadroom() {
        this(Map.of());
    }

    PackagedHeadroom(Map<String, String> environment) {
        this(environment, launcher());
    }

    private PackagedHeadroom(Map<String, String> environment, Path launcher) {
        this.environment = environment;
        this.launcher = launcher;
    }

    /** With less effort of the compiler: for runs that are short, and whose memory and speed do not matter. */
    static PackagedHeadroom quick() {
        return new PackagedHeadroom(QUICK);
    }

    /** A copy that starts as quickly as can be, and that no build touches. */
    static PackagedHeadroom copiedTo(Path directory) throws IOException, InterruptedException {
        commandOutput("cp", "-a", launcher().getParent().getParent().toString(), directory.toString());
        return new PackagedHeadroom(QUICK, archived(directory.resolve("bin/headroom")));
    }

    /** The same, started by another command, to which the words of the command line are appended. */
    PackagedHeadroom startedBy(String... command) {
        PackagedHeadroom started = new PackagedHeadroom(environment, launcher);
        started.prefix.addAll(List.of(command));
        return started;
    }

    /** The launcher of the distribution that this build has made, with its classes archived, as {@code ./headroom} has it. */
    static Path launcher() {
        return LAUNCHER;
    }

    /** Where Java cannot archive its classes it starts all the same. */
    private static Path archived(Path launcher) {
        try {
            new ProcessBuilder(launcher.toString(), "--archive-classes")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return launcher;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("headroom", ".out");
        Path err = Files.createTempFile("headroom", ".err");
        out.toFile().deleteOnExit();
        err.toFile().deleteOnExit();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    static String commandOutput(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + output);
        }
        return output;
    }
}
