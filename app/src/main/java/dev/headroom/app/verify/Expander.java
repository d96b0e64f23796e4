package dev.headroom.app.verify;

import dev.headroom.sink.Compression;
import java.io.Closeable;

/** Undoes the compression of whole frames. Used by one thread at a time. */
interface Expander extends Closeable {
    /** An expander of files that are compressed so. */
    static Expander of(Compression.Method method) {
        return switch (method) {
            case NONE -> new PlainBytes();
            case GZIP -> new GzipExpander();
            case ZSTD -> new ZstdExpander();
        };
    }

    /** Begins anew with a frame. */
    void begin();

    /** Takes further bytes and hands on what they expand to. */
    void accept(byte[] bytes, int start, int end, Content content) throws DamageException;

    /** Checks that the last frame is complete. */
    void end() throws DamageException;

    @Override
    void close();

    /** Bytes that are not compressed. */
    final class PlainBytes implements Expander {
        @Override
        public void begin() {}

        @Override
        public void accept(byte[] bytes, int start, int end, Content content) throws DamageException {
            content.accept(bytes, start, end);
        }

        @Override
        public void end() {}

        @Override
        public void close() {}
    }
}
