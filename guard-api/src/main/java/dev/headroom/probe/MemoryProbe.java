package dev.headroom.probe;

/**
 * Measures memory. Used by one thread at a time; allocates nothing in the steady state; must not block. A figure that cannot be had
 * is unknown with a reason: a probe does not throw.
 */
public interface MemoryProbe extends AutoCloseable {
    /**
     * Reads what is cheap and moves fast: resident set, working set of the process, usage of the domains. What it does not read it
     * leaves as the last detailed reading had it, and works out working sets with that.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readFast(MemoryReading into);

    /**
     * Reads everything: limits and the page cache as well. The first reading is a detailed one.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readDetailed(MemoryReading into);

    /**
     * Says what is read, for people.
     *
     * @return the files or system calls
     */
    String source();

    /** Gives back what the probe holds. */
    @Override
    void close();
}
