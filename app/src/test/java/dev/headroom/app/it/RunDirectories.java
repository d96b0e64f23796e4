package dev.headroom.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Reads what a run has left, and clears it away. */
final class RunDirectories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunDirectories() {}

    static JsonNode manifest(Path run) throws IOException {
        return JSON.readTree(run.resolve("manifest.json").toFile());
    }

    /** Waits until a file has a size, or the process has ended. */
    static void awaitSize(Path file, long bytes, Process process) throws IOException, InterruptedException {
        while (process.isAlive() && (!Files.exists(file) || Files.size(file) < bytes)) {
            Thread.sleep(10);
        }
    }

    /** Waits until a file holds a text, or the process has ended. */
    static void awaitText(Path file, String text, Process process) throws IOException, InterruptedException {
        while (process.isAlive() && !Files.readString(file).contains(text)) {
            Thread.sleep(10);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
