package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Sorted runs of longs, one after the other in a file that nothing else sees, and that is gone when it is closed. Not thread-safe. */
final class RunFile implements Closeable {
    private static final int IO_BYTES = 64 << 10;

    /** Where a run is, in longs. */
    record Run(long start, long length) {}

    private final SpillDirectory directory;
    private final FileChannel channel;
    private final ByteBuffer io = ByteBuffer.allocate(IO_BYTES).order(ByteOrder.nativeOrder());
    private final LongBuffer longs = io.asLongBuffer();
    private final List<Run> runs = new ArrayList<>();
    private long begun;
    private long written;

    RunFile(SpillDirectory directory) throws IOException {
        this.directory = directory;
        this.channel = FileChannel.open(
                directory.newFile("records"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Adds to the run that is being written. */
    void append(long[] from, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int count = Math.min(longs.capacity(), length - at);
            longs.clear().put(from, at, count);
            io.clear().limit(count * Long.BYTES);
            long position = (written + at) * Long.BYTES;
            while (io.hasRemaining()) {
                position += channel.write(io, position);
            }
            at += count;
        }
        written += length;
        directory.written((long) length * Long.BYTES);
    }

    /** Ends the run that is being written. */
    void endRun() {
        runs.add(new Run(begun, written - begun));
        begun = written;
    }

    /** The runs that have ended. */
    List<Run> runs() {
        return runs;
    }

    /** Reads what was written. */
    void read(long start, long[] to, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int count = Math.min(longs.capacity(), length - at);
            io.clear().limit(count * Long.BYTES);
            long position = (start + at) * Long.BYTES;
            while (io.hasRemaining()) {
                int read = channel.read(io, position);
                if (read < 0) {
                    throw new IOException("what was put aside is gone");
                }
                position += read;
            }
            longs.clear().get(to, at, count);
            at += count;
        }
    }

    /** Forgets all runs, and gives back their room. */
    void clear() throws IOException {
        channel.truncate(0);
        directory.freed(written * Long.BYTES);
        runs.clear();
        begun = 0;
        written = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        directory.freed(written * Long.BYTES);
        written = 0;
    }
}
