package dev.headroom.generator.master;

import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;

/** A table of master records, each a function of its index. Safe for use by many threads. */
public interface MasterTable {
    /** Fills the row of a record in one batch. Belongs to one thread. */
    @FunctionalInterface
    interface Filler {
        /** Sets all values of an added row to those of a record. */
        void fill(int index, int row);
    }

    /** Name, meaning and columns. */
    TableSchema schema();

    /** The number of records; indexes are 0 to this − 1. */
    int count();

    /** The random key of a record. */
    long key(int index);

    /** A filler for a batch of the table; it keeps the batch's vectors and sets their shared dictionaries. */
    Filler filler(RecordBatch batch);
}
