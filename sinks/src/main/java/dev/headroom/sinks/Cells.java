package dev.headroom.sinks;

import dev.headroom.table.RecordBatch;

/**
 * One or more neighbouring cells of each row (or group), encoded for many rows at a time.
 *
 * <p>Positions are rows or groups of a batch, whichever the strips stand for.
 */
interface Cells {
    /** The most bytes that the cells take at any position, but for what {@link #addBounds} adds. */
    int bound(RecordBatch batch);

    /**
     * Adds what the cells at some positions can take in addition.
     *
     * @param from the position of the first bound
     */
    void addBounds(RecordBatch batch, int from, int count, int[] bounds);

    /**
     * Appends the cells to the strips.
     *
     * @param from the position of the first strip
     */
    void append(RecordBatch batch, int from, int count, Strips strips);
}
