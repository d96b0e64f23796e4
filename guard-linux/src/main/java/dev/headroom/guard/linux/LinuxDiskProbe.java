package dev.headroom.guard.linux;

import dev.headroom.probe.DiskProbe;
import dev.headroom.probe.DiskReading;
import dev.headroom.probe.FileSystemReading;
import dev.headroom.probe.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK tells of a disk, and the free inodes. The JDK asks {@code statvfs} and does not pass on what it says of inodes; so they are
 * asked of {@code stat -f}, a process of about 2 ms, which is why they are read seldom.
 */
final class LinuxDiskProbe implements DiskProbe {
    private static final long PATIENCE_SECONDS = 2;

    private final DiskProbe space;
    private final Path path;

    LinuxDiskProbe(Path path) {
        this.space = DiskProbe.usableSpace(path);
        this.path = path.toAbsolutePath();
    }

    @Override
    public void readFast(DiskReading into) {
        space.readFast(into);
    }

    @Override
    public void readDetailed(DiskReading into) {
        space.readDetailed(into);
    }

    @Override
    public void readFileSystem(FileSystemReading into) {
        space.readFileSystem(into);
    }

    @Override
    public void readFreeFiles(Reading into) {
        @Nullable Path measured = path;
        while (measured != null && !Files.exists(measured)) {
            measured = measured.getParent();
        }
        if (measured == null) {
            into.setUnknown("the path does not exist");
            return;
        }
        try {
            setFreeFiles(outputOf("stat", "-f", "-c", "%c %d", measured.toString()), into);
        } catch (IOException e) {
            into.setUnknown("stat -f cannot be run");
        }
    }

    private static byte[] outputOf(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.getInputStream().readAllBytes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return new byte[0];
    }

    /** All and free inodes; a file system that makes them as it needs them has 0 of 0. */
    static void setFreeFiles(byte[] allAndFree, Reading into) {
        long all = Text.numberAt(allAndFree, allAndFree.length, 0);
        long free = Text.numberAt(allAndFree, allAndFree.length, 1);
        if (all == 0) {
            into.setUnlimited();
        } else if (all > 0 && free >= 0) {
            into.set(free);
        } else {
            into.setUnknown("stat -f tells no inodes");
        }
    }

    @Override
    public String source() {
        return space.source() + ", free inodes from stat -f";
    }

    @Override
    public void close() {
        space.close();
    }
}
