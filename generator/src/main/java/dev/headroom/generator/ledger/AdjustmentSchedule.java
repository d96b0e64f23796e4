package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.generator.sequence.Timetable;
import dev.headroom.generator.sequence.UnitSchedule;

/**
 * Accruals on the last business day of a month, each with its reversal on the first one of the next month unless the ledger ends
 * before. Immutable.
 */
public final class AdjustmentSchedule implements UnitSchedule {
    private static final int COMPANY = 0;
    private static final int MONTH = 1;

    private final Timetable timetable;
    private final long cases;
    private final RandomStream stream;

    /**
     * Makes a schedule.
     *
     * @param cases number of all accruals
     */
    public AdjustmentSchedule(Timetable timetable, long seed, long cases) {
        this.timetable = timetable;
        this.cases = cases;
        this.stream = new RandomStream(seed, "adjustment");
    }

    long key(long ordinal) {
        return stream.key(ordinal);
    }

    int company(long key) {
        return timetable.companyAt(Draw.bits(key, COMPANY));
    }

    int accrualDay(int company, long ordinal, long key) {
        int day = timetable.dayOf(company, ordinal, cases, Draw.bits(key, MONTH));
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
        numbering[timetable.slot(company, accrualDay)]++;
        int reversalDay = reversalDay(company, accrualDay);
        if (reversalDay == EntryDraft.NONE) {
            return 1;
        }
        numbering[timetable.slot(company, reversalDay)]++;
        return 2;
    }
}
