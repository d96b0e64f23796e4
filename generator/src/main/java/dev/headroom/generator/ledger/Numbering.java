package dev.headroom.generator.ledger;

import dev.headroom.generator.sequence.Timetable;

/** Gives entries their numbers: from 1 without gaps in each company and fiscal year. Not thread-safe. */
public final class Numbering {
    private final Timetable timetable;
    private final long[] last;

    /** Makes a numbering that has given no number. */
    public Numbering(Timetable timetable) {
        this.timetable = timetable;
        this.last = new long[timetable.slots()];
    }

    /** Goes on after numbers that were given, by {@link Timetable#slot}. */
    public void reset(long[] given) {
        System.arraycopy(given, 0, last, 0, last.length);
    }

    /** The next number in a company and the fiscal year of a day. */
    public long next(int company, int day) {
        return ++last[timetable.slot(company, day)];
    }
}
