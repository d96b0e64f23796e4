package dev.headroom.generator;

import static dev.headroom.generator.EntrySample.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.EntrySample.Entry;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.calendar.BusinessCalendar;
import dev.headroom.generator.calendar.Months;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The figures published with DataSynth 0.2.3, for entries that do not come from documents, and Benford's law, for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsTest {
    private static final long ENTRIES = 60_000;
    private static final Offset<Double> CLOSE = within(.02);
    private final Map<Industry, EntrySample> samples = new EnumMap<>(Industry.class);

    private EntrySample sample(Industry industry) {
        return samples.computeIfAbsent(industry, wanted -> EntrySample.of(wanted, ENTRIES));
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void hasTheSharesOfLineCounts(Industry industry) {
        // Recurring ones repeat the lines of some two hundred templates, so that chance has more part in them.
        List<Entry> ordinary = sample(industry).of("manual", "interface", "adjustment");
        List<Entry> recurring = sample(industry).of("recurring");
        double[] expected = {.6068, .0577, .1663, .0306, .0332, .0113, .0188, .0042, .0633, .0076, .0002};
        int[] bands = {2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000, 10_001};
        for (int band = 0; band < expected.length; band++) {
            int first = bands[band];
            int end = bands[band + 1];
            assertThat(share(ordinary, entry -> entry.lines() >= first && entry.lines() < end))
                    .as(first + " lines")
                    .isEqualTo(expected[band], within(.005));
            assertThat(share(recurring, entry -> entry.lines() >= first && entry.lines() < end))
                    .as(first + " lines of recurring ones")
                    .isEqualTo(
                            expected[band], within(.005 + 4 * Math.sqrt(expected[band] * (1 - expected[band]) / 200)));
        }
        assertThat(share(ordinary, entry -> entry.lines() % 2 == 0)).isEqualTo(.88, CLOSE);
        assertThat(ordinary.stream().mapToInt(Entry::lines).average().orElseThrow())
                .as("mean number of lines")
                .isBetween(8.0, 14.0);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void hasTheSharesOfSides(Industry industry) {
        List<Entry> ordinary = sample(industry).ordinary();
        assertThat(share(ordinary, entry -> 2 * entry.debits() == entry.lines()))
                .isEqualTo(.82, CLOSE);
        assertThat(share(ordinary, entry -> 2 * entry.debits() < entry.lines())).isEqualTo(.11, CLOSE);
        assertThat(share(ordinary, entry -> 2 * entry.debits() > entry.lines())).isEqualTo(.07, CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void followsBenfordsLaw(Industry industry) {
        for (long[] counts : List.of(sample(industry).firstTwoDigits, sample(industry).ordinaryFirstTwoDigits)) {
            long[] first = new long[10];
            for (int digits = 10; digits < 100; digits++) {
                first[digits / 10] += counts[digits];
            }
            assertThat(Arrays.stream(counts).sum()).isGreaterThan(50_000);
            // Nigrini (2012): close conformity.
            assertThat(deviation(first, 1, 10)).as("first digit").isLessThan(.006);
            assertThat(deviation(counts, 10, 100)).as("first two digits").isLessThan(.0012);
        }
    }

    /** Mean absolute deviation from Benford's law. */
    private static double deviation(long[] counts, int from, int to) {
        double total = Arrays.stream(counts).sum();
        double sum = 0;
        for (int digits = from; digits < to; digits++) {
            sum += Math.abs(counts[digits] / total - Math.log10(1 + 1.0 / digits));
        }
        return sum / (to - from);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void amountsAreLognormal(Industry industry) {
        double[] logarithms = sample(industry).of("interface").stream()
                .filter(entry -> entry.lines() == 2)
                .mapToDouble(entry -> Math.log(entry.amount() / 100.0))
                .sorted()
                .toArray();
        double mean = Arrays.stream(logarithms).average().orElseThrow();
        double variance = Arrays.stream(logarithms)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertThat(logarithms).hasSizeGreaterThan(5000);
        assertThat(mean).isEqualTo(7, within(.1));
        assertThat(Math.sqrt(variance)).isEqualTo(2.5, within(.1));
        // Quantiles of the normal distribution: 1 %, 10 %, a quarter, and so on.
        double[] shares = {.01, .1, .25, .5, .75, .9, .99};
        double[] quantiles = {-2.326, -1.282, -.674, 0, .674, 1.282, 2.326};
        for (int i = 0; i < shares.length; i++) {
            double limit = 7 + 2.5 * quantiles[i];
            double below =
                    Arrays.stream(logarithms).filter(value -> value < limit).count() / (double) logarithms.length;
            assertThat(below).as("share below " + limit).isEqualTo(shares[i], CLOSE);
        }
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void roundsManualAmounts(Industry industry) {
        List<Entry> manual = sample(industry).of("manual").stream()
                .filter(entry -> entry.lines() == 2)
                .toList();
        List<Entry> large =
                manual.stream().filter(entry -> entry.amount() >= 1_000_00).toList();
        List<Entry> medium = manual.stream()
                .filter(entry -> entry.amount() >= 100_00 && entry.amount() < 1_000_00)
                .toList();
        assertThat(medium).hasSizeGreaterThan(1000);
        assertThat(share(large, entry -> entry.amount() % 100_00 == 0)).isEqualTo(.25, within(.025));
        assertThat(share(medium, entry -> entry.amount() % 5_00 == 0)).isEqualTo(.15, within(.025));
        assertThat(share(sample(industry).of("interface"), entry -> entry.lines() == 2 && entry.amount() % 100_00 == 0))
                .isLessThan(.002);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void hasTheSharesOfSources(Industry industry) {
        List<Entry> all = sample(industry).entries;
        assertThat(all).hasSize((int) ENTRIES);
        assertThat(share(all, entry -> entry.source().equals("manual"))).isEqualTo(.2, CLOSE);
        assertThat(share(all, entry -> entry.source().equals("interface"))).isEqualTo(.2, CLOSE);
        assertThat(share(all, entry -> entry.source().equals("recurring"))).isEqualTo(.07, CLOSE);
        assertThat(share(all, entry -> entry.source().equals("adjustment"))).isEqualTo(.03, CLOSE);
        assertThat(share(all, Entry::ofDocument)).isEqualTo(.5, CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void isBusyAtTheEndsOfPeriodsAndOnMondays(Industry industry) {
        Months months = new Months(LocalDate.of(2024, 7, 1), 18);
        BusinessCalendar calendar = new BusinessCalendar("US", months);
        // Manual ones come in blocks of sixteen, so that chance has more part in them.
        List<Entry> entries = sample(industry).of("interface").stream()
                .filter(entry -> entry.company().equals("US01"))
                .toList();
        double total = 0;
        double[] ofMonths = new double[months.count()];
        double[] ofWeekdays = new double[8];
        double closing = 0;
        for (int day = months.firstDay(); day <= months.lastDay(); day++) {
            double weight = weight(calendar, months, day);
            total += weight;
            ofMonths[months.monthOf(day)] += weight;
            ofWeekdays[weekday(day).getValue()] += weight;
            closing += left(calendar, months, day) < 5 ? weight : 0;
        }
        for (DayOfWeek weekday : DayOfWeek.values()) {
            assertThat(share(entries, entry -> weekday(entry.day()) == weekday))
                    .as(weekday.toString())
                    .isEqualTo(ofWeekdays[weekday.getValue()] / total, CLOSE);
        }
        for (int month = 0; month < months.count(); month++) {
            int wanted = month;
            assertThat(share(entries, entry -> months.monthOf(entry.day()) == wanted))
                    .as("month " + month)
                    .isEqualTo(ofMonths[month] / total, CLOSE);
        }
        assertThat(share(entries, entry -> left(calendar, months, entry.day()) < 5))
                .as("the last five days of months")
                .isGreaterThan(.4)
                .isEqualTo(closing / total, CLOSE);
        assertThat(sample(industry).of("manual", "adjustment"))
                .noneMatch(entry -> BusinessCalendar.isWeekend(entry.day()));
    }

    private static DayOfWeek weekday(int day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek();
    }

    /** Business days after one in its month. */
    private static int left(BusinessCalendar calendar, Months months, int day) {
        int left = 0;
        for (int later = day + 1; later <= months.lastDayOf(months.monthOf(day)); later++) {
            left += calendar.isBusinessDay(later) ? 1 : 0;
        }
        return left;
    }

    private static double weight(BusinessCalendar calendar, Months months, int day) {
        if (!calendar.isBusinessDay(day)) {
            return 0;
        }
        double[] weekdays = {1.3, 1.1, 1, 1, .85};
        int period = months.periodOf(months.monthOf(day));
        double closing = left(calendar, months, day) >= 5 ? 1 : period == 12 ? 6 : period % 3 == 0 ? 4 : 2.5;
        return weekdays[weekday(day).getValue() - 1] * closing;
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void peopleWorkByDayAndSystemsMostlyAtNight(Industry industry) {
        List<Entry> byHand = sample(industry).of("manual", "adjustment");
        double[] hours = {.07, .16, .16, .09, .05, .07, .14, .14, .08, .04};
        for (int hour = 0; hour < 24; hour++) {
            int wanted = hour;
            assertThat(share(byHand, entry -> entry.hour() == wanted))
                    .as(hour + " o'clock")
                    .isEqualTo(hour >= 8 && hour < 18 ? hours[hour - 8] : 0, CLOSE);
        }
        assertThat(share(byHand, entry -> entry.hour() / 2 == 4 || entry.hour() / 2 == 5 || entry.hour() / 2 == 7))
                .as("from 8 to 12 and from 14 to 16 o'clock")
                .isGreaterThan(.6);
        assertThat(share(
                        sample(industry).of("interface", "recurring"), entry -> entry.hour() < 6 || entry.hour() >= 20))
                .isGreaterThan(.75);
    }
}
