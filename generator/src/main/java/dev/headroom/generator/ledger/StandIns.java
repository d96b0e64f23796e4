package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.RandomStream;

/**
 * Makes ordinary manual entries in place of those made of totals that have nothing to post, so that the number of entries does not depend
 * on totals. They settle what is owed and leave the result alone, since one may take the place of a year's close. One for each worker;
 * not thread-safe.
 */
public final class StandIns {
    private final Bookkeeping bookkeeping;
    private final RandomStream entries;
    private final ManualContent content;
    private final EntryPipeline pipeline;

    /** Makes a generator. */
    public StandIns(Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.bookkeeping = bookkeeping;
        this.entries = new RandomStream(master.configuration().seed(), "entry in place of one made of totals");
        this.content = new ManualContent(
                EntrySubjects.settlements(master.configuration().industry()), bookkeeping, master);
        this.pipeline = pipeline;
    }

    /**
     * Writes an entry.
     *
     * @param ordinal what it stands in for; different for each
     * @param day a business day
     */
    public void write(long ordinal, int company, int day) {
        EntryDraft draft = pipeline.draft();
        bookkeeping.begin(draft, EntryKind.MANUAL, entries.key(ordinal), company, day);
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = ordinal;
        content.fill(draft);
        pipeline.writeUnaltered();
    }
}
