package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;

/**
 * The audit tests that look for entries which belong together. Of each manual entry a few numbers are sorted, on disk where memory ends,
 * so that those that can belong together stand together. Used by one thread.
 */
final class ClusterTests implements Closeable {
    private static final int SORT_BYTES = 2 << 20;
    /** Entries of one amount in a company among which rings are looked for; what there is more of is no sign of anything. */
    private static final int MOST_OF_AN_AMOUNT = 8192;

    private static final int MOST_OF_A_VENDOR = 8192;
    private static final int LEAST_OF_A_VENDOR = 3;
    private static final int BURST = 10;
    private static final int BURST_SECONDS = 600;
    /** In hundredths of a dollar. */
    private static final long[] LIMITS = {1_000_00, 5_000_00, 25_000_00, 100_000_00, 500_000_00};

    private static final int PAYMENT = 0;
    private static final int ENTRY = 1;

    private final TestCounts counts;
    private final Sorter vendorSorter;
    private final Sorter.Appender vendors;
    private final Sorter duplicateSorter;
    private final Sorter.Appender duplicates;
    private final Sorter burstSorter;
    private final Sorter.Appender bursts;
    private final Sorter ringSorter;
    private final Sorter.Appender rings;
    private final Sorter paymentSorter;
    private final Sorter.Appender payments;
    private final long[] record = new long[Group.WIDTH];
    private long lastPaid;

    ClusterTests(SpillDirectory directory, TestCounts counts) {
        this.counts = counts;
        vendorSorter = new Sorter(directory, Group.WIDTH, SORT_BYTES);
        vendors = vendorSorter.appender();
        duplicateSorter = new Sorter(directory, 2, SORT_BYTES);
        duplicates = duplicateSorter.appender();
        burstSorter = new Sorter(directory, Group.WIDTH, SORT_BYTES);
        bursts = burstSorter.appender();
        ringSorter = new Sorter(directory, Group.WIDTH, SORT_BYTES);
        rings = ringSorter.appender();
        paymentSorter = new Sorter(directory, Group.WIDTH, SORT_BYTES);
        payments = paymentSorter.appender();
    }

    /** Takes a payment to a vendor. */
    void payment(long company, long vendor, long amount, int date) throws IOException {
        put(payments, paid(company, vendor, amount), date, PAYMENT, TestCounts.NO_KIND, 0);
    }

    private void put(Sorter.Appender to, long key, long second, long third, long fourth, long fifth)
            throws IOException {
        record[0] = key;
        record[1] = second;
        record[2] = third;
        record[3] = fourth;
        record[4] = fifth;
        to.add(record);
    }

    private static long paid(long company, long vendor, long amount) {
        return Hash.of(Hash.of(company, vendor), amount);
    }

    /** Takes a line of a manual entry. */
    void line(EntryFacts entry, EntryReader.Line line) throws IOException {
        if (line.debit && line.vendor != 0) {
            long key = paid(entry.company, line.vendor, line.localAmount);
            if (key != lastPaid) {
                put(payments, key, entry.effectiveDate, ENTRY, entry.kind, entry.id);
            }
            lastPaid = key;
        }
    }

    /** Takes a manual entry. */
    void entry(EntryFacts entry) throws IOException {
        lastPaid = 0;
        if (entry.vendor != 0) {
            long key = Hash.of(entry.enteredBy, entry.vendor);
            put(vendors, key, entry.effectiveDate, entry.localDebits, entry.localScale, entry.kind);
        }
        long period = Hash.of(entry.company, 100L * entry.fiscalYear + entry.period);
        duplicates.add(Hash.of(period, entry.fingerprint), entry.kind);
        put(bursts, Hash.of(entry.enteredBy, entry.enteredDate), entry.enteredTime, entry.kind, 0, 0);
        if (entry.lines == 2 && entry.debitLines == 1 && entry.debitAccount != entry.creditAccount) {
            long key = Hash.of(entry.company, entry.localDebits);
            put(rings, key, entry.creditAccount, entry.debitAccount, entry.kind, 0);
        }
    }

    /** Finds what belongs together, when all entries were taken. */
    void end() throws IOException {
        findByVendor();
        findDuplicates();
        findBursts();
        findRings();
        findPaidAgain();
    }

    private void findByVendor() throws IOException {
        Group group = new Group(vendorSorter.sorted(), MOST_OF_A_VENDOR);
        while (group.next()) {
            findJustBelow(group);
            for (int from = 0; from < group.size; ) {
                int to = from + 1;
                while (to < group.size && group.get(to, 1) == group.get(from, 1)) {
                    to++;
                }
                if (isSplit(group, from, to)) {
                    for (int i = from; i < to; i++) {
                        counts.found(AnomalyTest.SPLIT_TRANSACTION, (int) group.get(i, 4));
                    }
                }
                from = to;
            }
        }
    }

    private void findJustBelow(Group group) {
        for (long limit : LIMITS) {
            int below = 0;
            for (int i = 0; i < group.size; i++) {
                below += isJustBelow(group, i, limit) ? 1 : 0;
            }
            for (int i = 0; i < group.size && below >= LEAST_OF_A_VENDOR; i++) {
                if (isJustBelow(group, i, limit)) {
                    counts.found(AnomalyTest.JUST_BELOW_THRESHOLD, (int) group.get(i, 4));
                }
            }
        }
    }

