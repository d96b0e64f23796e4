package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/** The audit tests that look at entries of one user and one vendor together. Of any number of them a few sums are kept. */
final class VendorTests {
    // Numbers of an entry, in whose order they come; the first one stands for user and vendor.
    private static final int KEY = 0;
    private static final int DATE = 1;
    private static final int AMOUNT = 2;
    private static final int SCALE = 3;
    private static final int KIND = 4;

    private static final int LEAST = 3;
    /** In hundredths of a dollar. */
    private static final long[] LIMITS = {1_000_00, 5_000_00, 25_000_00, 100_000_00, 500_000_00};

    private final Sorter.Merge sorted;
    private final TestCounts counts;
    private final Candidates[] justBelow = new Candidates[LIMITS.length];
    private final Candidates ofDay = new Candidates(AnomalyTest.SPLIT_TRANSACTION);
    private long scale;
    private long most;
    private long sum;

    VendorTests(Sorter.Merge sorted, TestCounts counts) {
        this.sorted = sorted;
        this.counts = counts;
        Arrays.setAll(justBelow, i -> new Candidates(AnomalyTest.JUST_BELOW_THRESHOLD));
    }

    /** Finds what belongs together. */
    void find() throws IOException {
        long key = 0;
        long date = 0;
        while (sorted.next()) {
            boolean same = sorted.get(KEY) == key;
            if (!same || sorted.get(DATE) != date) {
                endDay();
                date = sorted.get(DATE);
                scale = sorted.get(SCALE);
            }
            if (!same) {
                endVendor();
                key = sorted.get(KEY);
            }
            take(sorted.get(AMOUNT), (int) sorted.get(KIND));
        }
        endDay();
        endVendor();
    }

    private void take(long amount, int kind) {
        for (int i = 0; i < LIMITS.length; i++) {
            long limit = LIMITS[i] * sorted.get(SCALE);
            if (amount < limit && amount >= justBelow(limit)) {
                justBelow[i].add(kind);
            }
        }
        most = Math.max(most, amount);
        sum += amount;
        ofDay.add(kind);
    }

    private static long justBelow(long limit) {
        return limit / 100 * 99;
    }

    private void endDay() {
        if (ofDay.entries() >= LEAST && isSplit()) {
            ofDay.found(counts);
        }
        ofDay.clear();
        most = 0;
        sum = 0;
    }

    private boolean isSplit() {
        for (long limit : LIMITS) {
            // What is just below a limit is another test's.
            if (most < justBelow(limit * scale) && sum > limit * scale) {
                return true;
            }
        }
        return false;
    }

    private void endVendor() {
        for (Candidates candidates : justBelow) {
            if (candidates.entries() >= LEAST) {
                candidates.found(counts);
            }
            candidates.clear();
        }
    }
}
