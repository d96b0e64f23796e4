package dev.headroom.guard;

import dev.headroom.probe.HeapReading;
import java.util.Arrays;

/**
 * Estimates what of the heap is alive, what of it may be, and what of it has been touched.
 *
 * <p>Alive is the least that the heap held after a collection in the last 30 s, as young collections leave garbage behind. A collection
 * of the whole heap leaves next to none: what was seen before it no longer counts. If the program ran on meanwhile, what it allocated is
 * taken off, at the rate that was seen before, and the smallest of three such collections counts. This lags behind a live set that grows, and between
 * two collections nothing is known at all. So there is an expectation as well: what the latest collection left, and of what was allocated
 * since, the part that survived the collections before. Garbage is in it, so it is no reason for a level, but one to look: a collection
 * of the whole heap tells. The touched part is the most that the heap held since it last shrank, as pages stay with the process until
 * then. One thread at a time; allocates nothing.
 */
final class LiveHeap {
    private static final int SECONDS = 30;
    private static final long BUCKET_NANOS = 1_000_000_000L;
    private static final double SMOOTHING_NANOS = 2e8;

    private final long[] least = new long[SECONDS];
    private final long[] bucketOf = new long[SECONDS];
    private final long origin;
    private long collections;
    private long latest;
    private long beforeLatest;
    private double survival = 1;
    private long peakUsed;
    private long lastUsed;
    private long lastCommitted;
    private long lastUpdate;
    private double allocationRate;
    private long live;
    private double expected;
    private long touched;

    LiveHeap(long now) {
        origin = now;
        lastUpdate = now;
        Arrays.fill(bucketOf, -SECONDS - 1L);
    }

    void update(HeapReading heap, long now) {
        long bucket = (now - origin) / BUCKET_NANOS;
        if (heap.committed() < lastCommitted) {
            peakUsed = 0;
        }
        lastCommitted = heap.committed();
        peakUsed = Math.max(peakUsed, heap.used());
        long allocated = heap.used() - lastUsed;
        long unwatched = 0;
        if (heap.collections() != collections) {
            allocated = heap.usedBeforeCollection() - lastUsed + heap.used() - heap.usedAfterCollection();
            unwatched = heap.concurrentNanos();
            noteCollection(heap, bucket);
        }
        lastUsed = heap.used();
        observeAllocation(allocated, unwatched, now);
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < SECONDS; i++) {
            if (bucket - bucketOf[i] < SECONDS) {
                smallest = Math.min(smallest, least[i]);
            }
        }
        live = Math.min(heap.used(), smallest == Long.MAX_VALUE ? latest : smallest);
        expected = latest + survival * Math.max(0, heap.used() - latest);
        touched = Math.min(heap.committed(), peakUsed);
    }

    private void noteCollection(HeapReading heap, long bucket) {
        long before = heap.usedBeforeCollection();
        long meanwhile = (long) (allocationRate * 1e-9 * heap.concurrentNanos());
        long after = Math.max(0, heap.usedAfterCollection() - meanwhile);
        if (heap.committed() >= before) {
            peakUsed = Math.max(peakUsed, before);
        }
        // Of several collections only the last is seen; the others are taken to have been like it.
        long unseen = heap.collections() - collections - 1;
        double allocated = before - latest + unseen * (double) Math.max(0, before - after);
        if (allocated > 0) {
            double survived = Math.max(0, Math.min(1, (after - latest) / allocated));
            survival = collections == 0 ? survived : (survival + survived) / 2;
        }
        collections = heap.collections();
        long left = after;
        if (heap.wholeHeapCollected()) {
            Arrays.fill(bucketOf, -SECONDS - 1L);
            left = heap.concurrentNanos() > 0 ? Math.min(after, Math.min(latest, beforeLatest)) : after;
        }
        beforeLatest = latest;
        latest = after;
        int slot = (int) (bucket % SECONDS);
        least[slot] = bucketOf[slot] == bucket ? Math.min(least[slot], left) : left;
        bucketOf[slot] = bucket;
    }

    private void observeAllocation(long allocated, long unwatched, long now) {
        double elapsed = (double) (now - lastUpdate) - unwatched;
        if (elapsed > 0) {
            double rate = Math.max(0, allocated) / elapsed * 1e9;
            allocationRate += (rate - allocationRate) * elapsed / (elapsed + SMOOTHING_NANOS);
        }
        lastUpdate = now;
    }

    /** Bytes; 0 before the first collection. */
    long live() {
        return live;
    }

    /** What the heap held after the latest collection, garbage that it left behind included. Bytes; 0 before the first. */
    long afterLatestCollection() {
        return latest;
    }

    /** What may be alive by now. Bytes; all that is used before the first collection. */
    double expected() {
        return expected;
    }

    /** How fast the expectation grows, in bytes per second, smoothed over some 0.2 s. */
    double expectedGrowth() {
        return survival * allocationRate;
    }

    /** How fast objects are allocated, dead or alive, in bytes per second, smoothed over some 0.2 s. */
    double allocationRate() {
        return allocationRate;
    }

    /** Bytes. */
    long touched() {
        return touched;
    }
}
