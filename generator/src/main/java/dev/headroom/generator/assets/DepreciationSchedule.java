package dev.headroom.generator.assets;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.FixedAssets;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.sequence.PeriodicSchedule;
import dev.headroom.generator.sequence.Timetable;

/** Depreciation on the last business day of each month in which a company has anything to depreciate. */
public final class DepreciationSchedule extends PeriodicSchedule {
    private static final int FIRST_MONTH = 0;

    private final FixedAssets assets;

    /** Makes a schedule. */
    public DepreciationSchedule(Timetable timetable, Masters master) {
        super(timetable, master.companies(), FIRST_MONTH);
        this.assets = master.fixedAssets();
    }

    /** The number of all runs, those with nothing to depreciate included. */
    public static long runs(Companies companies, Months months) {
        return units(companies, months, FIRST_MONTH);
    }

    /** Whether there is anything to depreciate. */
    boolean isPosted() {
        for (int assetClass = 0; assetClass < FixedAssets.classes().size(); assetClass++) {
            if (assets.depreciation(company, month, assetClass) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int count(long ordinal, long[] numbering) {
        compute(ordinal);
        return isPosted() ? count(lastBusinessDay(), numbering) : 0;
    }
}
