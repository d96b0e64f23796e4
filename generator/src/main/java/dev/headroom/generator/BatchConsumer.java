package dev.headroom.generator;

import dev.headroom.table.RecordBatch;

/**
 * Receives the batches of a range, in the order of each table's rows.
 *
 * @param <X> what it may throw; passed on to the caller of the generator
 */
@FunctionalInterface
public interface BatchConsumer<X extends Exception> {
    /** Receives a batch that is not empty and valid only during the call. May block. */
    void accept(RecordBatch batch) throws X;
}
