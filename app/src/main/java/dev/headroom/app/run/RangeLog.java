package dev.headroom.app.run;

import dev.headroom.sink.Segment;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;

/**
 * The file {@code ranges.ndjson}: a JSON object in a line for each completed range, with its level, its entries, and for each output
 * that got rows their number, the position after them and the CRC-32C of their bytes. Lines are buffered until {@link #flush}.
 */
final class RangeLog implements Closeable {
    static final String FILE_NAME = "ranges.ndjson";

    private static final int FLUSH_BYTES = 1 << 15;

    private final Path file;
    private final FileChannel channel;
    private final StringBuilder lines = new StringBuilder();
    private long position;

    private RangeLog(Path file, FileChannel channel, long position) {
        this.file = file;
        this.channel = channel;
        this.position = position;
    }

    /** Opens the log and cuts off what lies after a position. */
    static RangeLog open(Path directory, long position) throws IOException {
        Path file = directory.resolve(FILE_NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.size() < position) {
                throw new IOException(file + " has " + channel.size() + " bytes; the manifest knows of " + position);
            }
            channel.truncate(position);
            channel.position(position);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return new RangeLog(file, channel, position);
    }

    /** Adds a range; {@code segments} has the outputs' parts in the order of the outputs. */
    void add(RangeOutput range, List<TableOutput> outputs, List<Segment> segments) throws IOException {
        lines.append("{\"range\":")
                .append(range.index())
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
                lines.append(separator)
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
        lines.append("}}\n");
        if (lines.length() >= FLUSH_BYTES) {
            flush();
        }
    }

    void flush() throws IOException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            long at = position;
            while (rest.hasRemaining()) {
                at += channel.write(rest, at);
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        position += bytes.length;
        lines.setLength(0);
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** The length of the log as far as it is flushed. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
