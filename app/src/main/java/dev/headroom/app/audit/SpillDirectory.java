package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** A directory for what does not fit in memory, which is gone when it is closed. Safe for use by many threads. */
final class SpillDirectory implements Closeable {
    private final Path directory;
    private final AtomicInteger files = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** Makes one, with a name that nothing else has. */
    SpillDirectory(Path parent) throws IOException {
        this.directory = Files.createTempDirectory(parent, "headroom-verify");
    }

    /** A file that is not there yet. */
    Path newFile(String what) {
        return directory.resolve(what + "-" + files.incrementAndGet());
    }

    /** Counts what was written. */
    void written(long count) {
        bytes.addAndGet(count);
    }

    /** Bytes that were written to all files so far. */
    long bytes() {
        return bytes.get();
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
