package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/** Units that each happen in one company on one day, which are drawn for each unit by itself. Immutable. */
abstract class EventSchedule implements UnitSchedule {
    private static final int COMPANY = 0;
    private static final int DAY = 1;

    final Timetable timetable;
    private final long events;
    private final RandomStream stream;

    /**
     * Makes a schedule.
     *
     * @param kind name of the random stream
     * @param events number of all units of the kind
     */
    EventSchedule(Timetable timetable, long seed, String kind, long events) {
        this.timetable = timetable;
        this.events = events;
        this.stream = new RandomStream(seed, kind);
    }

    long key(long ordinal) {
        return stream.key(ordinal);
    }

    int company(long key) {
        return timetable.companyAt(Draw.bits(key, COMPANY));
    }

    int day(int company, long ordinal, long key) {
        return timetable.dayOf(company, ordinal, events, Draw.bits(key, DAY));
    }

    /** Counts an entry of a day. */
    final void count(int company, int day, long[] numbering) {
        numbering[timetable.slot(company, day)]++;
    }
}
