package dev.headroom.app.audit;

import dev.headroom.app.audit.EntryFacts.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The statistics of the journal, in one pass and constant memory. Entries that labels name are left out, but for counting them, and so
 * are the recurring ones, where few templates would weigh too much. Figures of shape are those of entries that no document posts.
 */
final class EntryStatistics {
    private static final long LEAST_LINES = 50_000;
    private static final long LEAST_ENTRIES = 10_000;
    private static final double WITHIN = .02;
    private static final double FEW_RUNS = .01;
    private static final int[] BANDS = {2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, Integer.MAX_VALUE};
    private static final double[] BAND_SHARES = {
        .6068, .0577, .1663, .0306, .0332, .0113, .0188, .0042, .0633, .0076, .0002
    };
    /** In hundredths of a dollar: quantiles of a lognormal distribution with 7 and 2.5. */
    private static final long[] QUANTILES = {90_02, 1_096_63, 13_359_73};

    private static final double[] QUANTILE_SHARES = {.1587, .5, .8413};
    private static final double[] WORKING_HOURS = {.07, .16, .16, .09, .05, .07, .14, .14, .08, .04};
    private static final int FIRST_WORKING_HOUR = 8;
    private static final double CRITICAL_CHI_SQUARE = 20.09;

    private final StatisticsScope scope;
    private final DigitCounts all = new DigitCounts();
    private final DigitCounts ordinary = new DigitCounts();
    private final AmountSample sample = new AmountSample();
    private final DayCounts days = new DayCounts();
    private final long[] bands = new long[BAND_SHARES.length];
    private final long[] sources = new long[Source.values().length];
    private final long[] humanHours = new long[24];
    private final long[] belowQuantiles = new long[QUANTILES.length];
    private long entries;
    private long labelled;
    private long ordinaryEntries;
    private long even;
    private long equal;
    private long moreCredits;
    private long humans;
    private long systems;
    private long nightly;
    private long plainAmounts;
    private long largeManual;
    private long roundManual;
    private long firstAmount;

    EntryStatistics(StatisticsScope scope) {
        this.scope = scope;
    }

    /** Counts a line of an entry. */
    void line(EntryFacts entry, EntryReader.Line line) {
        if (!isCounted(entry)) {
            return;
        }
        if (entry.lines == 1) {
            firstAmount = line.amount;
        }
        all.add(line.amount);
        if (entry.source.isOrdinary()) {
            ordinary.add(line.amount);
        }
    }

    /** Counts an entry, after its lines. */
    void entry(EntryFacts entry) {
        entries++;
        sources[entry.source.code()]++;
        if (entry.kind != TestCounts.NO_KIND) {
            labelled++;
            return;
        }
        if (!entry.source.isOrdinary()) {
            return;
        }
        countHours(entry);
        if (!isCounted(entry)) {
            return;
        }
        sample.add(entry.id, firstAmount);
        countShape(entry);
        if (entry.source == Source.INTERFACE) {
            days.add(entry.company, entry.effectiveDate);
        }
        if (entry.lines == 2) {
            countAmount(entry);
        }
    }

    /** Whether an entry's amounts and shape are its own: not if labels name it, and not if it repeats a template each month. */
    private static boolean isCounted(EntryFacts entry) {
        return entry.kind == TestCounts.NO_KIND && entry.source != Source.RECURRING;
    }

    private void countShape(EntryFacts entry) {
        ordinaryEntries++;
        int band = 0;
        while (band + 1 < bands.length && entry.lines >= BANDS[band + 1]) {
            band++;
        }
        bands[band]++;
        even += entry.lines % 2 == 0 ? 1 : 0;
        int credits = entry.lines - entry.debitLines;
        equal += credits == entry.debitLines ? 1 : 0;
        moreCredits += credits > entry.debitLines ? 1 : 0;
    }

    private void countHours(EntryFacts entry) {
        int hour = entry.enteredTime / 3600;
        if (entry.source == Source.MANUAL || entry.source == Source.ADJUSTMENT) {
            humans++;
            humanHours[hour]++;
        } else {
            systems++;
            nightly += hour >= 20 || hour < 6 ? 1 : 0;
        }
    }

    /** Counts the amount of an entry of two lines, which is one that was drawn. */
    private void countAmount(EntryFacts entry) {
        if (entry.source == Source.INTERFACE) {
            plainAmounts++;
            for (int i = 0; i < QUANTILES.length; i++) {
                belowQuantiles[i] += entry.largest < QUANTILES[i] * entry.scale ? 1 : 0;
            }
        } else if (entry.source == Source.MANUAL && entry.largest >= 1_000_00 * entry.scale) {
            largeManual++;
            roundManual += entry.largest % (100_00 * entry.scale) == 0 ? 1 : 0;
        }
    }

    /**
     * All figures.
     *
     * @param labelledEntries entries that labels name, whether they are in the journal or not
     */
    List<Statistic> results(long labelledEntries) {
        List<Statistic> results = new ArrayList<>();
        addDigits(results);
        addShape(results);
        addAmounts(results);
        addSources(results);
        addTimes(results);
        addAnomalies(results, labelledEntries);
        return results;
    }

