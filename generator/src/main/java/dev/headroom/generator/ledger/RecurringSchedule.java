package dev.headroom.generator.ledger;

import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/**
 * Recurring entries: each month has one for every template. Templates that come last are left out of some months where the number
 * of entries is no multiple of the months. Immutable.
 */
public final class RecurringSchedule implements UnitSchedule {
    private static final int COMPANY = 0;
    private static final int DAY_OF_MONTH = 1;

    /** First, fifteenth, last. */
    private static final Discrete DAYS = new Discrete(.5, .2, .3);

    private final Timetable timetable;
    private final Months months;
    private final long entries;
    private final RandomStream templates;

    /**
     * Makes a schedule.
     *
     * @param entries number of all recurring entries
     */
    public RecurringSchedule(Timetable timetable, long seed, long entries) {
        this.timetable = timetable;
        this.months = timetable.months();
        this.entries = entries;
        this.templates = new RandomStream(seed, "recurring template");
    }

    int month(long entry) {
        return (int) ((entry * months.count() + months.count() - 1) / entries);
    }

    long templateKey(long entry, int month) {
        return templates.key(entry - month * entries / months.count());
    }

    int company(long templateKey) {
        return timetable.companyAt(Draw.bits(templateKey, COMPANY));
    }

    int day(int company, int month, long templateKey) {
        BusinessCalendar calendar = timetable.calendar(company);
        return switch (DAYS.draw(templateKey, DAY_OF_MONTH)) {
            case 0 -> calendar.firstBusinessDayOf(month);
            case 1 -> calendar.nextBusinessDay(months.firstDayOf(month) + 14);
            default -> calendar.lastBusinessDayOf(month);
        };
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        int month = month(ordinal);
        long key = templateKey(ordinal, month);
        int company = company(key);
        numbering[timetable.slot(company, day(company, month, key))]++;
        return 1;
    }
}
