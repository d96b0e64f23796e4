package dev.headroom.generator.sequence;

import java.util.function.LongFunction;

/**
 * How many units of each kind a ledger has, so that they have exactly the wanted number of entries: manual entries, one each, fill
 * up what the others leave. Immutable.
 *
 * @param manual manual entries
 * @param interfaces interface entries
 * @param recurring recurring entries
 * @param adjustments accruals
 * @param purchases purchases
 * @param sales sales
 */
public record CaseCounts(long manual, long interfaces, long recurring, long adjustments, long purchases, long sales) {
    /** Cases that are counted to know how many entries one has on average. */
    private static final int SAMPLE = 1024;

    /**
     * Shares of the entries, which add up to 1 with that of manual ones.
     *
     * @param interfaces interface entries
     * @param recurring recurring entries
     * @param adjustments entries of accruals
     * @param purchases entries of purchases
     * @param sales entries of sales
     */
    public record Shares(double interfaces, double recurring, double adjustments, double purchases, double sales) {}

    /**
     * Counts the entries of all adjustments, purchases and sales; 20 to 50 ns each.
     *
     * @param entries wanted number of entries, at least 1
     * @param slots slots of the numbering
     * @param adjustments schedule of a number of adjustments
     * @param purchases schedule of a number of purchases
     * @param sales schedule of a number of sales
     */
    public static CaseCounts of(
            long entries,
            Shares shares,
            int slots,
            LongFunction<? extends UnitSchedule> adjustments,
            LongFunction<? extends UnitSchedule> purchases,
            LongFunction<? extends UnitSchedule> sales) {
        long interfaceCount = (long) (entries * shares.interfaces());
        long recurringCount = Math.min((long) (entries * shares.recurring()), entries - interfaceCount);
        long left = entries - interfaceCount - recurringCount;
        Cases purchaseCases = fit(entries * shares.purchases(), left, slots, purchases);
        left -= purchaseCases.entries();
        Cases salesCases = fit(entries * shares.sales(), left, slots, sales);
        left -= salesCases.entries();
        Cases adjustmentCases = fit(entries * shares.adjustments(), left, slots, adjustments);
        left -= adjustmentCases.entries();
        return new CaseCounts(
                left,
                interfaceCount,
                recurringCount,
                adjustmentCases.count(),
                purchaseCases.count(),
                salesCases.count());
    }

    private record Cases(long count, long entries) {}

    /** As many cases as are expected to have the wanted number of entries, or fewer, so that they have at most the greatest. */
    private static Cases fit(double wanted, long greatest, int slots, LongFunction<? extends UnitSchedule> schedules) {
        double perCase = entriesPerCase(slots, schedules);
        long count = perCase == 0 ? 0 : (long) (wanted / perCase + .5);
        long entries = entriesOf(schedules, count, slots);
        while (entries > greatest) {
            count = Math.max(0, count - 1 - (long) ((entries - greatest) / perCase));
            entries = entriesOf(schedules, count, slots);
        }
        return new Cases(count, entries);
    }

    /** The mean number of entries of a case, on a sample; below that of a case that ends within the ledger, and 0 if none has an entry. */
    public static double entriesPerCase(int slots, LongFunction<? extends UnitSchedule> schedules) {
        return (double) entriesOf(schedules, SAMPLE, slots) / SAMPLE;
    }

    private static long entriesOf(LongFunction<? extends UnitSchedule> schedules, long count, int slots) {
        UnitSchedule schedule = schedules.apply(count);
        long[] numbering = new long[slots];
        long entries = 0;
        for (long i = 0; i < count; i++) {
            entries += schedule.count(i, numbering);
        }
        return entries;
    }

    /** The number of cases of all kinds. */
    public long cases() {
        return manual + interfaces + recurring + adjustments + purchases + sales;
    }
}
