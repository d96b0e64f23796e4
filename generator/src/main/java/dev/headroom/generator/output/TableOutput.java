package dev.headroom.generator.output;

import dev.headroom.generator.BatchConsumer;
import dev.headroom.generator.Fidelity;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import org.jspecify.annotations.Nullable;

/**
 * One table's batch of one worker: rows are added, and the batch is handed on when it has the range's number of rows and at the
 * range's end. The batch and its vectors stay the same for life, so that a writer fetches them once. Not thread-safe.
 */
public final class TableOutput {
    private static final int NONE = -1;

    private final RecordBatch batch;
    private BatchConsumer<?> consumer = unopened -> {
        throw new IllegalStateException("no range has begun");
    };
    private @Nullable RowOverlay overlay;
    private @Nullable RowOverlay observer;
    private int batchRows;
    private boolean optionalColumns;
    private boolean overlaid;
    private int openRow = NONE;

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

    /** Makes rows that are added one by one pass an overlay when they are complete, in ranges with data-quality issues. */
    public void setOverlay(RowOverlay rowOverlay) {
        overlay = rowOverlay;
    }

    /** Shows rows that are added one by one to an observer, which alters nothing, when they are complete and before the overlay. */
    public void setObserver(RowOverlay rowObserver) {
        observer = rowObserver;
    }

    /** Whether rows of this range have data-quality issues. */
    public boolean isOverlaid() {
        return overlaid;
    }

    /** Begins a range; drops what an earlier range that failed has left. */
    public void begin(Fidelity fidelity, int rows, BatchConsumer<?> receiver) {
        batch.clear();
        batchRows = rows;
        optionalColumns = fidelity.optionalColumns();
        overlaid = overlay != null && fidelity.dataQuality();
        openRow = NONE;
        consumer = receiver;
    }

    /** Completes the last row and hands on what is left of the range. */
    public void end() {
        completeRow();
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
        completeRow();
        int row = addPlainRow();
        openRow = overlaid || observer != null ? row : NONE;
        return row;
    }

    /** Adds a row that passes no overlay. */
    public int addPlainRow() {
        if (batch.rowCount() == batchRows) {
            handOn();
        }
        return batch.addRow();
    }

    private void completeRow() {
        if (openRow == NONE) {
            return;
        }
        int row = openRow;
        openRow = NONE;
        if (observer != null) {
            observer.rowComplete(row);
        }
        if (overlaid && overlay != null) {
            overlay.rowComplete(row);
        }
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
