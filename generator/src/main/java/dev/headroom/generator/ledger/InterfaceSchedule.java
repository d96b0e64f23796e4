package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/** Entries from other systems, each a unit. Immutable. */
public final class InterfaceSchedule implements UnitSchedule {
    private static final int COMPANY = 0;
    private static final int DAY = 1;

    private final Timetable timetable;
    private final long entries;
    private final RandomStream stream;

    /**
     * Makes a schedule.
     *
     * @param entries number of all interface entries
     */
    public InterfaceSchedule(Timetable timetable, long seed, long entries) {
        this.timetable = timetable;
        this.entries = entries;
        this.stream = new RandomStream(seed, "interface entry");
    }

    long key(long entry) {
        return stream.key(entry);
    }

    int company(long key) {
        return timetable.companyAt(Draw.bits(key, COMPANY));
    }

    int day(int company, long entry, long key) {
        return timetable.dayOf(company, entry, entries, Draw.bits(key, DAY));
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        long key = key(ordinal);
        int company = company(key);
        numbering[timetable.slot(company, day(company, ordinal, key))]++;
        return 1;
    }
}
