package dev.headroom.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary directory on a RAM disk where there is one: for tests that sync all the time and in which no machine crashes. */
public final class RamDisk implements AutoCloseable {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private final Path path;

    /** Makes a directory. */
    public RamDisk() {
        try {
            path = Files.isWritable(SHARED_MEMORY)
                    ? Files.createTempDirectory(SHARED_MEMORY, "headroom-test")
                    : Files.createTempDirectory("headroom-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** Deletes it and all that it holds. */
    @Override
    public void close() throws IOException {
        RunDirectories.delete(path);
    }
}
