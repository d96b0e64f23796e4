package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.sequence.UnitGenerator;

/** Makes blocks of manual entries. One for each worker; not thread-safe. */
public final class ManualEntries implements UnitGenerator {
    private final ManualSchedule schedule;
    private final Bookkeeping bookkeeping;
    private final ManualContent content;
    private final EntryPipeline pipeline;

    /** Makes the generator of a schedule. */
    public ManualEntries(ManualSchedule schedule, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.bookkeeping = bookkeeping;
        this.content =
                new ManualContent(EntrySubjects.manual(master.configuration().industry()), bookkeeping, master);
        this.pipeline = pipeline;
    }

    @Override
    public void generate(long block) {
        long blockKey = schedule.blockKey(block);
        int company = schedule.company(blockKey);
        int size = schedule.size(block);
        pipeline.draft().blockInOneYear = schedule.isInOneYear(block, company, size);
        for (int i = 0; i < size; i++) {
            generateEntry(block * ManualSchedule.BLOCK + i, company, blockKey, i, size);
        }
    }

    private void generateEntry(long entry, int company, long blockKey, int index, int size) {
        EntryDraft draft = pipeline.draft();
        long key = schedule.entryKey(entry);
        int day = schedule.day(company, entry, key);
        bookkeeping.begin(draft, EntryKind.MANUAL, key, company, day);
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = entry;
        draft.blockKey = blockKey;
        draft.blockIndex = index;
        draft.blockSize = size;
        content.fill(draft);
        pipeline.write();
    }
}
