package dev.headroom.probe;

/** Measures CPU time. Used by one thread at a time; allocates nothing in the steady state; must not block. */
public interface CpuProbe extends AutoCloseable {
    /**
     * Reads the CPU time of the process.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readFast(CpuReading into);

    /**
     * Reads everything: the machine's CPUs, quotas and stalls as well. The first reading is a detailed one.
     *
     * @param into what to fill; always the same object for one probe
     */
    void readDetailed(CpuReading into);

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
