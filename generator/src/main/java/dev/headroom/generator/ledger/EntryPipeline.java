package dev.headroom.generator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The way of an entry from its case to the table: gives it its number, lets an overlay alter it, adds it up, and writes it. One for each
 * worker; not thread-safe.
 */
public final class EntryPipeline {
    private final EntryDraft draft = new EntryDraft();
    private final Numbering numbering;
    private final EntryOverlay overlay;
    private final EntryTotals totals;
    private final @Nullable EntryObserver observer;
    private final EntryWriter writer;

    /** Makes a pipeline; without observer if that is null. */
    public EntryPipeline(
            Numbering numbering,
            EntryOverlay overlay,
            EntryTotals totals,
            @Nullable EntryObserver observer,
            EntryWriter writer) {
        this.numbering = numbering;
        this.overlay = overlay;
        this.totals = totals;
        this.observer = observer;
        this.writer = writer;
    }

    /** The draft that cases fill. */
    public EntryDraft draft() {
        return draft;
    }

    /** The next number of a company in the fiscal year of a day; each entry's is asked for once, in the order of the sequence. */
    public long nextNumber(int company, int day) {
        return numbering.next(company, day);
    }

    /** Gives the draft its number; an entry from before the ledger has 0. */
    public void number() {
        draft.number = totals.isCarriedIn(draft) ? 0 : nextNumber(draft.company, draft.effectiveDate);
    }

    /** Writes the draft, which is complete. Of an entry from before the ledger only what it leaves open counts. */
    public void write() {
        if (totals.isCarriedIn(draft)) {
            totals.carryIn(draft);
            return;
        }
        // Only documents post to the accounts of which it is to be known what undoing anomalies would do.
        boolean fromDocument = draft.documentType != EntryDraft.NONE;
        if (fromDocument) {
            totals.remember(draft);
        }
        boolean anomalous = overlay.apply(draft);
        if (anomalous && fromDocument) {
            totals.addUndone(draft);
        }
        write(anomalous);
    }

    /** Writes a draft that is made of totals, or in place of such a one: nothing alters it. */
    public void writeUnaltered() {
        write(false);
    }

    private void write(boolean anomalous) {
        totals.add(draft);
        if (observer != null) {
            observer.entryComplete(draft, anomalous);
        }
        writer.write(draft);
    }
}
