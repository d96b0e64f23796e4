package dev.headroom.app.audit;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The labels of one table on disk, in their order. Written once, then read as often as is wanted. */
final class LabelSpill implements Closeable {
    private static final int BUFFER_BYTES = 16 << 10;
    private static final int ABSENT = -1;

    private final SpillDirectory directory;
    private final Path file;
    private final DataOutputStream out;

    LabelSpill(SpillDirectory directory) throws IOException {
        this.directory = directory;
        this.file = directory.newFile("labels");
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
    }

    /** Keeps a label whose values are two fields of a row. */
    void add(long row, long key, int line, int column, Row fields, int original, int modified) throws IOException {
        out.writeLong(row);
        out.writeLong(key);
        out.writeInt(line);
        out.writeShort(column);
        write(fields, original);
        write(fields, modified);
    }

    private void write(Row fields, int column) throws IOException {
        if (fields.isNull(column)) {
            out.writeInt(ABSENT);
            return;
        }
        int start = fields.start(column);
        int length = fields.end(column) - start;
        out.writeInt(length);
        out.write(fields.source(column), start, length);
    }

    /** Ends the writing. */
    @Override
    public void close() throws IOException {
        out.close();
        directory.written(Files.size(file));
    }

    /** Reads the labels, after the writing has ended. */
    Reader reader() throws IOException {
        return new Reader(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)));
    }

    /** Reads labels in their order. */
    static final class Reader implements Closeable {
        private final DataInputStream in;

        private Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next label; null after the last. */
        @Nullable
        Label next() throws IOException {
            long row;
            try {
                row = in.readLong();
            } catch (EOFException e) {
                return null;
            }
            return new Label(row, in.readLong(), in.readInt(), in.readShort(), value(), value());
        }

        private byte @Nullable [] value() throws IOException {
            int length = in.readInt();
            return length == ABSENT ? null : in.readNBytes(length);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
