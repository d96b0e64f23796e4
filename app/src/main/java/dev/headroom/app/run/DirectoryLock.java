package dev.headroom.app.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second run out of a directory. The system releases the lock when its process ends, however it ends; a file that a killed process
 * has left keeps nobody out.
 */
final class DirectoryLock implements Closeable {
    static final String FILE_NAME = ".headroom.lock";

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryLock.class);

    /**
     * The directories that this process has locked. The system keeps such locks for processes, not for those who hold them: closing
     * the file once more, as a second run in this process would have to, would release the first run's lock.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    /** Beyond the text, which others must be able to read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final String RELEASED = "released";
    private static final int MOST_TEXT = 64;

    private final Path directory;
    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path directory, Path file, FileChannel channel) {
        this.directory = directory;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a directory.
     *
     * @throws RunRefusedException if it is in use
     * @throws IOException if it cannot be locked
     */
    static DirectoryLock of(Path path) throws IOException, RunRefusedException {
        Path directory = path.toRealPath();
        if (!HELD_BY_THIS_PROCESS.add(directory)) {
            throw inUse(path, "another run of this process");
        }
        boolean locked = false;
        try {
            DirectoryLock lock = null;
            while (lock == null) {
                lock = tryLock(path, directory);
            }
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                HELD_BY_THIS_PROCESS.remove(directory);
            }
        }
    }

    private static RunRefusedException inUse(Path path, String holder) {
        return new RunRefusedException(
                path + " is in use by " + holder + "; wait for it to end, or give another directory");
    }

    /** The lock, or null where its file was deleted by its holder while it was being opened here. */
    private static @Nullable DirectoryLock tryLock(Path path, Path directory) throws IOException, RunRefusedException {
        Path file = directory.resolve(FILE_NAME);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            String text = read(channel);
            if (lock == null) {
                throw inUse(path, text.isEmpty() ? "another run" : text);
            }
            if (text.equals(RELEASED)) {
                return null;
            }
            if (!text.isEmpty()) {
                LOG.info("The lock in {} was left by {}, which has ended without releasing it", path, text);
            }
            write(channel, "process " + ProcessHandle.current().pid());
            kept = true;
            return new DirectoryLock(directory, file, channel);
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_TEXT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Releases the lock and removes its file; one that cannot be removed keeps nobody out. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            // Who has opened the file just before it goes must not take a lock on what is not there any more.
            if (Files.deleteIfExists(file)) {
                write(channel, RELEASED);
            }
        } catch (IOException e) {
            LOG.debug("The lock's file stays", e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(directory);
        }
    }
}
