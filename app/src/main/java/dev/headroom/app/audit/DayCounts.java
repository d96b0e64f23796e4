package dev.headroom.app.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many entries a company has on which day, held against how business spreads: more on Mondays, and 2.5, 4 or 6 times as much on the
 * last five business days of a month, quarter or year. Days on which nothing happens are days off.
 */
final class DayCounts {
    private static final double[] WEEKDAYS = {1.3, 1.1, 1, 1, .85, 0, 0};
    private static final int CLOSING_DAYS = 5;
    private static final int LEAST_ENTRIES = 10_000;
    private static final int LEAST_OF_A_DAY = 20;
    private static final double WITHIN = .02;

    private final Map<Long, long[]> companies = new TreeMap<>();
    private int firstDay = Integer.MAX_VALUE;

    /** Counts an entry. */
    void add(long company, int day) {
        if (firstDay == Integer.MAX_VALUE) {
            // Entries begin with the first days of the ledger; a year more is room for what stands before.
            firstDay = day - 366;
        }
        if (day < firstDay) {
            return;
        }
        long[] days = companies.get(company);
        if (days == null || day - firstDay >= days.length) {
            days = days == null ? new long[0] : days;
            days = Arrays.copyOf(days, Math.max(2 * days.length, day - firstDay + 366));
            companies.put(company, days);
        }
        days[day - firstDay]++;
    }

    /** The figures of the company with the most entries. */
    List<Statistic> statistics() {
        long[] days = new long[0];
        for (long[] ofCompany : companies.values()) {
            days = Arrays.stream(ofCompany).sum() > Arrays.stream(days).sum() ? ofCompany : days;
        }
        long total = Arrays.stream(days).sum();
        long used = Arrays.stream(days).filter(count -> count > 0).count();
        long count = total >= used * LEAST_OF_A_DAY ? total : 0;
        double[] weights = weights(days);
        double sum = Math.max(1e-9, Arrays.stream(weights).sum());
        double[] foundByWeekday = new double[7];
        double[] wantedByWeekday = new double[7];
        double[] foundByMonth = new double[12];
        double[] wantedByMonth = new double[12];
        double foundClosing = 0;
        double wantedClosing = 0;
        for (int i = 0; i < days.length; i++) {
            double found = days[i] / (double) Math.max(1, total);
            double wanted = weights[i] / sum;
            foundByWeekday[CalendarDays.weekday(firstDay + i)] += found;
            wantedByWeekday[CalendarDays.weekday(firstDay + i)] += wanted;
            foundByMonth[CalendarDays.month(firstDay + i) % 12] += found;
            wantedByMonth[CalendarDays.month(firstDay + i) % 12] += wanted;
            boolean closing = weights[i] > WEEKDAYS[0];
            foundClosing += closing ? found : 0;
            wantedClosing += closing ? wanted : 0;
        }
        return List.of(
                Statistic.deviation(
                        "weekdays, largest deviation of a share",
                        largest(foundByWeekday, wantedByWeekday),
                        WITHIN / 2,
                        WITHIN,
                        count,
                        LEAST_ENTRIES,
                        true),
                Statistic.deviation(
                        "months, largest deviation of a share",
                        largest(foundByMonth, wantedByMonth),
                        WITHIN / 2,
                        WITHIN,
                        count,
                        LEAST_ENTRIES,
                        true),
                Statistic.share(
                        "entries on the last five business days of a month",
                        foundClosing,
                        wantedClosing,
                        WITHIN,
                        count,
                        LEAST_ENTRIES,
                        true));
    }

    private double[] weights(long[] days) {
        double[] weights = new double[days.length];
        int left = 0;
        int month = -1;
        for (int i = days.length - 1; i >= 0; i--) {
            int day = firstDay + i;
            if (CalendarDays.month(day) != month) {
                month = CalendarDays.month(day);
                left = CLOSING_DAYS;
            }
            if (days[i] > 0) {
                int ofYear = month % 12 + 1;
                double closing = ofYear == 12 ? 6 : ofYear % 3 == 0 ? 4 : 2.5;
                weights[i] = WEEKDAYS[CalendarDays.weekday(day)] * (left-- > 0 ? closing : 1);
            }
        }
        return weights;
    }

    private static double largest(double[] found, double[] wanted) {
        double largest = 0;
        for (int i = 0; i < found.length; i++) {
            largest = Math.max(largest, Math.abs(found[i] - wanted[i]));
        }
        return largest;
    }
}
