package dev.headroom.sink;

import dev.headroom.table.RecordBatch;
import java.io.IOException;

/**
 * A sink whose rows are turned into bytes by encoders, one for each thread, and appended in order.
 *
 * <p>The rows of a segment are encoded by one encoder, and the bytes that it makes of them must depend on these rows alone: not on the
 * segments before, on where batches are cut, or on the thread. What must depend on the place in the file, such as a separator before
 * every record but the first, is settled by {@link #append}.
 */
public interface EncodingSink extends ResumableSink {
    /** A new encoder for use by one thread at a time; can be called by any thread and does not block. */
    BatchEncoder newEncoder();

    /**
     * Appends encoded rows. The array belongs to the caller; the range holds what one or more calls of an encoder of this sink have
     * put into a buffer, or a part of it: all that an encoder makes of a segment is appended in its order, before {@link #cutSegment}.
     *
     * @param start first byte
     * @param end byte after the last
     * @throws IOException if the bytes could not be written; the run stops
     */
    void append(byte[] rows, int start, int end) throws IOException;

    /**
     * Where the encoded rows of a segment of this table begin: behind what opening the sink and {@link #append} have put before them because
     * of their place. The bytes from there to the segment's end can be appended to another sink of the same format and table, there to
     * become a segment at another place.
     *
     * @param segment a segment that a sink of this format and table has cut, not empty
     * @return a position from the segment's start to its end; the start by default
     */
    default long rowsStart(Segment segment) {
        return segment.start();
    }

    /**
     * Writes a batch with an encoder of the sink's own.
     *
     * @throws IOException if the bytes could not be written
     */
    @Override
    void write(RecordBatch batch) throws IOException;
}
