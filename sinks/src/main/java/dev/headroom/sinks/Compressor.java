package dev.headroom.sinks;

import dev.headroom.sink.EncodingBuffer;

/** Makes frames. Used by one thread at a time; may hold memory off the heap until it is closed. */
abstract class Compressor implements AutoCloseable {
    private static final int STAGING_BYTES = 64 << 10;

    /** Bytes on the heap: the staging buffer and {@link #frame}. */
    static final int HEAP_BYTES = STAGING_BYTES + CompressedFrames.BLOCK_BYTES + (CompressedFrames.BLOCK_BYTES >> 3);

    private final EncodingBuffer staging = new EncodingBuffer(STAGING_BYTES);

    /** Room for a frame of a block that cannot be compressed. */
    private final byte[] frame = new byte[HEAP_BYTES - STAGING_BYTES];

    /** A buffer for whoever uses the compressor at the moment; it may hold anything. */
    final EncodingBuffer staging() {
        return staging;
    }

    /**
     * Adds one frame to a buffer; equal bytes give equal frames, whatever was compressed before.
     *
     * @param length the number of bytes at the start of {@code source} that become the frame's content; at most a block
     */
    final void compress(byte[] source, int length, EncodingBuffer out) {
        out.append(frame, 0, compress(source, length, frame));
    }

    /** Makes a frame at the start of an array with room for it, and returns its length. */
    abstract int compress(byte[] source, int length, byte[] target);

    @Override
    public abstract void close();
}
