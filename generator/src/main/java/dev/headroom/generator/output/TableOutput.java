package dev.headroom.generator.output;

import dev.headroom.generator.BatchConsumer;
import dev.headroom.generator.Fidelity;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;

/**
 * One table's batch of one worker: rows are added, and the batch is handed on when it has the range's number of rows and at the
 * range's end. The batch and its vectors stay the same for life, so that a writer fetches them once. Not thread-safe.
 */
public final class TableOutput {
    private final RecordBatch batch;
    private BatchConsumer<?> consumer = unopened -> {
        throw new IllegalStateException("no range has begun");
    };
    private int batchRows;
    private boolean optionalColumns;

    /**
     * Makes an output.
     *
     * @param maxBatchRows most rows in a batch
     */
    public TableOutput(TableSchema schema, int maxBatchRows) {
        this.batch = new RecordBatch(schema, maxBatchRows);
        this.batchRows = maxBatchRows;
    }

    /** The batch that is filled. */
    public RecordBatch batch() {
        return batch;
    }

    /** Begins a range; drops what an earlier range that failed has left. */
    public void begin(Fidelity fidelity, int rows, BatchConsumer<?> receiver) {
        batch.clear();
        batchRows = rows;
        optionalColumns = fidelity.optionalColumns();
        consumer = receiver;
    }

    /** Hands on what is left of the range. */
    public void end() {
        if (batch.rowCount() > 0) {
            handOn();
        }
    }

    /** The number of rows that can be added before the batch is handed on, at least 1; hands a full one on. */
    public int room() {
        if (batch.rowCount() == batchRows) {
            handOn();
        }
        return batchRows - batch.rowCount();
    }

    /** Adds a row of a table without groups, and returns its position. The values of all its columns have to be set. */
    public int addRow() {
        if (batch.rowCount() == batchRows) {
            handOn();
        }
        return batch.addRow();
    }

    private void handOn() {
        if (!optionalColumns) {
            batch.blankOptionalColumns();
        }
        try {
            consumer.accept(batch);
        } catch (Exception e) {
            // It is of the type that the caller of the generator has declared for its consumer.
            throw TableOutput.<RuntimeException>unchecked(e);
        }
        batch.clear();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Exception> X unchecked(Exception e) throws X {
        throw (X) e;
    }
}
