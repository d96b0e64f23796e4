package dev.headroom.guard.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A small file system that is mounted for a test; the test is skipped where that is not possible. */
final class MountedDisk implements AutoCloseable {
    private final Path directory;

    private MountedDisk(Path directory) {
        this.directory = directory;
    }

    static MountedDisk tmpfs(Path directory, int mb) throws IOException {
        return tmpfs(directory, mb, 100_000);
    }

    static MountedDisk tmpfs(Path directory, int mb, int inodes) throws IOException {
        Files.createDirectories(directory);
        String options = "size=" + mb + "m,nr_inodes=" + inodes;
        run(List.of("mount", "-t", "tmpfs", "-o", options, "headroom-test", directory.toString()));
        return new MountedDisk(directory);
    }

    void remountReadOnly() throws IOException {
        run(List.of("mount", "-o", "remount,ro", directory.toString()));
    }

    static MountedDisk ext4(Path directory, int mb) throws IOException {
        Files.createDirectories(directory);
        Path image = directory.resolveSibling(directory.getFileName() + ".image");
        run(List.of("truncate", "-s", mb + "M", image.toString()));
        run(List.of("mkfs.ext4", "-q", "-m", "0", "-F", image.toString()));
        run(List.of("mount", "-o", "loop", image.toString(), directory.toString()));
        return new MountedDisk(directory);
    }

    Path directory() {
        return directory;
    }

    private static void run(List<String> command) throws IOException {
        String outcome;
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            outcome = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome = "interrupted";
        } catch (IOException e) {
            outcome = e.toString();
        }
        Assumptions.abort("cannot run " + command + " here: " + outcome);
    }

    @Override
    public void close() throws IOException {
        run(List.of("umount", directory.toString()));
    }
}
