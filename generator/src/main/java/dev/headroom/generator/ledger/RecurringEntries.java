package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.UnitGenerator;

/** Makes recurring entries: the same lines each month for a template. One for each worker; not thread-safe. */
public final class RecurringEntries implements UnitGenerator {
    private static final int TEXT = 2;
    private static final int LINES = 3;

    private final RecurringSchedule schedule;
    private final RandomStream entries;
    private final Bookkeeping bookkeeping;
    private final OrdinaryLines lines;
    private final int user;
    private final EntryPipeline pipeline;

    /** Makes the generator of a schedule. */
    public RecurringEntries(
            RecurringSchedule schedule, long seed, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.entries = new RandomStream(seed, "recurring entry");
        this.bookkeeping = bookkeeping;
        this.lines = new OrdinaryLines(master.accounts(), master.costCenters());
        this.user = Employees.SystemUser.RECURRING.code();
        this.pipeline = pipeline;
    }

    @Override
    public void generate(long ordinal) {
        EntryDraft draft = pipeline.draft();
        int month = schedule.month(ordinal);
        long templateKey = schedule.templateKey(ordinal, month);
        int company = schedule.company(templateKey);
        int day = schedule.day(company, month, templateKey);
        bookkeeping.begin(draft, EntryKind.RECURRING, entries.key(ordinal), company, day);
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = ordinal;
        draft.headerText = JournalTexts.RECURRING.at(Draw.bits(templateKey, TEXT));
        lines.fill(draft, Draw.bits(templateKey, LINES), OrdinaryLines.COST, false);
        int text = draft.headerText - JournalTexts.RECURRING.first() + JournalTexts.RECURRING_LINES.first();
        for (int line = 0; line < draft.lineCount; line++) {
            draft.lineText[line] = text;
        }
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }
}
