package dev.headroom.guard;

import dev.headroom.probe.HeapReading;

/**
 * The pressure of one limit, from figures alone. One thread at a time; allocates nothing.
 *
 * <p>If all that the heap may still become, and the native memory that will be needed within a second, fit below 97 % of the limit, then
 * growth of the heap cannot get the process killed, and a heap full of garbage is no reason for anything: what counts is how full of
 * live objects the heap is, and how much of what is left beside the heap is taken by native memory. Otherwise the working set itself
 * counts; once it has stopped growing, the garbage in it no longer does, as the process will use that space again.
 */
final class MemoryPressure {
    /** Which part of a limit the worst case may fill. */
    static final double SAFE_PART = 0.97;

    /** From this part of the working set on, direct buffers count as something that a collection may free. */
    private static final double DIRECT_PART = 0.1;

    private double value;
    private boolean worstCaseFits;
    private boolean heapDriven;
    private double room;

    /**
     * Weighs a limit.
     *
     * @param limit bytes, above 0; {@link Long#MAX_VALUE} if there is none, so that only the heap counts
     * @param workingSet what is in use of it, in bytes; negative if unknown
     * @param heap the JVM's own memory
     * @param liveHeap what of the heap is alive and touched
     * @param nativeForecast by how much native memory will grow within a second, in bytes
     * @param growing whether the working set is growing
     */
    void weigh(
            long limit, long workingSet, HeapReading heap, LiveHeap liveHeap, double nativeForecast, boolean growing) {
        double heapMax = heap.max();
        double heapShare = heapMax > 0 ? liveHeap.live() / heapMax : 0;
        double nativeKnown = (double) heap.nonHeapUsed() + heap.directUsed();
        if (workingSet < 0) {
            weighBlind(limit, heapMax, heapShare, (double) liveHeap.live(), nativeKnown);
            return;
        }
        double worstCase = workingSet + heapMax - liveHeap.touched();
        worstCaseFits = heapMax < limit && worstCase + nativeForecast <= SAFE_PART * limit;
        if (worstCaseFits) {
            double nativeNeed = Math.max((double) workingSet - heap.committed(), nativeKnown);
            double nativeShare = nativeNeed / (limit - heapMax);
            value = Math.max(heapShare, nativeShare);
            heapDriven = heapShare >= nativeShare || heap.directUsed() >= DIRECT_PART * workingSet;
            room = SAFE_PART * limit - worstCase;
            return;
        }
        double garbage = Math.max(0, liveHeap.touched() - liveHeap.live());
        double share = Math.max(0, growing ? workingSet : workingSet - garbage) / limit;
        value = Math.max(heapShare, share);
        // Garbage may be in either figure.
        heapDriven = true;
        room = (double) limit - workingSet;
    }

    /** Without the working set only what the JVM accounts for is left to go by. */
    private void weighBlind(long limit, double heapMax, double heapShare, double live, double nativeKnown) {
        worstCaseFits = heapMax < limit;
        double share = worstCaseFits ? nativeKnown / (limit - heapMax) : (live + nativeKnown) / limit;
        value = Math.max(heapShare, share);
        heapDriven = !worstCaseFits || heapShare >= share;
        room = limit - live - nativeKnown;
    }

    /** 0 is idle, 1 is the limit. */
    double value() {
        return value;
    }

    /** Whether the worst case fits. */
    boolean worstCaseFits() {
        return worstCaseFits;
    }

    /** Whether garbage in the heap, or direct buffers that are garbage, may be part of the pressure. */
    boolean isHeapDriven() {
        return heapDriven;
    }

    /** The bytes that are left: to the safe part of the limit for native growth if the worst case fits, else to the limit. */
    double room() {
        return room;
    }
}
