package dev.headroom.generator.quality;

import dev.headroom.generator.output.CellText;
import dev.headroom.generator.output.RowOverlay;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.quality.QualityLabels.Place;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.ColumnVector;
import dev.headroom.table.IntVector;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.Repetition;
import dev.headroom.table.TableSchema;
import java.util.List;

/**
 * The data-quality issues of one table. A table without groups calls {@link #rowComplete}, which does everything; the writer of one
 * with groups calls the other methods. One for each worker; not thread-safe.
 */
public final class TableQuality implements RowOverlay {
    private static final int GROUP_SLOT = 128;
    private static final int ROW_SLOT = 129;
    private static final int DUPLICATES_SLOT = 130;
    private static final int DUPLICATE_SLOT = 131;

    // Of a row's or group's key.
    private static final int ANY_SLOT = 0;
    private static final int FIRST_SLOT = 1;
    private static final int FIELD_SLOT = 2;
    private static final int OTHER_SLOT = 3;

    // Of a field's key.
    private static final int KIND_SLOT = 0;
    private static final int TEXT_SLOT = 1;
    private static final int LENGTH_SLOT = 2;

    // Of a duplicate's key.
    private static final int DUPLICATE_KIND_SLOT = 0;
    private static final int DUPLICATE_FIELD_SLOT = 1;
    private static final int MOST_FUZZY_FIELDS = 3;

    private static final TableSchema SCRATCH = new TableSchema("scratch", "A text.", List.of(Column.text("text")));

    private final QualityRates rates;
    private final QualityLabels labels;
    private final QualityLabels.Source source;
    private final Place place;
    private final TableOutput output;
    private final RecordBatch batch;
    private final RandomStream stream;
    private final AlterableFields groupFields;
    private final AlterableFields rowFields;
    private final RowCopier copier;
    private final AlteredText text = new AlteredText();
    private final RecordBatch scratch = new RecordBatch(SCRATCH, 1);
    private final LocalTextDictionary clean = scratch.texts("text").local();
    private int labelled;

    TableQuality(QualityRates rates, long seed, TableOutput output, QualityLabels labels) {
        this.rates = rates;
        this.labels = labels;
        this.output = output;
        this.batch = output.batch();
        this.source = labels.source(batch);
        this.place = new Place(source);
        this.stream = new RandomStream(seed, "quality of " + batch.schema().name());
        this.groupFields = new AlterableFields(batch.schema(), Repetition.PER_GROUP, rates.configuration());
        this.rowFields = new AlterableFields(batch.schema(), Repetition.PER_ROW, rates.configuration());
        this.copier = new RowCopier(batch);
    }

    @Override
    public void rowComplete(int row) {
        long key = stream.key(keyOf(row));
        alter(rowFields, Draw.bits(key, ROW_SLOT), place.at(row, row, 1), row, true);
        if (Draw.happens(key, DUPLICATES_SLOT, rates.configuration().duplicates())) {
            copier.keep(row);
            int duplicate = output.addPlainRow();
            copier.restore(duplicate);
            alterDuplicate(Draw.bits(key, DUPLICATE_SLOT), duplicate, duplicate);
        }
    }

    /** A number that stands for the values of a row's key columns. */
    private long keyOf(int row) {
        scratch.clear();
        source.appendKey(clean, row, row, false);
        clean.append('|');
        int code = clean.endText();
        byte[] bytes = clean.bytes();
        long hash = clean.end(code);
        for (int i = clean.start(code); i < clean.end(code); i++) {
            hash = hash * 0x100000001B3L + bytes[i];
        }
        return hash;
    }

    /**
     * The first line of a group, from one on, that a duplicate follows.
     *
     * @param key random key of the group
     * @param lines number of the group's lines, which is the answer if there is none
     */
    public int nextDuplicate(long key, int from, int lines) {
        return rates.nextDuplicate(Draw.bits(key, DUPLICATES_SLOT), from, lines);
    }

