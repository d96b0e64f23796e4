package dev.headroom.app.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory that a test mounts, of a size that it chooses. */
final class Tmpfs {
    private final Path directory;

    private Tmpfs(Path directory) {
        this.directory = directory;
    }

    /** Mounts one; the test is skipped where that cannot be done. */
    static Tmpfs mount(Path directory, int megabytes) throws IOException, InterruptedException {
        Files.createDirectory(directory);
        try {
            PackagedHeadroom.commandOutput(
                    "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        } catch (IOException e) {
            Assumptions.abort("a tmpfs cannot be mounted here: " + e.getMessage());
        }
        return new Tmpfs(directory);
    }

    Path directory() {
        return directory;
    }

    /** Takes space away, until the file is deleted. */
    Path ballast(int megabytes) throws IOException, InterruptedException {
        Path file = directory.resolve("ballast");
        PackagedHeadroom.commandOutput("fallocate", "-l", megabytes + "M", file.toString());
        return file;
    }

    void unmount() throws IOException, InterruptedException {
        PackagedHeadroom.commandOutput("umount", directory.toString());
    }
}
