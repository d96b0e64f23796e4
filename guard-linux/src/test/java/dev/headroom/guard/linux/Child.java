package dev.headroom.guard.linux;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link GuardedProgram} in a process of its own, started inside control groups. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;

    /** Starts the program with options for its JVM, as a member of these groups from its first instruction on. */
    Child(List<String> jvmOptions, Path... groups) throws IOException {
        StringBuilder script = new StringBuilder();
        for (Path group : groups) {
            script.append("echo $$ > ").append(group.resolve("cgroup.procs")).append(" && ");
        }
        script.append("exec \"$@\"");
        List<String> command = new ArrayList<>(List.of("sh", "-c", script.toString(), "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath(), GuardedProgram.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What this test runs with, whether as modules or not, and the tests themselves. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""),
                testClasses().toString());
    }

    /** The location of a module that is patched with its tests is that of its main classes. */
    private static Path testClasses() {
        try {
            return Path.of(GuardedProgram.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("test-classes");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Asks and waits for the answer; null if the process is gone. */
    String ask(String question) throws IOException {
        in.write(question + "\n");
        in.flush();
        String answer = out.readLine();
        if (answer == null) {
            throw new IOException("the program ended instead of answering to " + question);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        in.close();
        out.close();
    }
}
