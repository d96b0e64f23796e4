package dev.headroom.sinks;

import dev.headroom.sink.Segment;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A file that grows at its end, with its length and the checksum of each segment. Errors name the file. Not safe for use by
 * several threads.
 */
final class AppendFile implements Closeable {
    /**
     * The most bytes in one system call. The JDK copies what it writes to memory of its own, as much as is written at a time, and this
     * bounds it.
     */
    private static final int MOST_AT_ONCE = 64 * 1024;

    private final Path path;

    /** Not a channel, since an interrupt of the thread would close that, and a run that is to stop must still end its files. */
    private final RandomAccessFile file;

    private final CRC32C checksum = new CRC32C();
    private long segmentStart;
    private long position;

    private AppendFile(Path path, RandomAccessFile file, long position) {
        this.path = path;
        this.file = file;
        this.segmentStart = position;
        this.position = position;
    }

    /**
     * Opens a file to go on at a position; what lies behind it is cut off.
     *
     * @param position 0 to make the file, or to empty it if it exists
     * @throws IOException if the file cannot be opened, or has fewer bytes than the position says
     */
    static AppendFile open(Path path, long position) throws IOException {
        File target = path.toFile();
        if (position > 0 && !target.exists()) {
            throw new IOException(path + " does not exist; it should have " + position + " bytes");
        }
        RandomAccessFile file = openForWriting(path, target);
        try {
            long length = file.length();
            if (length < position) {
                throw new IOException(path + " is too short: it has " + length + " of " + position + " bytes");
            }
            if (length > position) {
                cut(path, file, position);
            }
            file.seek(position);
            return new AppendFile(path, file, position);
        } catch (IOException e) {
            try (file) {
                throw e;
            }
        }
    }

    private static RandomAccessFile openForWriting(Path path, File target) throws IOException {
        try {
            return new RandomAccessFile(target, "rw");
        } catch (IOException e) {
            throw failure("open", path, e);
        }
    }

    private static void cut(Path path, RandomAccessFile file, long position) throws IOException {
        try {
            file.setLength(position);
        } catch (IOException e) {
            throw failure("cut", path, e);
        }
    }

    private static IOException failure(String action, Path path, IOException cause) {
        return new IOException("cannot " + action + " " + path + ": " + cause.getMessage(), cause);
    }

    /** Writes a range of bytes behind what the file holds. */
    void append(byte[] bytes, int start, int end) throws IOException {
        try {
            for (int from = start; from < end; from += MOST_AT_ONCE) {
                file.write(bytes, from, Math.min(MOST_AT_ONCE, end - from));
            }
        } catch (IOException e) {
            throw failure("write", path, e);
        }
        checksum.update(bytes, start, end - start);
        position += end - start;
    }

    /** The bytes since the last cut. */
    Segment cutSegment() {
        Segment segment = new Segment(segmentStart, position, (int) checksum.getValue());
        checksum.reset();
        segmentStart = position;
        return segment;
    }

    /** Makes the file's bytes survive a crash of the machine. */
    void force() throws IOException {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw failure("sync", path, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (IOException e) {
            throw failure("close", path, e);
        }
    }
}
