package dev.headroom.sink;

import dev.headroom.table.RecordBatch;
import java.io.Closeable;
import java.io.IOException;

/**
 * Receives the batches of one table, in order. The simplest sink implements {@link #write} and {@link #close}.
 *
 * <p>Calls are made by one thread at a time, with a happens-before edge between them; they may block. After a method has thrown,
 * only {@link #close} is called.
 */
public interface TableSink extends Closeable {
    /**
     * Writes the rows of a batch. The batch belongs to the caller and is valid only during the call.
     *
     * @throws IOException if the rows could not be written; the run stops
     */
    void write(RecordBatch batch) throws IOException;

    /**
     * Hands what is buffered on to where it is written. Does nothing by default.
     *
     * @throws IOException if that fails
     */
    default void flush() throws IOException {}

    /**
     * Makes the table whole as it stands, so that a reader can load it: writes what follows the last row. Called before {@link #close}
     * at the end of a run and at a clean stop, not after a failure. Does nothing by default.
     *
     * @throws IOException if that fails
     */
    default void finish() throws IOException {}

    /** Releases what the sink holds. Writes nothing. */
    @Override
    void close() throws IOException;
}