    private void addDigits(List<Statistic> results) {
        boolean usual = scope.usualBusiness();
        addDigits(results, "", all, usual);
        addDigits(results, ", without documents", ordinary, usual);
        DigitCounts digits = sample.digits();
        results.add(new Statistic(
                "first digits, chi-square on a sample",
                digits.firstDigitChiSquare(),
                "at most " + Statistic.decimal(CRITICAL_CHI_SQUARE),
                digits.total() < AmountSample.SIZE / 2
                        ? Statistic.Verdict.NOT_APPLICABLE
                        : digits.firstDigitChiSquare() <= CRITICAL_CHI_SQUARE
                                ? Statistic.Verdict.CLOSE
                                : Statistic.Verdict.OUTSIDE,
                digits.total(),
                false));
    }

    private static void addDigits(List<Statistic> results, String which, DigitCounts digits, boolean binding) {
        results.add(Statistic.deviation(
                "first digits, mean absolute deviation" + which,
                digits.firstDigitDeviation(),
                .006,
                .012,
                digits.total(),
                LEAST_LINES,
                binding));
        results.add(Statistic.deviation(
                "first two digits, mean absolute deviation" + which,
                digits.firstTwoDigitsDeviation(),
                .0012,
                .0018,
                digits.total(),
                LEAST_LINES,
                binding));
    }

    private void addShape(List<Statistic> results) {
        double largest = 0;
        for (int band = 0; band < bands.length; band++) {
            largest = Math.max(largest, Math.abs(of(bands[band], ordinaryEntries) - BAND_SHARES[band]));
        }
        results.add(Statistic.deviation(
                "lines of entries, largest deviation of a share",
                largest,
                WITHIN / 2,
                WITHIN,
                ordinaryEntries,
                LEAST_ENTRIES,
                true));
        addShare(results, "entries with an even number of lines", even, .88, ordinaryEntries);
        addShare(results, "entries with as many debits as credits", equal, .82, ordinaryEntries);
        addShare(results, "entries with more credits", moreCredits, .11, ordinaryEntries);
    }

    private static void addShare(List<Statistic> results, String name, long part, double expected, long count) {
        results.add(Statistic.share(name, of(part, count), expected, WITHIN, count, LEAST_ENTRIES, true));
    }

    private void addAmounts(List<Statistic> results) {
        for (int i = 0; i < QUANTILES.length; i++) {
            results.add(Statistic.share(
                    "interface amounts below " + QUANTILES[i] / 100 + " dollars' worth",
                    of(belowQuantiles[i], plainAmounts),
                    QUANTILE_SHARES[i],
                    WITHIN,
                    plainAmounts,
                    LEAST_ENTRIES / 2,
                    true));
        }
        results.add(Statistic.share(
                "manual amounts from 1,000 up that are multiples of 100",
                of(roundManual, largeManual),
                .25,
                WITHIN,
                largeManual,
                LEAST_ENTRIES / 2,
                true));
    }

    private void addSources(List<Statistic> results) {
        for (Source source : Source.values()) {
            if (source == Source.RUN) {
                continue;
            }
            results.add(Statistic.share(
                    "entries whose source is " + source.name().toLowerCase(Locale.ROOT),
                    of(sources[source.code()], entries),
                    scope.share(source),
                    WITHIN,
                    // In a small ledger the entries that each company has each month weigh too much.
                    of(sources[Source.RUN.code()], entries) < FEW_RUNS ? entries : 0,
                    LEAST_ENTRIES,
                    true));
        }
    }

    private void addTimes(List<Statistic> results) {
        results.addAll(days.statistics());
        double largest = 0;
        for (int hour = 0; hour < humanHours.length; hour++) {
            int working = hour - FIRST_WORKING_HOUR;
            double expected = working >= 0 && working < WORKING_HOURS.length ? WORKING_HOURS[working] : 0;
            largest = Math.max(largest, Math.abs(of(humanHours[hour], humans) - expected));
        }
        results.add(Statistic.deviation(
                "hours of people's entries, largest deviation of a share",
                largest,
                WITHIN / 2,
                WITHIN,
                humans,
                LEAST_ENTRIES / 2,
                true));
        results.add(Statistic.atLeast(
                "systems' entries from 20 to 6 o'clock", of(nightly, systems), .5, systems, LEAST_ENTRIES / 2, true));
    }

    private void addAnomalies(List<Statistic> results, long labelledEntries) {
        double expected = scope.anomalyRate();
        // Within 5 %, or what chance alone makes of it: members of clusters come together.
        double chance = expected == 0 ? 0 : 3 * 1.5 / Math.sqrt(Math.max(1, expected * entries));
        double within = expected * Math.max(.05, chance);
        results.add(Statistic.share(
                "entries that are labelled as anomalous",
                of(labelled, entries),
                expected,
                within,
                scope.normal() ? entries : 0,
                LEAST_ENTRIES,
                true));
        results.add(Statistic.atLeast(
                "labelled entries that are in the journal",
                labelledEntries == 0 ? 1 : of(labelled, labelledEntries),
                1,
                labelledEntries,
                0,
                true));
    }

    private static double of(long part, long whole) {
        return part / (double) Math.max(1, whole);
    }
}
