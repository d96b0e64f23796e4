package dev.headroom.generator.master;

import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;

/** A table of master records, each a function of its index. Safe for use by many threads. */
public abstract class MasterTable {
    /** Fills the row of a record in one batch. Belongs to one thread. */
    @FunctionalInterface
    public interface Filler {
        /** Sets all values of an added row to those of a record. */
        void fill(int index, int row);
    }

    private final TableSchema schema;
    private final int count;
    private final RandomStream stream;

    /**
     * Makes a table.
     *
     * @param count number of records
     * @param stream gives each record its key
     */
    MasterTable(TableSchema schema, int count, RandomStream stream) {
        this.schema = schema;
        this.count = count;
        this.stream = stream;
    }

    /** Name, meaning and columns. */
    public final TableSchema schema() {
        return schema;
    }

    /** The number of records; indexes are 0 to this − 1. */
    public final int count() {
        return count;
    }

    /** The random key of a record. */
    public final long key(int index) {
        return stream.key(index);
    }

    /** A filler for a batch of the table; it keeps the batch's vectors and sets their shared dictionaries. */
    public abstract Filler filler(RecordBatch batch);

    /** A batch's column of texts whose values are codes of a dictionary. */
    static TextVector texts(RecordBatch batch, String column, TextDictionary dictionary) {
        TextVector vector = batch.texts(column);
        vector.useDictionary(dictionary);
        return vector;
    }

    /** A batch's column of ids of master records. */
    static TextVector ids(RecordBatch batch, String column, Ids ids) {
        TextVector vector = batch.texts(column);
        ids.bind(vector);
        return vector;
    }
}
