package dev.headroom.probe;

/** Measures the heap and the other memory that the JVM accounts for. Used by one thread at a time; does not block. */
public interface HeapProbe {
    /**
     * Reads what moves all the time. Allocates nothing unless a collection happened since the last reading.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readFast(HeapReading into);

    /**
     * Reads everything.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readDetailed(HeapReading into);

    /** Asks the JVM for a collection of the whole heap, which it may refuse. Blocks for as long as that takes. */
    void collect();

    /**
     * Returns the probe of the JVM that this code runs in.
     *
     * @return a probe that reads java.management
     */
    static HeapProbe ofThisJvm() {
        return new JvmHeapProbe();
    }
}
