package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.UnitGenerator;

/** Makes accruals and their reversals, which name each other. One for each worker; not thread-safe. */
public final class Adjustments implements UnitGenerator {
    private static final int TEXT = 2;
    private static final int LINES = 3;
    private static final int REVERSAL = 4;

    private final AdjustmentSchedule schedule;
    private final Bookkeeping bookkeeping;
    private final OrdinaryLines lines;
    private final EntryPipeline pipeline;

    /** Makes the generator of a schedule. */
    public Adjustments(AdjustmentSchedule schedule, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.bookkeeping = bookkeeping;
        this.lines =
                new OrdinaryLines(EntrySubjects.accruals(master.configuration().industry()), TEXT, TEXT, master);
        this.pipeline = pipeline;
    }

    @Override
    public void generate(long ordinal) {
        EntryDraft draft = pipeline.draft();
        long key = schedule.key(ordinal);
        int company = schedule.company(key);
        int accrualDay = schedule.accrualDay(company, ordinal, key);
        int reversalDay = schedule.reversalDay(company, accrualDay);
        long accrualNumber = pipeline.nextNumber(company, accrualDay);
        fill(draft, EntryKind.ACCRUAL, key, key, company, accrualDay, ordinal);
        draft.number = accrualNumber;
        if (reversalDay == EntryDraft.NONE) {
            pipeline.write();
            return;
        }
        long reversalNumber = pipeline.nextNumber(company, reversalDay);
        int accrualYear = draft.fiscalYear;
        long groupRate = draft.groupRate;
        draft.reversalYear = schedule.yearOf(reversalDay);
        draft.reversalNumber = reversalNumber;
        pipeline.write();

        // From the beginning, since an overlay may have altered the accrual.
        fill(draft, EntryKind.REVERSAL, Draw.bits(key, REVERSAL), key, company, reversalDay, ordinal);
        draft.number = reversalNumber;
        draft.reversalYear = accrualYear;
        draft.reversalNumber = accrualNumber;
        draft.groupRate = groupRate;
        draft.translateAll();
        for (int line = 0; line < draft.lineCount; line++) {
            draft.amount[line] = -draft.amount[line];
            draft.localAmount[line] = -draft.localAmount[line];
            draft.groupAmount[line] = -draft.groupAmount[line];
        }
        pipeline.write();
    }

    private void fill(EntryDraft draft, EntryKind kind, long entryKey, long key, int company, int day, long ordinal) {
        bookkeeping.begin(draft, kind, entryKey, company, day);
        draft.caseOrdinal = ordinal;
        // Whoever made the accrual reverses it.
        bookkeeping.assign(draft, key);
        lines.fill(draft, key, bookkeeping.desk(draft), Draw.bits(key, LINES), false);
        if (kind == EntryKind.REVERSAL) {
            draft.headerText += JournalTexts.REVERSAL.first() - EntrySubjects.FIRST_ACCRUAL;
        }
        draft.translateAll();
        bookkeeping.enterByHand(draft);
    }
}
