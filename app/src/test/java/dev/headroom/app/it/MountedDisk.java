package dev.headroom.app.it;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own that a test mounts. The test is skipped where that cannot be done. */
public final class MountedDisk implements AutoCloseable {
    private final Path directory;

    private MountedDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Mounts a file system in memory.
     *
     * @param directory where; it is made
     * @param options options of tmpfs, such as {@code size=64m}
     */
    public static MountedDisk tmpfs(Path directory, String options) throws IOException, InterruptedException {
        Files.createDirectory(directory);
        mount("-t", "tmpfs", "-o", options, "headroom-test", directory.toString());
        return new MountedDisk(directory);
    }

    /**
     * Mounts ext4 on a loop device. An error of the device leaves the file system read-only, as most systems have it.
     *
     * @param directory where; it is made, and the image beside it
     * @param bytes size of the device
     */
    public static MountedDisk ext4(Path directory, long bytes) throws IOException, InterruptedException {
        Files.createDirectory(directory);
        try (RandomAccessFile file = new RandomAccessFile(image(directory).toFile(), "rw")) {
            file.setLength(bytes);
        }
        try {
            PackagedHeadroom.commandOutput(
                    "mkfs.ext4", "-q", "-F", "-m", "0", image(directory).toString());
        } catch (IOException e) {
            Assumptions.abort("ext4 cannot be made here: " + e.getMessage());
        }
        mountImage(directory);
        return new MountedDisk(directory);
    }

    private static Path image(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".image");
    }

    private static void mountImage(Path directory) throws InterruptedException {
        mount("-o", "loop,errors=remount-ro", image(directory).toString(), directory.toString());
    }

    private static void mount(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            PackagedHeadroom.commandOutput(command);
        } catch (IOException e) {
            Assumptions.abort("nothing can be mounted here: " + e.getMessage());
        }
    }

    /** Where it is mounted. */
    public Path directory() {
        return directory;
    }

    /** Takes space away, until the file is deleted. */
    Path ballast(int megabytes) throws IOException, InterruptedException {
        Path file = directory.resolve("ballast");
        PackagedHeadroom.commandOutput("fallocate", "-l", megabytes + "M", file.toString());
        return file;
    }

    /** The block device of an ext4, such as {@code /dev/loop0}. */
    Path device() throws IOException, InterruptedException {
        return Path.of(PackagedHeadroom.commandOutput("findmnt", "-n", "-o", "SOURCE", directory.toString())
                .strip());
    }

    /** Has an ext4 come back with what its device kept, as after a crash of the machine, or when a cable was plugged in again. */
    void remount() throws IOException, InterruptedException {
        close();
        mountImage(directory);
    }

    @Override
    public void close() throws IOException {
        try {
            PackagedHeadroom.commandOutput("umount", directory.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before " + directory + " was unmounted", e);
        }
    }
}
