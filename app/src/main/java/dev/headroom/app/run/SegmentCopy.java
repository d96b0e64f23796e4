package dev.headroom.app.run;

import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** Copies ranges from the files of a run to sinks, and checks on the way that they are what was written. Used by one thread. */
final class SegmentCopy implements Closeable {
    private static final int BUFFER_BYTES = 64 << 10;

    private final List<Path> paths = new ArrayList<>();
    private final List<RandomAccessFile> files = new ArrayList<>();
    private final List<EncodingSink> sinks = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /** Opens the files of a run; {@code outputs} are where their segments go. */
    static SegmentCopy open(Path directory, List<TableOutput> outputs) throws IOException {
        SegmentCopy copy = new SegmentCopy();
        try {
            for (TableOutput output : outputs) {
                EncodingSink sink = output.encodingSink();
                if (sink == null) {
                    throw new IOException("format " + output.format() + " takes no encoded rows");
                }
                copy.sinks.add(sink);
                copy.paths.add(directory.resolve(output.name()));
                copy.files.add(new RandomAccessFile(
                        copy.paths.get(copy.paths.size() - 1).toFile(), "r"));
            }
            return copy;
        } catch (IOException e) {
            try (copy) {
                throw e;
            }
        }
    }

    /**
     * Appends the rows of a segment to the sink of its output.
     *
     * @throws RunRefusedException if the file does not hold what was written there
     */
    void copy(int output, Segment segment) throws IOException, RunRefusedException {
        if (segment.length() == 0) {
            return;
        }
        EncodingSink sink = sinks.get(output);
        RandomAccessFile file = files.get(output);
        long rows = sink.rowsStart(segment);
        CRC32C checksum = new CRC32C();
        file.seek(segment.start());
        for (long at = segment.start(); at < segment.end(); ) {
            int read = file.read(buffer, 0, (int) Math.min(buffer.length, segment.end() - at));
            if (read < 0) {
                throw changed(output, segment);
            }
            checksum.update(buffer, 0, read);
            int from = (int) Math.min(read, Math.max(0, rows - at));
            sink.append(buffer, from, read);
            at += read;
        }
        if ((int) checksum.getValue() != segment.checksum()) {
            throw changed(output, segment);
        }
    }

    private RunRefusedException changed(int output, Segment segment) {
        return new RunRefusedException(paths.get(output) + " was changed: bytes " + segment.start() + " to "
                + segment.end() + " are not what was written; put the file back, or generate anew");
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile file : files) {
            file.close();
        }
    }
}
