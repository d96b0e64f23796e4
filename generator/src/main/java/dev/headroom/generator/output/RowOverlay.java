package dev.headroom.generator.output;

/** Alters rows of a table after they are complete. One for each table and worker; not thread-safe. */
@FunctionalInterface
public interface RowOverlay {
    /** Alters a row, which is the last one of the batch; may add rows after it by {@link TableOutput#addPlainRow}. */
    void rowComplete(int row);
}
