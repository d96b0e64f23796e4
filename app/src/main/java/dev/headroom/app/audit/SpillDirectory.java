package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A directory for what does not fit in memory, which is gone when it is closed. Safe for use by many threads. */
final class SpillDirectory implements Closeable {
    private final Path directory;
    private final AtomicInteger files = new AtomicInteger();
    private long bytes;
    private long mostBytes;

    /** Makes one, with a name that nothing else has. */
    SpillDirectory(Path parent) throws IOException {
        this.directory = Files.createTempDirectory(parent, "headroom-verify");
    }

    /** A file that is not there yet. */
    Path newFile(String what) {
        return directory.resolve(what + "-" + files.incrementAndGet());
    }

    /** Counts what was written. */
    synchronized void written(long count) {
        bytes += count;
        mostBytes = Math.max(mostBytes, bytes);
    }

    /** Takes off what is gone. */
    synchronized void freed(long count) {
        bytes -= count;
    }

    /** The most bytes that all files had together so far: what the disk needs to have room for. */
    synchronized long mostBytes() {
        return mostBytes;
    }

    @Override
    public void close() throws IOException {
        List<Path> left;
        try (Stream<Path> found = Files.list(directory)) {
            left = found.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        Files.delete(directory);
    }
}
