package dev.headroom.generator.document;

import dev.headroom.generator.random.Normal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/**
 * When the documents of cases are dated that begin with an order. What would be dated after the ledger's end does not exist. Holds the
 * case that was last computed; not thread-safe.
 */
public abstract class DocumentSchedule implements UnitSchedule {
    /** A document that does not exist; earlier than any day, as a ledger's first cases can begin before 1970. */
    public static final int NONE = Integer.MIN_VALUE;

    private static final Normal SPREAD = new Normal(1, .35);

    /** When business happens. */
    protected final Timetable timetable;
    /** The ledger's first day. */
    protected final int firstDay;
    /** The ledger's last day. */
    protected final int lastDay;

    private final RandomStream stream;

    /** Random key of the case. */
    protected long key;
    /** Company of the case. */
    protected int company;

    /**
     * Makes a schedule.
     *
     * @param kind name of the random stream
     */
    protected DocumentSchedule(Timetable timetable, long seed, String kind) {
        this.timetable = timetable;
        this.firstDay = timetable.months().firstDay();
        this.lastDay = timetable.months().lastDay();
        this.stream = new RandomStream(seed, kind);
    }

    /** The random key of a case. */
    protected final long keyOf(long ordinal) {
        return stream.key(ordinal);
    }

    /** A number of days around a mean, at least one unless the mean is 0. */
    protected static int lag(long documentKey, int slot, int mean) {
        double days = mean * SPREAD.draw(documentKey, slot);
        return (int) Math.max(days + .5, Math.min(mean, 1));
    }

    /** The day itself or the first business day after it; {@link #NONE} if that is after the ledger's end. */
    protected final int businessDay(int day) {
        if (day > lastDay) {
            return NONE;
        }
        return withinLedger(timetable.calendar(company).nextBusinessDay(day));
    }

    /** The day itself; {@link #NONE} if it is after the ledger's end. */
    protected final int withinLedger(int day) {
        return day > lastDay ? NONE : day;
    }

    /** Counts the entry of a document's day, and returns 1; 0 if there is no document, or it is from before the ledger. */
    protected final int count(int day, long[] numbering) {
        if (day < firstDay) {
            return 0;
        }
        numbering[timetable.slot(company, day)]++;
        return 1;
    }

    /** Random key of the case. */
    public final long key() {
        return key;
    }

    /** Company of the case. */
    public final int company() {
        return company;
    }
}
