package dev.headroom.generator.quality;

import dev.headroom.table.BooleanVector;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;

/**
 * Keeps a copy of a row of a batch, without what its group shares, while the batch may be handed on. One for each table and worker; not
 * thread-safe.
 */
final class RowCopier {
    private final RecordBatch batch;
    private final RecordBatch kept;

    RowCopier(RecordBatch batch) {
        this.batch = batch;
        this.kept = new RecordBatch(batch.schema(), 1);
    }

    /** Keeps a row as readers see it. */
    void keep(int row) {
        kept.clear();
        copy(batch, row, kept, 0);
    }

    /** Fills a row with the one that was kept. */
    void restore(int row) {
        copy(kept, 0, batch, row);
    }

    private static void copy(RecordBatch from, int fromRow, RecordBatch to, int toRow) {
        for (int i = 0; i < from.schema().columns().size(); i++) {
            ColumnVector source = from.vector(i);
            if (source.column().repetition() == Repetition.PER_ROW) {
                copy(source, fromRow, to.vector(i), toRow);
            }
        }
    }

    private static void copy(ColumnVector from, int fromRow, ColumnVector to, int toRow) {
        if (from.isNull(fromRow)) {
            to.setNull(toRow);
        } else if (from instanceof LongVector values) {
            ((LongVector) to).set(toRow, values.get(fromRow));
        } else if (from instanceof IntVector values) {
            ((IntVector) to).set(toRow, values.get(fromRow));
        } else if (from instanceof BooleanVector values) {
            ((BooleanVector) to).set(toRow, values.get(fromRow));
        } else if (from instanceof TextVector texts) {
            copyText(texts, fromRow, (TextVector) to, toRow);
        }
        int override = from.overrideAt(fromRow);
        if (override >= 0) {
            TextDictionary texts = from.overrideTexts();
            to.override(toRow, texts.bytes(), texts.start(override), texts.end(override));
        }
    }

    private static void copyText(TextVector from, int fromRow, TextVector to, int toRow) {
        TextDictionary dictionary = from.dictionary();
        int code = from.code(fromRow);
        if (to.dictionary().isShared()) {
            to.setCode(toRow, code);
        } else if (dictionary.isShared()) {
            to.useDictionary(dictionary);
            to.setCode(toRow, code);
        } else {
            to.setCode(toRow, to.local().add(dictionary.bytes(), dictionary.start(code), dictionary.end(code)));
        }
    }
}
