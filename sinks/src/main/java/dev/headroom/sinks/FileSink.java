package dev.headroom.sinks;

import dev.headroom.sink.BatchEncoder;
import dev.headroom.sink.EncodingBuffer;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.Segment;
import dev.headroom.table.RecordBatch;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A table's file in any syntax whose rows do not depend on one another. */
final class FileSink implements EncodingSink {
    private static final int BUFFER_SIZE = 64 * 1024;

    private final TableSyntax syntax;
    private final AppendFile file;
    private @Nullable BatchEncoder encoder;
    private @Nullable EncodingBuffer buffer;

    private FileSink(TableSyntax syntax, AppendFile file) {
        this.syntax = syntax;
        this.file = file;
    }

    /**
     * Opens a sink that writes a file from a position on, at 0 with the syntax's header.
     *
     * @throws IOException if the file cannot be opened or written, or has fewer bytes than the position says
     */
    static FileSink open(TableSyntax syntax, Path path, long position) throws IOException {
        AppendFile file = AppendFile.open(path, position);
        if (position == 0) {
            byte[] header = syntax.header();
            try {
                file.append(header, 0, header.length);
            } catch (IOException e) {
                try (file) {
                    throw e;
                }
            }
        }
        return new FileSink(syntax, file);
    }

    @Override
    public BatchEncoder newEncoder() {
        return new RowEncoder(syntax);
    }

    @Override
    public void append(byte[] rows, int start, int end) throws IOException {
        file.append(rows, start, end);
    }

    @Override
    public void write(RecordBatch batch) throws IOException {
        if (encoder == null || buffer == null) {
            encoder = newEncoder();
            buffer = new EncodingBuffer(BUFFER_SIZE);
        }
        for (int row = 0; row < batch.rowCount(); ) {
            row = encoder.encode(batch, row, buffer);
            file.append(buffer.array(), 0, buffer.size());
            buffer.clear();
        }
    }

    @Override
    public Segment cutSegment() {
        return file.cutSegment();
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
