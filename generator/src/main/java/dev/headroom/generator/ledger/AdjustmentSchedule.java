package dev.headroom.generator.ledger;

import dev.headroom.generator.sequence.Timetable;

/**
 * Accruals on the last business day of a month, each with its reversal on the first one of the next month unless the ledger ends
 * before. Immutable.
 */
public final class AdjustmentSchedule extends EventSchedule {
    /**
     * Makes a schedule.
     *
     * @param cases number of all accruals
     */
    public AdjustmentSchedule(Timetable timetable, long seed, long cases) {
        super(timetable, seed, "adjustment", cases);
    }

    int accrualDay(int company, long ordinal, long key) {
        int day = day(company, ordinal, key);
        return timetable.calendar(company).lastBusinessDayOf(timetable.months().monthOf(day));
    }

    /** The day of the reversal; {@link EntryDraft#NONE} if it is after the ledger's end. */
    int reversalDay(int company, int accrualDay) {
        int month = timetable.months().monthOf(accrualDay) + 1;
        return month < timetable.months().count()
                ? timetable.calendar(company).firstBusinessDayOf(month)
                : EntryDraft.NONE;
    }

    int yearOf(int day) {
        return timetable.yearOf(day);
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        long key = key(ordinal);
        int company = company(key);
        int accrualDay = accrualDay(company, ordinal, key);
        count(company, accrualDay, numbering);
        int reversalDay = reversalDay(company, accrualDay);
        if (reversalDay == EntryDraft.NONE) {
            return 1;
        }
        count(company, reversalDay, numbering);
        return 2;
    }
}
