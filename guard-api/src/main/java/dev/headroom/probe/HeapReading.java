package dev.headroom.probe;

/**
 * What is known of the JVM's own memory, in bytes. Mutable, owned by the caller, used by one thread at a time. These are figures of the
 * running JVM, so they are always known; where something has not happened yet, its figure says how.
 */
public final class HeapReading {
    private long used;
    private long committed;
    private long max;
    private long nonHeapUsed;
    private long directUsed;
    private long collections;
    private long usedBeforeCollection;
    private long usedAfterCollection;
    private boolean wholeHeapCollected;
    private long concurrentNanos;
    private boolean multiMapped;

    /** Makes a reading in which everything is 0. */
    public HeapReading() {}

    /**
     * Returns what the heap holds, garbage included.
     *
     * @return bytes
     */
    public long used() {
        return used;
    }

    /**
     * Returns what the JVM has asked of the system for the heap.
     *
     * @return bytes
     */
    public long committed() {
        return committed;
    }

    /**
     * Returns the most that the heap may become.
     *
     * @return bytes; {@link Long#MAX_VALUE} if there is no bound
     */
    public long max() {
        return max;
    }

    /**
     * Returns what classes, compiled code and the like take. A detailed figure.
     *
     * @return bytes
     */
    public long nonHeapUsed() {
        return nonHeapUsed;
    }

    /**
     * Returns what direct buffers take.
     *
     * @return bytes
     */
    public long directUsed() {
        return directUsed;
    }

    /**
     * Returns how many collections there were.
     *
     * @return a count that only grows
     */
    public long collections() {
        return collections;
    }

    /**
     * Returns what the heap held when the last collection that was seen began.
     *
     * @return bytes; 0 if there was none yet
     */
    public long usedBeforeCollection() {
        return usedBeforeCollection;
    }

    /**
     * Returns what the heap held when the last collection that was seen ended: the live set and the garbage it left behind.
     *
     * @return bytes; 0 if there was none yet
     */
    public long usedAfterCollection() {
        return usedAfterCollection;
    }

    /**
     * Tells whether the last collection that was seen went over the whole heap, so that next to nothing but live objects is left.
     *
     * @return whether {@link #usedAfterCollection()} is the live set
     */
    public boolean wholeHeapCollected() {
        return wholeHeapCollected;
    }

    /**
     * Returns for how long the program went on allocating during the last collection that was seen; what it allocated is in
     * {@link #usedAfterCollection()}.
     *
     * @return nanoseconds; 0 if the program stood still
     */
    public long concurrentNanos() {
        return concurrentNanos;
    }

    /**
     * Tells whether the heap is shared memory that is mapped at several addresses, so that the kernel counts a page as resident and as
     * shared memory once for each of them; a control group counts it once.
     *
     * @return whether shared memory beyond what the heap has is counted more than once; true of ZGC without generations
     */
    public boolean multiMapped() {
        return multiMapped;
    }

    /**
     * Says whether the heap is mapped at several addresses.
     *
     * @param newMultiMapped whether it is
     */
    public void setMultiMapped(boolean newMultiMapped) {
        multiMapped = newMultiMapped;
    }

    /**
     * Takes the figures that move all the time.
     *
     * @param newUsed what the heap holds
     * @param newCommitted what the heap has
     * @param newMax what the heap may have
     * @param newDirectUsed what direct buffers take
     */
    public void set(long newUsed, long newCommitted, long newMax, long newDirectUsed) {
        used = newUsed;
        committed = newCommitted;
        max = newMax;
        directUsed = newDirectUsed;
    }

    /**
     * Takes the figure of classes, compiled code and the like.
     *
     * @param newNonHeapUsed bytes
     */
    public void setNonHeapUsed(long newNonHeapUsed) {
        nonHeapUsed = newNonHeapUsed;
    }

    /**
     * Takes note of a collection.
     *
     * @param count how many there were by now
     * @param before what the heap held when it began
     * @param after what the heap held when it ended
     * @param wholeHeap whether it went over the whole heap
     * @param newConcurrentNanos for how long the program went on meanwhile, in nanoseconds
     */
    public void setCollection(long count, long before, long after, boolean wholeHeap, long newConcurrentNanos) {
        collections = count;
        usedBeforeCollection = before;
        usedAfterCollection = after;
        wholeHeapCollected = wholeHeap;
        concurrentNanos = newConcurrentNanos;
    }
}
