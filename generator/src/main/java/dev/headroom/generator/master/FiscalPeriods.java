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
 * When each company's periods are open for entries: from the period's first day to a business day in the month after it. Immutable;
 * constant time.
 */
public final class FiscalPeriods extends MasterTable {
    static final TableSchema SCHEMA = new TableSchema(
            "fiscal_periods",
            "A month of a company's books, with the days on which entries could be made.",
            List.of(
                    Column.text("company_code")
                            .asKey()
                            .references("companies.company_code")
                            .describedAs("Company."),
                    Column.integer("fiscal_year").asKey().describedAs("Fiscal year."),
                    Column.integer("period").asKey().describedAs("Period of the fiscal year, 1 to 12."),
                    Column.date("starts_on").describedAs("First day of the period."),
                    Column.date("ends_on").describedAs("Last day of the period."),
                    Column.date("opened_on").describedAs("First day on which entries could be made."),
                    Column.date("closed_on").describedAs("Last day on which entries could be made.")));

    private static final int CLOSE_SLOT = 0;
    private static final int EARLIEST_CLOSE = 5;
    private static final int CLOSE_SPREAD = 4;

    private final Months months;
    private final Companies companies;
    private final int[] closed;

    FiscalPeriods(long seed, Months months, Companies companies) {
        super(SCHEMA, companies.count() * months.count(), new RandomStream(seed, "fiscal periods"));
        this.months = months;
        this.companies = companies;
        this.closed = new int[count()];
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

    /** The last day on which a company could make entries in a month of the ledger: its fifth to eighth business day after it. */
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
            int company = index / months.count();
            int month = index % months.count();
            code.setCode(row, company);
            year.set(row, months.yearOf(month));
            period.set(row, months.periodOf(month));
            startsOn.set(row, months.firstDayOf(month));
            endsOn.set(row, months.lastDayOf(month));
            openedOn.set(row, openedOn(month));
            closedOn.set(row, closedOn(company, month));
        };
    }
}
