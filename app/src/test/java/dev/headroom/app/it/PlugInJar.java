package dev.headroom.app.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes jars as the author of a plug-in does: with javac, jar, and what the packaged application has in lib/. */
final class PlugInJar {
    private static final Path EXAMPLES = Path.of("..", "examples", "src", "main");

    private PlugInJar() {}

    /** The example's probe and sink. */
    static Path examples(Path jar, Path work) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String part : List.of("probe", "sink")) {
            try (Stream<Path> files =
                    Files.list(EXAMPLES.resolve("java/dev/headroom/examples").resolve(part))) {
                files.map(Path::toString).sorted().forEach(sources::add);
            }
        }
        return make(jar, work, sources, EXAMPLES.resolve("resources"));
    }

    /** A probe provider with one more line in its constructor. */
    static Path probeProvider(Path jar, Path work, String constructor) throws IOException {
        Path source = Files.createDirectories(work.resolve("source")).resolve("FaultyProvider.java");
        Files.writeString(source, """
            package faulty;
            import dev.headroom.probe.*;
            public final class FaultyProvider implements ProbeProvider {
                public FaultyProvider() { %s }
                @Override public String name() { return "faulty"; }
                @Override public int priority() { return PRIORITY_CUSTOM; }
                @Override public Availability availability() { return Availability.available("always"); }
            }
            """.formatted(constructor));
        Path services = Files.createDirectories(work.resolve("resources/META-INF/services"));
        Files.writeString(services.resolve("dev.headroom.probe.ProbeProvider"), "faulty.FaultyProvider\n");
        return make(jar, work, List.of(source.toString()), work.resolve("resources"));
    }

    /** The format {@code stuck}, which writes nothing, can be resumed, and forces nothing for as long as a file is there. */
    static Path stuckSink(Path jar, Path work, Path whileThere) throws IOException {
        Path source = Files.createDirectories(work.resolve("source")).resolve("StuckProvider.java");
        Files.writeString(source, """
            package stuck;
            import dev.headroom.sink.*;
            import dev.headroom.table.*;
            import java.io.File;
            import java.io.IOException;
            import java.util.List;
            public final class StuckProvider implements SinkProvider {
                @Override public String format() { return "stuck"; }
                @Override public String description() { return "nothing, and that for long"; }
                @Override public boolean resumable() { return true; }
                @Override public List<String> fileNames(TableSchema schema) { return List.of(); }
                @Override public TableSink open(SinkRequest request) {
                    return new ResumableSink() {
                        @Override public void write(RecordBatch batch) {}
                        @Override public Segment cutSegment() {
                            return new Segment(request.startPosition(), request.startPosition(), 0);
                        }
                        @Override public void force() throws IOException {
                            while (new File("%1$s").exists()) {
                                new File("%1$s.begun").createNewFile();
                                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                            }
                        }
                        @Override public void close() {}
                    };
                }
            }
            """.formatted(whileThere));
        Path services = Files.createDirectories(work.resolve("resources/META-INF/services"));
        Files.writeString(services.resolve("dev.headroom.sink.SinkProvider"), "stuck.StuckProvider\n");
        return make(jar, work, List.of(source.toString()), work.resolve("resources"));
    }

    private static Path make(Path jar, Path work, List<String> sources, Path resources) throws IOException {
        String lib;
        try (Stream<Path> jars =
                Files.list(PackagedHeadroom.launcher().getParent().resolveSibling("lib"))) {
            lib = jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
        String classes = work.resolve("classes").toString();
        List<String> javac = new ArrayList<>(List.of("--release", "17", "-d", classes, "-cp", lib));
        javac.addAll(sources);
        run("javac", javac);
        run("jar", List.of("-c", "-f", jar.toString(), "-C", classes, ".", "-C", resources.toString(), "."));
        return jar;
    }

    private static void run(String tool, List<String> arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(code).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    }
}
