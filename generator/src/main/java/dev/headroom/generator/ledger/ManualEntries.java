package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.UnitGenerator;

/** Makes blocks of manual entries. One for each worker; not thread-safe. */
public final class ManualEntries implements UnitGenerator {
    private static final double FOREIGN_CURRENCY = .05;

    private static final int TEXT = 1;
    private static final int CURRENCY = 2;
    private static final int WHICH_CURRENCY = 3;
    private static final int LINES = 4;
    private static final int ACTION = 5;

    private final ManualSchedule schedule;
    private final Bookkeeping bookkeeping;
    private final EntrySubjects subjects;
    private final OrdinaryLines lines;
    private final int[] currencies;
    private final EntryPipeline pipeline;

    /** Makes the generator of a schedule. */
    public ManualEntries(ManualSchedule schedule, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.bookkeeping = bookkeeping;
        this.subjects = EntrySubjects.manual(master.configuration().industry());
        this.lines = new OrdinaryLines(master);
        this.currencies = master.worldCurrencies();
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
        bookkeeping.assign(draft, key);
        draft.headerText = subjects.drawAtDesk(key, ACTION, TEXT, bookkeeping.desk(draft));
        if (Draw.happens(key, CURRENCY, FOREIGN_CURRENCY)) {
            bookkeeping.setCurrency(draft, currencies[Draw.below(key, WHICH_CURRENCY, currencies.length)]);
        }
        lines.fill(draft, Draw.bits(key, LINES), true);
        draft.translateAll();
        bookkeeping.ageVoucher(draft);
        bookkeeping.enterByHand(draft);
        pipeline.write();
    }
}
