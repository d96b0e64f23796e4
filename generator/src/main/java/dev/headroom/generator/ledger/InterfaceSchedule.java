package dev.headroom.generator.ledger;

import dev.headroom.generator.sequence.Timetable;

/** Entries from other systems, each a unit. Immutable. */
public final class InterfaceSchedule extends EventSchedule {
    /**
     * Makes a schedule.
     *
     * @param entries number of all interface entries
     */
    public InterfaceSchedule(Timetable timetable, long seed, long entries) {
        super(timetable, seed, "interface entry", entries);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        long key = key(ordinal);
        int company = company(key);
        count(company, day(company, ordinal, key), numbering);
        return 1;
    }
}
