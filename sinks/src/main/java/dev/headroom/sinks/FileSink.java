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
 * A table's file in any syntax, compressed or not. The bytes of a segment are those that its encoder made, behind a separator unless
 * they are the first of the file. Header, separators and footer are frames of their own where the file is compressed.
 */
final class FileSink implements EncodingSink {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final TableSyntax syntax;
    private final Frames frames;
    private final byte[] separator;
    private final int headerLength;
    private final AppendFile file;
    private boolean empty;
    private boolean segmentBegun;
    private boolean closed;
    private @Nullable BatchEncoder encoder;
    private @Nullable EncodingBuffer buffer;

    private FileSink(TableSyntax syntax, Frames frames, int headerLength, AppendFile file, boolean empty) {
        this.syntax = syntax;
        this.frames = frames;
        this.separator = syntax.separator().length == 0 ? RowSyntax.NOTHING : frames.stored(syntax.separator());
        this.headerLength = headerLength;
        this.file = file;
        this.empty = empty;
    }

    /**
     * Opens a sink that writes a file from a position on, at 0 with the syntax's header.
     *
     * @throws IOException if the file cannot be opened or written, or has fewer bytes than the position says
     */
    static FileSink open(TableSyntax syntax, Frames frames, Path path, long position) throws IOException {
        AppendFile file = AppendFile.open(path, position);
        byte[] header = frames.stored(syntax.header());
        if (position == 0) {
            try {
                file.append(header, 0, header.length);
            } catch (IOException e) {
                try (file) {
                    throw e;
                }
            }
        }
        frames.sinkOpened();
        return new FileSink(syntax, frames, header.length, file, position <= header.length);
    }

    @Override
    public BatchEncoder newEncoder() {
        return frames.around(SegmentEncoder.of(syntax));
    }

    @Override
    public void append(byte[] rows, int start, int end) throws IOException {
        if (start == end) {
            return;
        }
        if (!segmentBegun) {
            segmentBegun = true;
            if (!empty) {
                file.append(separator, 0, separator.length);
            }
            empty = false;
        }
        file.append(rows, start, end);
    }

    @Override
    public long rowsStart(Segment segment) {
        return segment.start() <= headerLength ? headerLength : segment.start() + separator.length;
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
        if (footer.length > 0) {
            byte[] frame = frames.stored(footer);
            file.append(frame, 0, frame.length);
        }
    }

    @Override
    public void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            frames.sinkClosed();
        }
        file.close();
    }
}
