package dev.headroom.generator.sequence;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import java.util.Arrays;
import java.util.List;

/**
 * How many cases of each kind a ledger has, so that they have exactly the wanted number of entries: manual entries, one each, fill
 * up what the others leave. Immutable.
 */
public final class CaseCounts {
    /** Cases that are counted to know how many entries one has on average. */
    private static final int SAMPLE = 1 << 14;

    /** Kinds that are given as many cases as have their share of the entries, in the order in which they are. */
    private static final List<UnitKind> FITTED = List.of(UnitKind.PURCHASE, UnitKind.SALE, UnitKind.ADJUSTMENT);

    /** Makes the schedule of a number of cases of a kind. */
    @FunctionalInterface
    public interface Schedules {
        /** The schedule of a kind's cases, if there are so many of them. */
        UnitSchedule of(UnitKind kind, long count);
    }

    /**
     * Shares of the entries, which add up to 1 with that of manual ones.
     *
     * @param interfaces interface entries
     * @param recurring recurring entries
     * @param adjustments entries of accruals
     * @param purchases entries of purchases
     * @param sales entries of sales
     */
    public record Shares(double interfaces, double recurring, double adjustments, double purchases, double sales) {
        private double of(UnitKind kind) {
            return switch (kind) {
                case PURCHASE -> purchases;
                case SALE -> sales;
                default -> adjustments;
            };
        }
    }

    private final long[] counts;
    private final long compulsoryEntries;

    private CaseCounts(long[] counts, long compulsoryEntries) {
        this.counts = counts;
        this.compulsoryEntries = compulsoryEntries;
    }

    /**
     * Counts the entries of all cases but manual, interface and recurring ones; 20 to 50 ns for each case.
     *
     * @param entries wanted number of entries, at least 1
     * @param compulsory cases of the kinds that a ledger has to have, by the index of the kind; 0 for the others
     * @param aggregates entries that are made of totals at the ledger's end
     * @param slots slots of the numbering
     * @throws InvalidLedgerConfigurationException if the entries that the ledger has to have are more than the wanted ones
     */
    public static CaseCounts of(
            long entries, long[] compulsory, long aggregates, Shares shares, int slots, Schedules schedules) {
        long[] counts = compulsory.clone();
        long least = entriesOf(compulsory, aggregates, slots, schedules);
        if (least > entries) {
            throw new InvalidLedgerConfigurationException(
                    "transactions.target_count",
                    entries
                            + " entries are too few: payroll, depreciation, provisions, taxes, closings and new assets of the"
                            + " companies alone are " + least + "; use " + least + " or more");
        }
        long left = entries - least;
        counts[UnitKind.INTERFACE.index()] = Math.min((long) (entries * shares.interfaces()), left);
        left -= counts[UnitKind.INTERFACE.index()];
        counts[UnitKind.RECURRING.index()] = Math.min((long) (entries * shares.recurring()), left);
        left -= counts[UnitKind.RECURRING.index()];
        // What the ledger has to have is posted by documents too, so it counts in their share.
        double documents = shares.purchases() + shares.sales();
        double rest = documents == 0 ? 0 : Math.max(0, 1 - least / (entries * documents));
        for (UnitKind kind : FITTED) {
            double wanted = entries * shares.of(kind) * (kind == UnitKind.ADJUSTMENT ? 1 : rest);
            Cases cases = fit(wanted, left, slots, kind, schedules);
            counts[kind.index()] = cases.count();
            left -= cases.entries();
        }
        counts[UnitKind.MANUAL_BLOCK.index()] = left;
        return new CaseCounts(counts, least);
    }

    /**
     * Counts that were kept as {@link #units}. Counts the entries of compulsory cases alone.
     *
     * @param compulsory cases of the kinds that the ledger has to have, by the index of the kind; 0 for the others
     * @param aggregates entries that are made of totals at the ledger's end
     * @param slots slots of the numbering
     * @throws IllegalArgumentException if they are not that
     */
    public static CaseCounts of(List<Long> units, long[] compulsory, long aggregates, int slots, Schedules schedules) {
        if (units.size() != UnitKind.COUNT || units.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(units + " are not the counts of " + UnitKind.COUNT + " kinds of units");
        }
        long[] counts = units.stream().mapToLong(Long::longValue).toArray();
        return new CaseCounts(counts, entriesOf(compulsory, aggregates, slots, schedules));
    }

    /** The entries that a ledger has whatever is wanted. */
    private static long entriesOf(long[] compulsory, long aggregates, int slots, Schedules schedules) {
        long entries = aggregates;
        for (UnitKind kind : UnitKind.values()) {
            if (compulsory[kind.index()] > 0) {
                entries += entriesOf(kind, compulsory[kind.index()], slots, schedules);
            }
        }
        return entries;
    }

    /** The counts, in the order of their kinds. */
    public List<Long> units() {
        return Arrays.stream(counts).boxed().toList();
    }

    private record Cases(long count, long entries) {}

    /** As many cases as are expected to have the wanted number of entries, or fewer, so that they have at most the greatest. */
    private static Cases fit(double wanted, long greatest, int slots, UnitKind kind, Schedules schedules) {
        double perCase = entriesPerCase(kind, slots, schedules);
        long count = perCase == 0 ? 0 : (long) (wanted / perCase + .5);
        long entries = entriesOf(kind, count, slots, schedules);
        while (entries > greatest) {
            count = Math.max(0, count - 1 - (long) ((entries - greatest) / perCase));
            entries = entriesOf(kind, count, slots, schedules);
        }
        return new Cases(count, entries);
    }

    /** The mean number of entries of a case, on a sample; below that of a case that ends within the ledger, and 0 if none has an entry. */
    public static double entriesPerCase(UnitKind kind, int slots, Schedules schedules) {
        return (double) entriesOf(kind, SAMPLE, slots, schedules) / SAMPLE;
    }

    private static long entriesOf(UnitKind kind, long count, int slots, Schedules schedules) {
        UnitSchedule schedule = schedules.of(kind, count);
        long[] numbering = new long[slots];
        long entries = 0;
        for (long i = 0; i < count; i++) {
            entries += schedule.count(i, numbering);
        }
        return entries;
    }

    /** The number of cases of a kind; of manual ones that of their entries, which come in blocks. */
    public long of(UnitKind kind) {
        return counts[kind.index()];
    }

    /** The number of entries that the ledger has to have; they count in the documents' share. */
    public long compulsoryEntries() {
        return compulsoryEntries;
    }
}
