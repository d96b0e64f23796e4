package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts records of a fixed number of longs by all of them, the first one first. Records are added through appenders, one for each thread;
 * what does not fit in their buffers is put aside in sorted runs. As soon as there are as many of these as can be merged at once, they are
 * made one run of the next level, so that memory and open files do not grow with what is sorted.
 */
final class Sorter implements Closeable {
    /** What is read of a run at once when many are merged: so much that a disk does not do without sequence. */
    private static final int READ_BYTES = 16 << 10;

    private static final int MOST_READ_BYTES = 256 << 10;
    /** Runs that are merged at once, however small the buffer is. */
    private static final int FEWEST_MERGED = 8;

    private final SpillDirectory directory;
    private final int width;
    private final int bufferBytes;
    private final int mostMerged;
    private final List<Appender> appenders = new ArrayList<>();
    /** Runs that were never merged, those that were merged of these, and so on; none has as many as are merged at once. */
    private final List<RunFile> levels = new ArrayList<>();

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
        this.mostMerged = Math.max(FEWEST_MERGED, bufferBytes / READ_BYTES);
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
            putAside(records, used);
            used = 0;
        }
    }

    private synchronized void putAside(long[] records, int length) throws IOException {
        RunFile file = level(0);
        file.append(records, length);
        file.endRun();
        for (int i = 0; level(i).runs().size() == mostMerged; i++) {
            mergeLevel(i);
        }
    }

    private RunFile level(int index) throws IOException {
        if (index == levels.size()) {
            levels.add(new RunFile(directory));
        }
        return levels.get(index);
    }

    /** Makes the runs of a level one of the next. */
    private void mergeLevel(int index) throws IOException {
        RunFile merged = level(index);
        RunFile next = level(index + 1);
        int records = recordsOfEach(merged.runs().size());
        long[] block = new long[records * width];
        int used = 0;
        Merge merge = new Merge(open(List.of(merged), records));
        while (merge.next()) {
            if (used == block.length) {
                next.append(block, used);
                used = 0;
            }
            merge.copyTo(block, used);
            used += width;
        }
        next.append(block, used);
        next.endRun();
        merged.clear();
    }

    /** The records of a block, if there is one for each of some runs and for what is made of them. */
    private int recordsOfEach(int runs) {
        int bytes = Math.min(MOST_READ_BYTES, bufferBytes / (runs + 1));
        return Math.max(1, bytes / (width * Long.BYTES));
    }

    private List<Source> open(List<RunFile> files, int records) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (RunFile file : files) {
            for (RunFile.Run run : file.runs()) {
                Source source = new Source(file, run, records);
                if (source.fill()) {
                    sources.add(source);
                }
            }
        }
        return sources;
    }

    /** The records in order. All appenders are done, and nothing is added any more. */
    synchronized Merge sorted() throws IOException {
        if (levels.isEmpty() && appenders.size() == 1) {
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
        for (int i = 0; runs() > mostMerged; i++) {
            if (!level(i).runs().isEmpty()) {
                mergeLevel(i);
            }
        }
        return new Merge(open(levels, recordsOfEach(runs())));
    }

    private int runs() {
        return levels.stream().mapToInt(level -> level.runs().size()).sum();
    }

    /** A sorted run that is being read. */
    private final class Source {
        private final @Nullable RunFile file;
        private final long[] records;
        private int at;
        private int used;
        private long position;
        private long left;

        /** A run that never left the memory. */
        Source(long[] records, int used) {
            this.file = null;
            this.records = records;
            this.used = used;
        }

        Source(RunFile file, RunFile.Run run, int buffered) {
            this.file = file;
            this.records = new long[(int) Math.min(run.length(), (long) buffered * width)];
            this.position = run.start();
            this.left = run.length();
        }

        /** Reads on; false at the run's end. */
        boolean fill() throws IOException {
            if (file == null || left == 0) {
                return false;
            }
            int count = (int) Math.min(left, records.length);
            file.read(position, records, count);
            position += count;
            left -= count;
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
            Source source = atHand();
            return source.records[source.at + index];
        }

        private void copyTo(long[] records, int to) {
            Source source = atHand();
            System.arraycopy(source.records, source.at, records, to, width);
        }

        private Source atHand() {
            Source source = current;
            if (source == null) {
                throw new IllegalStateException("there is no record");
            }
            return source;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        appenders.clear();
        for (RunFile level : levels) {
            level.close();
        }
    }
}
