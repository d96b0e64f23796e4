package dev.headroom.generator.master;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/**
 * When each company's periods are open for entries: from the period's first day to a business day in the month after it. Years that end
 * within the ledger have a thirteenth period of one day, the last one, for the entry that closes them. Immutable; constant time.
 */
public final class FiscalPeriods extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "fiscal_periods",
            "A period of a company's books, with the days on which entries could be made.",
            List.of(
                    Column.text("company_code")
                            .asKey()
                            .references("companies.company_code")
                            .describedAs("Company."),
                    Column.integer("fiscal_year").asKey().describedAs("Fiscal year."),
                    Column.integer("period")
                            .asKey()
                            .describedAs("Period of the fiscal year: 1 to 12 for its months, 13 for its close."),
                    Column.date("starts_on").describedAs("First day of the period."),
                    Column.date("ends_on").describedAs("Last day of the period."),
                    Column.date("opened_on").describedAs("First day on which entries could be made."),
                    Column.date("closed_on").describedAs("Last day on which entries could be made.")));

    /** The period in which a year is closed. */
    private static final int CLOSE = 13;

    private static final int CLOSE_SLOT = 0;
    private static final int EARLIEST_CLOSE = 5;
    private static final int CLOSE_SPREAD = 4;

    private final Months months;
    private final Companies companies;
    private final int[] closed;
    /** Periods of a company: months, and closes of the years that end within the ledger. */
    private final int periods;

    FiscalPeriods(long seed, Months months, Companies companies) {
        super(
                SCHEMA,
                companies.count() * (months.count() + months.closedYears()),
                new RandomStream(seed, "fiscal periods"));
        this.months = months;
        this.companies = companies;
        this.periods = months.count() + months.closedYears();
        this.closed = new int[companies.count() * months.count()];
        for (int i = 0; i < closed.length; i++) {
            int days = EARLIEST_CLOSE + Draw.below(key(i), CLOSE_SLOT, CLOSE_SPREAD);
            closed[i] = companies
                    .calendar(i / months.count())
                    .plusBusinessDays(months.firstDayOf(i % months.count() + 1), days - 1);
        }
    }

    /** The first day on which entries could be made in a month of the ledger. */
    public int openedOn(int month) {
        return months.firstDayOf(month);
    }

    /**
     * The last day on which a company could make entries in a month of the ledger: its fifth to eighth business day after it. That of a
     * year's last month is also that of its close.
     */
    public int closedOn(int company, int month) {
        return closed[company * months.count() + month];
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector code = texts(batch, "company_code", companies.codes());
        LongVector year = batch.longs("fiscal_year");
        LongVector period = batch.longs("period");
        IntVector startsOn = batch.ints("starts_on");
        IntVector endsOn = batch.ints("ends_on");
        IntVector openedOn = batch.ints("opened_on");
        IntVector closedOn = batch.ints("closed_on");
        return (index, row) -> {
            int company = index / periods;
            // A year of twelve months has a thirteenth period; the first year may have fewer months.
            int place = index % periods + months.periodOf(0) - 1;
            boolean close = place % CLOSE == CLOSE - 1;
            int month = place - place / CLOSE - (close ? 1 : 0) - (months.periodOf(0) - 1);
            int first = close ? months.lastDayOf(month) : months.firstDayOf(month);
            code.setCode(row, company);
            year.set(row, months.yearOf(month));
            period.set(row, close ? CLOSE : months.periodOf(month));
            startsOn.set(row, first);
            endsOn.set(row, months.lastDayOf(month));
            openedOn.set(row, first);
            closedOn.set(row, closedOn(company, month));
        };
    }
}
