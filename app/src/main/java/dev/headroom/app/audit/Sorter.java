package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records of a fixed number of longs by all of them, the first one first. Records are added through appenders, one for each thread;
 * what does not fit in their buffers is put aside in sorted runs, which are merged at the end.
 */
final class Sorter implements Closeable {
    private static final int IO_BYTES = 64 << 10;
    private static final int LEAST_READ_BYTES = 4 << 10;

    private record Run(long start, long records) {}

    private final SpillDirectory directory;
    private final int width;
    private final int bufferBytes;
    private final List<Appender> appenders = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private final ByteBuffer io = ByteBuffer.allocate(IO_BYTES).order(ByteOrder.nativeOrder());
    private @Nullable FileChannel file;
    private long written;

    /**
     * Makes a sorter.
     *
     * @param width longs of a record
     * @param bufferBytes what an appender keeps in memory, and what merging takes
     */
    Sorter(SpillDirectory directory, int width, int bufferBytes) {
        this.directory = directory;
        this.width = width;
        this.bufferBytes = bufferBytes;
    }

    /** A way to add records from one thread. */
    synchronized Appender appender() {
        Appender appender = new Appender();
        appenders.add(appender);
        return appender;
    }

    /** Takes records of one thread. */
    final class Appender {
        private long[] records = new long[width * 256];
        private int used;

        /** Adds a record of two longs. */
        void add(long first, long second) throws IOException {
            makeRoom();
            records[used] = first;
            records[used + 1] = second;
            used += width;
        }

        /** Adds a record. */
        void add(long[] record) throws IOException {
            makeRoom();
            System.arraycopy(record, 0, records, used, width);
            used += width;
        }

        private void makeRoom() throws IOException {
            if (used < records.length) {
                return;
            }
            int most = Math.max(1, bufferBytes / (width * Long.BYTES)) * width;
            if (records.length < most) {
                long[] larger = new long[Math.min(most, 2 * records.length)];
                System.arraycopy(records, 0, larger, 0, used);
                records = larger;
            } else {
                spill();
            }
        }

        private void spill() throws IOException {
            RecordSort.sort(records, used / width, width);
            write(records, used);
            used = 0;
        }
    }

    private synchronized void write(long[] records, int length) throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            Path path = directory.newFile("records");
            channel = FileChannel.open(
                    path,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        runs.add(new Run(written, length / width));
        LongBuffer longs = io.clear().asLongBuffer();
        for (int at = 0; at < length; ) {
            int count = Math.min(longs.capacity(), length - at);
            longs.clear().put(records, at, count);
            io.clear().limit(count * Long.BYTES);
            while (io.hasRemaining()) {
                written += channel.write(io, written);
            }
            at += count;
        }
        directory.written((long) length * Long.BYTES);
    }

    /** The records in order. All appenders are done, and nothing is added any more. */
    Merge sorted() throws IOException {
        if (runs.isEmpty() && appenders.size() == 1) {
            Appender only = appenders.get(0);
            RecordSort.sort(only.records, only.used / width, width);
            Source source = new Source(only.records, only.used);
            appenders.clear();
            return new Merge(List.of(source));
        }
        for (Appender appender : appenders) {
            if (appender.used > 0) {
                appender.spill();
            }
            appender.records = new long[0];
        }
        appenders.clear();
        List<Source> sources = new ArrayList<>();
        int each = Math.max(LEAST_READ_BYTES, bufferBytes / Math.max(1, runs.size()));
        int records = Math.max(1, Math.min(each, IO_BYTES * 4) / (width * Long.BYTES));
        for (Run run : runs) {
            Source source = new Source(run, records);
            if (source.fill()) {
                sources.add(source);
            }
        }
        return new Merge(sources);
    }

    /** A sorted run that is being read. */
    private final class Source {
        private final long[] records;
        private int at;
        private int used;
        private long position;
        private long left;

        /** A run that never left the memory. */
        Source(long[] records, int used) {
            this.records = records;
            this.used = used;
        }

        Source(Run run, int buffered) {
            this.records = new long[(int) Math.min(run.records(), buffered) * width];
            this.position = run.start();
            this.left = run.records();
        }

        /** Reads on; false at the run's end. */
        boolean fill() throws IOException {
            FileChannel channel = file;
            if (left == 0 || channel == null) {
                return false;
            }
            int count = (int) Math.min(left, records.length / width) * width;
            int filled = 0;
            while (filled < count) {
                int longs = Math.min(count - filled, IO_BYTES / Long.BYTES);
                io.clear().limit(longs * Long.BYTES);
                while (io.hasRemaining()) {
                    int read = channel.read(io, position);
                    if (read < 0) {
                        throw new IOException("what was put aside is gone");
                    }
                    position += read;
                }
                io.flip();
                io.asLongBuffer().get(records, filled, longs);
                filled += longs;
            }
            left -= count / width;
            at = 0;
            used = count;
            return true;
        }

        private int compareTo(Source other) {
            for (int i = 0; i < width; i++) {
                int order = Long.compare(records[at + i], other.records[other.at + i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    /** Goes through the records in their order. Used by one thread. */
    final class Merge {
        private final PriorityQueue<Source> sources;
        private @Nullable Source current;

        private Merge(List<Source> open) {
            this.sources = new PriorityQueue<>(Math.max(1, open.size()), Source::compareTo);
            for (Source source : open) {
                if (source.used > 0) {
                    sources.add(source);
                }
            }
        }

        /** Goes to the next record; false after the last. */
        boolean next() throws IOException {
            Source source = current;
            if (source != null) {
                source.at += width;
                if (source.at < source.used || source.fill()) {
                    Source rival = sources.peek();
                    if (rival == null || source.compareTo(rival) <= 0) {
                        return true;
                    }
                    sources.add(source);
                }
            }
            current = sources.poll();
            return current != null;
        }

        /** A long of the record at hand. */
        long get(int index) {
            Source source = current;
            if (source == null) {
                throw new IllegalStateException("there is no record");
            }
            return source.records[source.at + index];
        }
    }

    @Override
    public void close() throws IOException {
        appenders.clear();
        FileChannel channel = file;
        if (channel != null) {
            channel.close();
        }
    }
}
