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
    private static final int KIND = 4;

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
        this.lines =
                new OrdinaryLines(EntrySubjects.recurring(master.configuration().industry()), KIND, TEXT, master);
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
        lines.fill(draft, templateKey, EntrySubjects.NO_DESK, Draw.bits(templateKey, LINES), false);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }
}
