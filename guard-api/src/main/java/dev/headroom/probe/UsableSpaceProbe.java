package dev.headroom.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The usable space of the file system that a path is on: {@link File#getUsableSpace()}, which is statvfs (f_bavail) or
 * GetDiskFreeSpaceEx. About 1 µs, nothing allocated. It answers 0 for an error as well as for a full disk, so a 0 is asked for a
 * second time in a way that throws.
 *
 * <p>Two paths share a file system where they are on the same device (st_dev), or volume (Windows). Subvolumes of btrfs have devices of
 * their own, and are told apart.
 */
final class UsableSpaceProbe implements DiskProbe {
    /** File systems of Linux whose files are pages of memory. */
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final File wanted;
    private File measured;
    private boolean found;

    /** Makes a probe; touches no file system, as that may hang. */
    UsableSpaceProbe(Path path) {
        wanted = path.toAbsolutePath().toFile();
        measured = wanted;
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
        find();
        readFast(into);
        long bytes = measured.getTotalSpace();
        if (bytes > 0) {
            into.total().set(bytes);
        } else {
            into.total().setUnknown("the size cannot be read");
        }
    }

    /** What was there and is gone is not looked for elsewhere: its space is unknown. */
    private void find() {
        if (!found) {
            found = true;
            measured = nearestExisting(wanted);
        } else if (!measured.equals(wanted) && wanted.exists()) {
            measured = wanted;
        }
    }

    @Override
    public void readFileSystem(FileSystemReading into) {
        find();
        try {
            FileStore store = Files.getFileStore(measured.toPath());
            String type = store.type();
            into.set(identity(store), type, IN_MEMORY.contains(type), store.isReadOnly());
        } catch (IOException e) {
            into.set("", "", false, false);
        }
    }

    private String identity(FileStore store) throws IOException {
        try {
            return "device " + Files.getAttribute(measured.toPath(), "unix:dev");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return volume(store);
        }
    }

    private static String volume(FileStore store) throws IOException {
        try {
            return "volume " + store.getAttribute("volume:vsn");
        } catch (UnsupportedOperationException e) {
            return "";
        }
    }

    private void readWithReason(Reading into) {
        try {
            into.set(Files.getFileStore(measured.toPath()).getUsableSpace());
        } catch (NoSuchFileException e) {
            into.setUnknown("the path does not exist");
        } catch (AccessDeniedException e) {
            into.setUnknown("permission denied");
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
