package dev.headroom.benchmarks;

import dev.headroom.generator.BatchConsumer;
import dev.headroom.table.RecordBatch;

/** A consumer that only counts. */
final class RowCount implements BatchConsumer<RuntimeException> {
    private static final String JOURNAL = "journal_entries";

    private long journalLines;
    private long rows;

    @Override
    public void accept(RecordBatch batch) {
        rows += batch.rowCount();
        if (batch.schema().name().equals(JOURNAL)) {
            journalLines += batch.rowCount();
        }
    }

    Volume volume() {
        return new Volume(journalLines, rows, 0);
    }
}
