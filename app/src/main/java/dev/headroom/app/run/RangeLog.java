package dev.headroom.app.run;

import dev.headroom.sink.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The file {@code ranges.ndjson}: a JSON object in a line for each completed range, with its level, its entries, and for each output
 * that got rows their number, the position after them and the CRC-32C of their bytes. Lines are buffered until {@link #flush}.
 *
 * <p>While a run writes, empty lines follow: the blocks of the lines to come, so that a full disk cannot prevent the last checkpoint.
 */
final class RangeLog implements Closeable {
    static final String FILE_NAME = Manifest.RANGE_LOG_NAME;

    private static final int FLUSH_BYTES = 1 << 15;
    /** What is flushed at a time, and a line that makes it long; twice. */
    private static final int SPACE_BYTES = 4 * FLUSH_BYTES;

    private final Path path;

    /** Not a channel, since an interrupt of the thread would close that, and a run that is to stop must still end its files. */
    private final RandomAccessFile file;

    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder prepared = new StringBuilder();
    private long position;
    private long spaceEnd;

    private RangeLog(Path path, RandomAccessFile file, long position) {
        this.path = path;
        this.file = file;
        this.position = position;
        this.spaceEnd = position;
    }

    /** Opens the log and cuts off what lies after a position. */
    static RangeLog open(Path directory, long position) throws IOException {
        Path path = directory.resolve(FILE_NAME);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.length() < position) {
                throw new IOException(path + " has " + file.length() + " bytes; the manifest knows of " + position);
            }
            RangeLog log = new RangeLog(path, file, position);
            file.setLength(position);
            log.setSpaceAside();
            return log;
        } catch (IOException e) {
            try (file) {
                throw e;
            }
        }
    }

    /** Makes the line of a range; {@code segments} has the outputs' parts in the order of the outputs. */
    void prepare(CompletedRange range, List<TableOutput> outputs, List<Segment> segments) {
        prepared.setLength(0);
        prepared.append("{\"range\":")
                .append(range.assignment().range().index())
                .append(",\"level\":\"")
                .append(range.assignment().level())
                .append("\",\"entries\":")
                .append(range.assignment().range().entries())
                .append(",\"outputs\":{");
        String separator = "";
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            long rows = range.rows(outputs.get(i).tableIndex());
            if (rows > 0 || segment.length() > 0) {
                prepared.append(separator)
                        .append('"')
                        .append(outputs.get(i).name())
                        .append("\":{\"rows\":")
                        .append(rows)
                        .append(",\"end\":")
                        .append(segment.end())
                        .append(",\"crc32c\":\"")
                        .append(HexFormat.of().toHexDigits(segment.checksum()))
                        .append("\"}");
                separator = ",";
            }
        }
        prepared.append("}}\n");
        lines.ensureCapacity(lines.length() + prepared.length());
    }

    /** Adds the line that was prepared last; cannot fail. */
    void addPrepared() {
        lines.append(prepared);
    }

    /** Flushes if that is worth a write, and sets space aside for the next time. */
    void flushIfLong() throws IOException {
        if (lines.length() >= FLUSH_BYTES) {
            flush();
            setSpaceAside();
        }
    }

    void flush() throws IOException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.ISO_8859_1);
        write(position, bytes);
        position += bytes.length;
        lines.setLength(0);
    }

    /** Has blocks for the lines to come, after what was flushed. */
    void setSpaceAside() throws IOException {
        if (spaceEnd - position < SPACE_BYTES / 2) {
            byte[] emptyLines = new byte[(int) (position + SPACE_BYTES - Math.max(spaceEnd, position))];
            Arrays.fill(emptyLines, (byte) '\n');
            write(Math.max(spaceEnd, position), emptyLines);
            spaceEnd = position + SPACE_BYTES;
        }
    }

    private void write(long at, byte[] bytes) throws IOException {
        try {
            file.seek(at);
            file.write(bytes);
        } catch (IOException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    /** Cuts off the empty lines. */
    void giveSpaceBack() throws IOException {
        file.setLength(position);
        spaceEnd = position;
    }

    void force() throws IOException {
        file.getFD().sync();
    }

    /** The length of the log as far as it is flushed. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
