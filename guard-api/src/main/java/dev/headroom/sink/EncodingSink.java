package dev.headroom.sink;

import dev.headroom.table.RecordBatch;
import java.io.IOException;

/**
 * A sink whose rows are turned into bytes by encoders, one for each thread, and appended in order.
 *
 * <p>The bytes of a batch must not depend on the batches around it, on where batches are cut, or on the thread. What must depend on
 * the place in the file, such as a separator before every record but the first, is settled by {@link #append}.
 */
public interface EncodingSink extends ResumableSink {
    /** A new encoder for use by one thread at a time; can be called by any thread and does not block. */
    BatchEncoder newEncoder();

    /**
     * Appends encoded rows. The array belongs to the caller; the range holds what one or more calls of an encoder of this sink have
     * put into a buffer, whole rows only.
     *
     * @param start first byte
     * @param end byte after the last
     * @throws IOException if the bytes could not be written; the run stops
     */
    void append(byte[] rows, int start, int end) throws IOException;

    /**
     * Writes a batch with an encoder of the sink's own.
     *
     * @throws IOException if the bytes could not be written
     */
    @Override
    void write(RecordBatch batch) throws IOException;
}