    private static boolean isJustBelow(Group group, int index, long limit) {
        long scaled = limit * group.get(index, 3);
        long amount = group.get(index, 2);
        return amount < scaled && amount >= scaled / 100 * 99;
    }

    private static boolean isSplit(Group group, int from, int to) {
        if (to - from < LEAST_OF_A_VENDOR) {
            return false;
        }
        long most = 0;
        long sum = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, group.get(i, 2));
            sum += group.get(i, 2);
        }
        for (long limit : LIMITS) {
            long scaled = limit * group.get(from, 3);
            // What is just below a limit is another test's.
            if (most < scaled / 100 * 99 && sum > scaled) {
                return true;
            }
        }
        return false;
    }

    private void findDuplicates() throws IOException {
        Sorter.Merge sorted = duplicateSorter.sorted();
        boolean more = sorted.next();
        while (more) {
            long key = sorted.get(0);
            int first = (int) sorted.get(1);
            more = sorted.next();
            boolean several = more && sorted.get(0) == key;
            if (several) {
                counts.found(AnomalyTest.DUPLICATE_ENTRY, first);
            }
            for (; more && sorted.get(0) == key; more = sorted.next()) {
                counts.found(AnomalyTest.DUPLICATE_ENTRY, (int) sorted.get(1));
            }
        }
    }

    private void findBursts() throws IOException {
        Sorter.Merge sorted = burstSorter.sorted();
        long[] times = new long[BURST];
        int[] kinds = new int[BURST];
        boolean[] told = new boolean[BURST];
        long key = 0;
        int inGroup = 0;
        while (sorted.next()) {
            inGroup = sorted.get(0) == key ? inGroup : 0;
            key = sorted.get(0);
            int at = inGroup++ % BURST;
            times[at] = sorted.get(1);
            kinds[at] = (int) sorted.get(2);
            told[at] = false;
            // After this one stands the earliest of the last ten.
            if (inGroup >= BURST && times[at] - times[(at + 1) % BURST] <= BURST_SECONDS) {
                for (int i = 0; i < BURST; i++) {
                    if (!told[i]) {
                        counts.found(AnomalyTest.TRANSACTION_BURST, kinds[i]);
                        told[i] = true;
                    }
                }
            }
        }
    }

    private void findRings() throws IOException {
        Group group = new Group(ringSorter.sorted(), MOST_OF_AN_AMOUNT);
        boolean[] inRing = new boolean[MOST_OF_AN_AMOUNT];
        while (group.next()) {
            Arrays.fill(inRing, 0, group.size, false);
            for (int first = 0; first < group.size; first++) {
                for (int second = group.from(group.get(first, 2));
                        group.isFrom(second, group.get(first, 2));
                        second++) {
                    for (int third = group.from(group.get(second, 2));
                            group.isFrom(third, group.get(second, 2));
                            third++) {
                        if (group.get(third, 2) == group.get(first, 1)) {
                            inRing[first] = true;
                            inRing[second] = true;
                            inRing[third] = true;
                        }
                    }
                }
            }
            for (int i = 0; i < group.size; i++) {
                if (inRing[i]) {
                    counts.found(AnomalyTest.CIRCULAR_TRANSACTION, (int) group.get(i, 3));
                }
            }
        }
    }

    private void findPaidAgain() throws IOException {
        Sorter.Merge sorted = paymentSorter.sorted();
        long key = 0;
        long firstPaid = Long.MAX_VALUE;
        while (sorted.next()) {
            if (sorted.get(0) != key) {
                key = sorted.get(0);
                firstPaid = Long.MAX_VALUE;
            }
            if (sorted.get(2) == PAYMENT) {
                firstPaid = Math.min(firstPaid, sorted.get(1));
            } else if (firstPaid < sorted.get(1)) {
                counts.found(AnomalyTest.DUPLICATE_PAYMENT, (int) sorted.get(3));
            }
        }
    }

    /** Records with the same first number, in memory; of those with very many only the first ones. */
    private static final class Group {
        private static final int WIDTH = 5;

        private final Sorter.Merge sorted;
        private final long[] records;
        private boolean more;
        private int size;

        Group(Sorter.Merge sorted, int most) throws IOException {
            this.sorted = sorted;
            this.records = new long[most * WIDTH];
            this.more = sorted.next();
        }

        /** Goes to the next group; false after the last. */
        boolean next() throws IOException {
            size = 0;
            if (!more) {
                return false;
            }
            long key = sorted.get(0);
            for (; more && sorted.get(0) == key; more = sorted.next()) {
                if (size * WIDTH < records.length) {
                    for (int i = 0; i < WIDTH; i++) {
                        records[size * WIDTH + i] = sorted.get(i);
                    }
                    size++;
                }
            }
            return true;
        }

        long get(int index, int column) {
            return records[index * WIDTH + column];
        }

        /** The first record with a second number, by halving; the size or another record if there is none. */
        int from(long second) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (get(middle, 1) < second) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        boolean isFrom(int index, long second) {
            return index < size && get(index, 1) == second;
        }
    }

    @Override
    public void close() throws IOException {
        vendorSorter.close();
        duplicateSorter.close();
        burstSorter.close();
        ringSorter.close();
        paymentSorter.close();
    }
}
