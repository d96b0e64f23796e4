package dev.headroom.guard;

import dev.headroom.probe.HeapReading;
import java.util.Arrays;

/**
 * Estimates what of the heap is alive and what of it has been touched.
 *
 * <p>The live set is the least that the heap held after a collection in the last 30 s, as young collections leave garbage behind. A
 * collection of the whole heap leaves next to none: what was seen before it no longer counts. The touched part is the most that the heap
 * held since it last shrank, as pages stay with the process until then. One thread at a time; allocates nothing.
 */
final class LiveHeap {
    private static final int SECONDS = 30;
    private static final long BUCKET_NANOS = 1_000_000_000L;

    private final long[] least = new long[SECONDS];
    private final long[] bucketOf = new long[SECONDS];
    private final long origin;
    private long collections;
    private long latest;
    private long peakUsed;
    private long lastCommitted;
    private long live;
    private long touched;

    LiveHeap(long now) {
        origin = now;
        Arrays.fill(bucketOf, -SECONDS - 1L);
    }

    void update(HeapReading heap, long now) {
        long bucket = (now - origin) / BUCKET_NANOS;
        if (heap.committed() < lastCommitted) {
            peakUsed = 0;
        }
        lastCommitted = heap.committed();
        peakUsed = Math.max(peakUsed, heap.used());
        if (heap.collections() != collections) {
            collections = heap.collections();
            latest = heap.usedAfterCollection();
            if (heap.committed() >= heap.usedBeforeCollection()) {
                peakUsed = Math.max(peakUsed, heap.usedBeforeCollection());
            }
            if (heap.wholeHeapCollected()) {
                Arrays.fill(bucketOf, -SECONDS - 1L);
            }
            int slot = (int) (bucket % SECONDS);
            least[slot] = bucketOf[slot] == bucket ? Math.min(least[slot], latest) : latest;
            bucketOf[slot] = bucket;
        }
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < SECONDS; i++) {
            if (bucket - bucketOf[i] < SECONDS) {
                smallest = Math.min(smallest, least[i]);
            }
        }
        live = Math.min(heap.used(), smallest == Long.MAX_VALUE ? latest : smallest);
        touched = Math.min(heap.committed(), peakUsed);
    }

    /** Bytes; 0 before the first collection. */
    long live() {
        return live;
    }

    /** What the heap held after the latest collection, garbage that it left behind included. Bytes; 0 before the first. */
    long afterLatestCollection() {
        return latest;
    }

    /** Bytes. */
    long touched() {
        return touched;
    }
}
