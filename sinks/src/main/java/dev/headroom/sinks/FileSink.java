package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.table.RecordBatch;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A table's file in any syntax. The bytes of a segment are those that its encoder made, behind a separator unless they are the first of
 * the file.
 */
final class FileSink implements EncodingSink {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final TableSyntax syntax;
    private final AppendFile file;
    private boolean empty;
    private boolean segmentBegun;
    private @Nullable BatchEncoder encoder;
    private @Nullable EncodingBuffer buffer;

    private FileSink(TableSyntax syntax, AppendFile file, boolean empty) {
        this.syntax = syntax;
        this.file = file;
        this.empty = empty;
    }

    /**
     * Opens a sink that writes a file from a position on, at 0 with the syntax's header.
     *
     * @throws IOException if the file cannot be opened or written, or has fewer bytes than the position says
     */
    static FileSink open(TableSyntax syntax, Path path, long position) throws IOException {
        AppendFile file = AppendFile.open(path, position);
        byte[] header = syntax.header();
        if (position == 0) {
            try {
                file.append(header, 0, header.length);
            } catch (IOException e) {
                try (file) {
                    throw e;
                }
            }
        }
        return new FileSink(syntax, file, position <= header.length);
    }

    @Override
    public BatchEncoder newEncoder() {
        return SegmentEncoder.of(syntax);
    }

    @Override
    public void append(byte[] rows, int start, int end) throws IOException {
        if (start == end) {
            return;
        }
        if (!segmentBegun) {
            segmentBegun = true;
            if (!empty) {
                byte[] separator = syntax.separator();
                file.append(separator, 0, separator.length);
            }
            empty = false;
        }
        file.append(rows, start, end);
    }

    @Override
    public long rowsStart(Segment segment) {
        int header = syntax.header().length;
        return segment.start() <= header ? header : segment.start() + syntax.separator().length;
    }

    @Override
    public void write(RecordBatch batch) throws IOException {
        if (encoder == null || buffer == null) {
            encoder = newEncoder();
            buffer = new EncodingBuffer(BUFFER_SIZE);
        }
        for (int row = 0; row < batch.rowCount(); ) {
            row = encoder.encode(batch, row, buffer);
            append(buffer.array(), 0, buffer.size());
            buffer.clear();
        }
    }

    @Override
    public Segment cutSegment() throws IOException {
        endSegment();
        return file.cutSegment();
    }

    private void endSegment() throws IOException {
        if (encoder != null && buffer != null) {
            encoder.endSegment(buffer);
            append(buffer.array(), 0, buffer.size());
            buffer.clear();
        }
        segmentBegun = false;
    }

    @Override
    public void finish() throws IOException {
        endSegment();
        byte[] footer = syntax.footer(empty);
        file.append(footer, 0, footer.length);
    }

    @Override
    public void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
