package dev.headroom.generator.master;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.Normal;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Monthly exchange rates. A currency's value wanders around a long-term mean, as the sum of keyed waves of a half, two and eight
 * years, so that every month stands for itself. Immutable; constant time.
 */
public final class ExchangeRates extends MasterTable {
    /** What a rate of 1 is stored as. */
    public static final long ONE = 1_000_000;

    static final TableSchema SCHEMA = new TableSchema(
            "exchange_rates",
            "The rate of one currency in another for a month, from " + Months.MARGIN / 12
                    + " years before the ledger on, as some of its documents are older than it.",
            List.of(
                    Column.text("from_currency").asKey().describedAs("Currency that is translated, ISO 4217."),
                    Column.text("to_currency").asKey().describedAs("Currency that it is translated to, ISO 4217."),
                    Column.date("valid_from").asKey().describedAs("First day of the month in which the rate holds."),
                    Column.decimal("rate", 6).describedAs("Units of the second currency for one of the first.")));

    private static final int[] WAVE_MONTHS = {6, 24, 96};
    private static final double[] WAVE_HEIGHTS = {0.012, 0.03, 0.05};
    private static final int WAVE_SLOT = 0;
    private static final int FAR_PAST = 1200;

    private final Months months;
    private final List<Pair> pairs;
    private final double[] values;

    private record Pair(int from, int to) {}

    ExchangeRates(long seed, Months months, Set<Integer> used, Set<Integer> targets) {
        this(seed, months, pairs(used, targets));
    }

    private ExchangeRates(long seed, Months months, List<Pair> pairs) {
        super(SCHEMA, pairs.size() * rowsOfPair(months), new RandomStream(seed, "exchange rates"));
        this.months = months;
        this.pairs = pairs;
        this.values = new double[Currencies.count() * (months.count() + 2 * Months.MARGIN)];
        Normal normal = new Normal(0, 1);
        for (int currency = 0; currency < Currencies.count(); currency++) {
            for (int month = -Months.MARGIN; month < months.count() + Months.MARGIN; month++) {
                values[at(currency, month)] = Currencies.dollars(currency)
                        * (currency == 0 ? 1 : StrictMath.exp(deviation(normal, currency, month)));
            }
        }
    }

    /** From the first month that can be asked for to the ledger's last. */
    private static int rowsOfPair(Months months) {
        return Months.MARGIN + months.count();
    }

    private static List<Pair> pairs(Set<Integer> used, Set<Integer> targets) {
        List<Pair> pairs = new ArrayList<>();
        for (int from : new TreeSet<>(used)) {
            for (int to : new TreeSet<>(targets)) {
                if (from != to) {
                    pairs.add(new Pair(from, to));
                }
            }
        }
        return List.copyOf(pairs);
    }

    private double deviation(Normal normal, int currency, int month) {
        // Counted from a fixed month, so that a ledger that starts later sees the same rates.
        int absolute = months.yearOf(month) * 12 + months.periodOf(month) + FAR_PAST;
        double sum = 0;
        for (int wave = 0; wave < WAVE_MONTHS.length; wave++) {
            int node = absolute / WAVE_MONTHS[wave];
            double share = (absolute % WAVE_MONTHS[wave]) / (double) WAVE_MONTHS[wave];
            double smooth = share * share * (3 - 2 * share);
            long key = key(currency * WAVE_MONTHS.length + wave);
            double before = normal.at(Draw.element(key, WAVE_SLOT, node));
            double after = normal.at(Draw.element(key, WAVE_SLOT, node + 1L));
            sum += WAVE_HEIGHTS[wave] * (before + (after - before) * smooth);
        }
        return sum;
    }

    private int at(int currency, int month) {
        return currency * (months.count() + 2 * Months.MARGIN) + month + Months.MARGIN;
    }

    /**
     * The rate in the month of a day, in millionths; {@link #ONE} for a currency in itself.
     *
     * @param fromCurrency code in {@link Currencies#codes}
     * @param toCurrency code in {@link Currencies#codes}
     */
    public long rate(int fromCurrency, int toCurrency, int day) {
        return rateOfMonth(fromCurrency, toCurrency, months.monthOf(day));
    }

    private long rateOfMonth(int fromCurrency, int toCurrency, int month) {
        return fromCurrency == toCurrency
                ? ONE
                : (long) (values[at(fromCurrency, month)] / values[at(toCurrency, month)] * ONE + 0.5);
    }

    @Override
    public Filler filler(RecordBatch batch) {
        TextVector fromCurrency = texts(batch, "from_currency", Currencies.codes());
        TextVector toCurrency = texts(batch, "to_currency", Currencies.codes());
        IntVector validFrom = batch.ints("valid_from");
        LongVector rate = batch.longs("rate");
        return (index, row) -> {
            Pair pair = pairs.get(index / rowsOfPair(months));
            int month = index % rowsOfPair(months) - Months.MARGIN;
            fromCurrency.setCode(row, pair.from());
            toCurrency.setCode(row, pair.to());
            validFrom.set(row, months.firstDayOf(month));
            rate.set(row, rateOfMonth(pair.from(), pair.to(), month));
        };
    }
}
