package dev.headroom.generator.sequence;

import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Seasonality;
import java.util.HashMap;
import java.util.Map;

/** When and in which company business happens. Immutable; constant time. */
public final class Timetable {
    private final Months months;
    private final Companies companies;
    private final Seasonality[] seasonalities;
    private final Discrete volumes;

    /** Makes the timetable of a ledger's companies. */
    public Timetable(Companies companies, Months months) {
        this(companies, months, 0);
    }

    private Timetable(Companies companies, Months months, int lead) {
        this.months = months;
        this.companies = companies;
        this.seasonalities = new Seasonality[companies.count()];
        double[] weights = new double[seasonalities.length];
        Map<BusinessCalendar, Seasonality> known = new HashMap<>();
        for (int company = 0; company < seasonalities.length; company++) {
            seasonalities[company] =
                    known.computeIfAbsent(companies.calendar(company), calendar -> calendar.seasonality(lead));
            weights[company] = companies.weight(company);
        }
        this.volumes = new Discrete(weights);
    }

    /**
     * A timetable in which business begins before the ledger, for cases that last from then into it.
     *
     * @param lead whole months before the ledger, 0 to 34
     */
    public Timetable withLead(int lead) {
        return new Timetable(companies, months, lead);
    }

    /** The months of the ledger. */
    public Months months() {
        return months;
    }

    /** The business days of a company. */
    public BusinessCalendar calendar(int company) {
        return companies.calendar(company);
    }

    /** The company that random bits choose by volume. */
    public int companyAt(long bits) {
        return volumes.at(bits);
    }

    /**
     * The business day of one of many events of a kind, which are in the order of time.
     *
     * @param ordinal event, from 0 to below the count
     * @param bits random bits, for the place between the neighbours
     */
    public int dayOf(int company, long ordinal, long count, long bits) {
        double share = (ordinal + Draw.unit(bits)) / count;
        // Rounding may bring the last event to 1.
        return seasonalities[company].dayAt(Math.min(share, 0x1.fffffffffffffp-1));
    }

    /** How much business a company has from the first day to the last, to be compared with timetables that begin at another time. */
    public double volume(int company) {
        return seasonalities[company].total();
    }

    /** The number of slots of a numbering: one for each company and fiscal year. */
    public int slots() {
        return seasonalities.length * months.yearCount();
    }

    /** The slot of the entries of a company in the fiscal year of a day of the ledger. */
    public int slot(int company, int day) {
        return company * months.yearCount() + yearOf(day) - months.firstYear();
    }

    /** The fiscal year of a day. */
    public int yearOf(int day) {
        return months.yearOf(months.monthOf(day));
    }
}
