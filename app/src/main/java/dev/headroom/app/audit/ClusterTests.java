package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;

/**
 * The audit tests that look for entries which belong together. Of each manual entry a few numbers are sorted, on disk where memory ends,
 * so that those that can belong together stand together. Used by one thread.
 */
final class ClusterTests implements Closeable {
    private static final int SORT_BYTES = 2 << 20;
    private static final int WIDTH = 5;
    private static final int BURST = 10;
    private static final int BURST_SECONDS = 600;

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
    private final long[] record = new long[WIDTH];
    private long lastPaid;

    ClusterTests(SpillDirectory directory, TestCounts counts) {
        this.counts = counts;
        vendorSorter = new Sorter(directory, WIDTH, SORT_BYTES);
        vendors = vendorSorter.appender();
        duplicateSorter = new Sorter(directory, 2, SORT_BYTES);
        duplicates = duplicateSorter.appender();
        burstSorter = new Sorter(directory, WIDTH, SORT_BYTES);
        bursts = burstSorter.appender();
        ringSorter = new Sorter(directory, WIDTH, SORT_BYTES);
        rings = ringSorter.appender();
        paymentSorter = new Sorter(directory, WIDTH, SORT_BYTES);
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
        new VendorTests(vendorSorter.sorted(), counts).find();
        findDuplicates();
        findBursts();
        new RingTest(ringSorter.sorted(), counts).find();
        findPaidAgain();
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

    @Override
    public void close() throws IOException {
        vendorSorter.close();
        duplicateSorter.close();
        burstSorter.close();
        ringSorter.close();
        paymentSorter.close();
    }
}
