package dev.headroom.probe;

import java.nio.file.Path;

/**
 * Measures the space on the file system of one path. Used by one thread at a time; allocates nothing in the steady state. It may block
 * where the file system does, as a network file system whose server is gone; the guards ask it on a thread of its own.
 */
public interface DiskProbe extends AutoCloseable {
    /**
     * Reads the usable space.
     *
     * @param into what to fill
     */
    void readFast(DiskReading into);

    /**
     * Reads everything. The first reading is a detailed one.
     *
     * @param into what to fill
     */
    void readDetailed(DiskReading into);

    /**
     * Reads which file system the path is on. Asked once at first, and then every ten seconds or so; may allocate, about 100 µs.
     *
     * @param into what to fill; left as it is by a probe that does not know
     */
    default void readFileSystem(FileSystemReading into) {
        // A probe of space alone is a probe.
    }

    /**
     * Reads how many more files can be made (free inodes). Asked at the start of a run and after a failure; may take some milliseconds,
     * as where another program has to be asked.
     *
     * @param into the number; unlimited where the file system has no such bound; or unknown
     */
    default void readFreeFiles(Reading into) {
        into.setUnknown("this probe does not count files");
    }

    /**
     * Returns the probe that the JDK offers on every operating system, for others to build on: {@code statvfs} or
     * {@code GetDiskFreeSpaceEx}, about 1 µs.
     *
     * @param path a file or directory; if it is missing, its nearest parent that exists is measured until it appears
     * @return the probe; it does not count files
     */
    static DiskProbe usableSpace(Path path) {
        return new UsableSpaceProbe(path);
    }

    /**
     * Says what is read, for people.
     *
     * @return the system call and the path
     */
    String source();

    /** Gives back what the probe holds. */
    @Override
    void close();
}
