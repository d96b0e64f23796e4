package dev.headroom.sink;

import dev.headroom.table.RecordBatch;

/**
 * Turns the rows of one segment after another into bytes. Used by one thread at a time; never blocks; keeps nothing of a batch but
 * shared dictionaries, and of its rows nothing but bytes.
 */
public interface BatchEncoder {
    /**
     * Encodes rows from a row on until the batch ends or the buffer has no room for a further row of ordinary length. At least
     * one row is encoded, however long it is.
     *
     * @param batch the rows; valid only during the call
     * @param fromRow the first row to encode, below the batch's row count
     * @param out where the bytes go, behind those it holds
     * @return the row to go on with; the batch's row count if all are encoded
     */
    int encode(RecordBatch batch, int fromRow, EncodingBuffer out);

    /**
     * Ends a segment: puts out what is left of it, if bytes of the rows encoded so far were kept, to be compressed together for example.
     * The rows that come next begin another segment. Does nothing by default.
     *
     * @param out where the bytes go, behind those it holds
     */
    default void endSegment(EncodingBuffer out) {}
}
