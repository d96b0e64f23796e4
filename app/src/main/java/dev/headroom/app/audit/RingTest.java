package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/**
 * The audit test for amounts that go round three accounts. Entries of one company and amount with the same two accounts are taken as one,
 * so that memory grows with pairs of accounts and not with entries.
 */
final class RingTest {
    // Numbers of an entry, in whose order they come; the first one stands for company and amount.
    private static final int KEY = 0;
    private static final int FROM = 1;
    private static final int TO = 2;
    private static final int KIND = 3;

    private static final int FEWEST = 3;

    private final Sorter.Merge sorted;
    private final TestCounts counts;
    // Pairs of accounts of one company and amount, in order, each with its entries.
    private long[] froms = new long[16];
    private long[] tos = new long[froms.length];
    private Candidates[] entries = candidates(froms.length);
    private int size;

    RingTest(Sorter.Merge sorted, TestCounts counts) {
        this.sorted = sorted;
        this.counts = counts;
    }

    private static Candidates[] candidates(int count) {
        Candidates[] made = new Candidates[count];
        Arrays.setAll(made, i -> new Candidates(AnomalyTest.CIRCULAR_TRANSACTION));
        return made;
    }

    /** Finds the entries that are part of a ring. */
    void find() throws IOException {
        long key = 0;
        while (sorted.next()) {
            if (sorted.get(KEY) != key) {
                findRings();
                size = 0;
                key = sorted.get(KEY);
            }
            add(sorted.get(FROM), sorted.get(TO), (int) sorted.get(KIND));
        }
        findRings();
    }

    private void add(long from, long to, int kind) {
        if (size == 0 || froms[size - 1] != from || tos[size - 1] != to) {
            if (size == froms.length) {
                froms = Arrays.copyOf(froms, 2 * size);
                tos = Arrays.copyOf(tos, 2 * size);
                Candidates[] more = candidates(2 * size);
                System.arraycopy(entries, 0, more, 0, size);
                entries = more;
            }
            froms[size] = from;
            tos[size] = to;
            entries[size++].clear();
        }
        entries[size - 1].add(kind);
    }

    private void findRings() {
        for (int i = 0; i < size && size >= FEWEST; i++) {
            if (isInRing(froms[i], tos[i])) {
                entries[i].found(counts);
            }
        }
    }

    private boolean isInRing(long first, long second) {
        for (int i = notBelow(second, Long.MIN_VALUE); i < size && froms[i] == second; i++) {
            int closing = notBelow(tos[i], first);
            if (closing < size && froms[closing] == tos[i] && tos[closing] == first) {
                return true;
            }
        }
        return false;
    }

    /** The first pair that is not below one, by halving. */
    private int notBelow(long from, long to) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (froms[middle] < from || (froms[middle] == from && tos[middle] < to)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