    /**
     * Alters rows of a group that are complete, together with what they share.
     *
     * @param key random key of the group
     * @param group position of the group in the batch
     * @param firstRow position of the first row
     * @param firstLine line of the group that it is; from 0
     * @param rows number of the rows
     */
    public void rowsWritten(long key, int group, int firstRow, int firstLine, int rows) {
        alterGroup(key, group, firstRow, firstLine == 0);
        long lines = Draw.bits(key, ROW_SLOT);
        for (int i = 0; i < rows; i++) {
            long rowKey = Draw.bits(lines, firstLine + i);
            if (Draw.uniform(rowKey, ANY_SLOT) < rowFields.any()) {
                alter(rowFields, rowKey, place.at(group, firstRow + i, 1), firstRow + i, true);
            }
        }
    }

    /** Alters a row of a group that is to be the duplicate of the line before it; it has been written in the line's clean form. */
    public void duplicateWritten(long key, int group, int row, int line) {
        alterGroup(key, group, row, false);
        alter(rowFields, Draw.bits(Draw.bits(key, ROW_SLOT), line), place.at(group, row, 2), row, false);
        alterDuplicate(Draw.element(key, DUPLICATE_SLOT, line), group, row);
    }

    private void alterGroup(long key, int group, int row, boolean label) {
        alter(groupFields, Draw.bits(key, GROUP_SLOT), place.at(group, row, 0), group, label);
    }

    private void alter(AlterableFields fields, long key, Place named, int position, boolean label) {
        if (Draw.uniform(key, ANY_SLOT) >= fields.any()) {
            return;
        }
        labelled = 0;
        int first = fields.first(Draw.bits(key, FIRST_SLOT));
        alterField(fields, first, Draw.element(key, FIELD_SLOT, first), named, position, label);
        for (int field = first + 1; field < fields.size(); field++) {
            if (Draw.unit(Draw.element(key, OTHER_SLOT, field)) < fields.rate(field)) {
                alterField(fields, field, Draw.element(key, FIELD_SLOT, field), named, position, label);
            }
        }
    }

    /** Makes a row that equals the one before it an exact, near or fuzzy duplicate, and labels it. */
    private void alterDuplicate(long key, int group, int row) {
        place.at(group, row, 2);
        QualityKind kind = rates.duplicateKind(Draw.bits(key, DUPLICATE_KIND_SLOT));
        labels.duplicate(place, kind);
        labelled = 1;
        int wanted =
                kind == QualityKind.EXACT_DUPLICATE ? 0 : kind == QualityKind.NEAR_DUPLICATE ? 1 : MOST_FUZZY_FIELDS;
        int fields = rowFields.size();
        int start = fields == 0 ? 0 : Draw.below(key, DUPLICATE_FIELD_SLOT, fields);
        for (int i = 0; i < fields && labelled <= wanted; i++) {
            int field = (start + i) % fields;
            alterField(rowFields, field, Draw.element(key, FIELD_SLOT, field), place, row, true);
        }
    }

    private void alterField(AlterableFields fields, int field, long key, Place named, int position, boolean label) {
        int column = fields.column(field);
        ColumnVector vector = batch.vector(column);
        if (vector.isNull(position) || vector.overrideAt(position) >= 0) {
            return;
        }
        scratch.clear();
        CellText.append(clean, vector, position);
        int code = clean.endText();
        QualityKind kind = fields.kind(field, Draw.bits(key, KIND_SLOT));
        int length = clean.end(code) - clean.start(code);
        if (length == 0 || (kind == QualityKind.TYPO && Draw.uniform(key, LENGTH_SLOT) >= rates.typoShare(length))) {
            return;
        }
        if (kind == QualityKind.MISSING) {
            vector.setNull(position);
            if (label) {
                labels.missing(named, ++labelled, column, clean);
            }
            return;
        }
        int day = vector instanceof IntVector days ? days.get(position) : 0;
        text.compose(
                kind,
                clean,
                code,
                day,
                Draw.bits(key, TEXT_SLOT),
                rates.configuration().typos());
        vector.override(position, text.bytes(), 0, text.length());
        if (label) {
            labels.altered(named, ++labelled, kind, column, clean, text);
        }
    }
}
