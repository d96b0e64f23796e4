package dev.headroom.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The usable space of the file system that a path is on: {@link File#getUsableSpace()}, which is statvfs (f_bavail) or
 * GetDiskFreeSpaceEx. About 1 µs, nothing allocated. It answers 0 for an error as well as for a full disk, so a 0 is asked for a
 * second time in a way that throws.
 */
final class UsableSpaceProbe implements DiskProbe {
    private final File wanted;
    private File measured;

    UsableSpaceProbe(Path path) {
        wanted = path.toAbsolutePath().toFile();
        measured = nearestExisting(wanted);
    }

    private static File nearestExisting(File file) {
        File candidate = file;
        while (!candidate.exists()) {
            File parent = candidate.getParentFile();
            if (parent == null) {
                return file;
            }
            candidate = parent;
        }
        return candidate;
    }

    @Override
    public void readFast(DiskReading into) {
        long bytes = measured.getUsableSpace();
        if (bytes > 0) {
            into.usable().set(bytes);
        } else {
            readWithReason(into.usable());
        }
    }

    @Override
    public void readDetailed(DiskReading into) {
        if (!measured.equals(wanted) && wanted.exists()) {
            measured = wanted;
        }
        readFast(into);
        long bytes = measured.getTotalSpace();
        if (bytes > 0) {
            into.total().set(bytes);
        } else {
            into.total().setUnknown("the size cannot be read");
        }
    }

    private void readWithReason(Reading into) {
        try {
            into.set(Files.getFileStore(measured.toPath()).getUsableSpace());
        } catch (NoSuchFileException e) {
            into.setUnknown("the path does not exist");
        } catch (IOException e) {
            into.setUnknown("the usable space cannot be read");
        }
    }

    @Override
    public String source() {
        return "usable space at " + measured;
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
