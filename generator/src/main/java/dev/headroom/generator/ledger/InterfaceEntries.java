package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Employees;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.sequence.UnitGenerator;

/** Makes entries from other systems. One for each worker; not thread-safe. */
public final class InterfaceEntries implements UnitGenerator {
    private static final int TEXT = 2;
    private static final int LINES = 3;
    private static final int KIND = 4;

    private final InterfaceSchedule schedule;
    private final Bookkeeping bookkeeping;
    private final OrdinaryLines lines;
    private final int user;
    private final EntryPipeline pipeline;

    /** Makes the generator of a schedule. */
    public InterfaceEntries(
            InterfaceSchedule schedule, Bookkeeping bookkeeping, Masters master, EntryPipeline pipeline) {
        this.schedule = schedule;
        this.bookkeeping = bookkeeping;
        this.lines = new OrdinaryLines(
                EntrySubjects.interfaces(master.configuration().industry()), KIND, TEXT, master);
        this.user = Employees.SystemUser.INTERFACE.code();
        this.pipeline = pipeline;
    }

    @Override
    public void generate(long ordinal) {
        EntryDraft draft = pipeline.draft();
        long key = schedule.key(ordinal);
        int company = schedule.company(key);
        int day = schedule.day(company, ordinal, key);
        bookkeeping.begin(draft, EntryKind.INTERFACE, key, company, day);
        draft.number = pipeline.nextNumber(company, day);
        draft.caseOrdinal = ordinal;
        lines.fill(draft, key, EntrySubjects.NO_DESK, Draw.bits(key, LINES), false);
        draft.translateAll();
        bookkeeping.enterBySystem(draft, user);
        pipeline.write();
    }
}
