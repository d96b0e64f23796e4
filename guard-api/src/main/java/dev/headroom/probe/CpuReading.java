package dev.headroom.probe;

/**
 * What a CPU probe tells: counters that only grow, from which loads follow as differences, and the capacity. Mutable, owned by the
 * caller, used by one thread at a time. Times are in nanoseconds of CPU time, summed over all CPUs.
 */
public final class CpuReading {
    private final Reading processTime = new Reading();
    private final Reading hostBusyTime = new Reading();
    private final Reading hostStolenTime = new Reading();
    private final Reading hostTotalTime = new Reading();
    private final Reading throttledTime = new Reading();
    private final Reading stalledTime = new Reading();
    private final Reading quotaMillis = new Reading();
    private final Reading processors = new Reading();

    /** Makes a reading in which everything is unknown. */
    public CpuReading() {}

    /**
     * Returns the CPU time that this process has used.
     *
     * @return nanoseconds, or unknown
     */
    public Reading processTime() {
        return processTime;
    }

    /**
     * Returns the time that the machine's CPUs worked. Waiting for input or output is not work; time stolen is not in it.
     *
     * @return nanoseconds, or unknown
     */
    public Reading hostBusyTime() {
        return hostBusyTime;
    }

    /**
     * Returns the time that the hypervisor gave to other machines while a CPU of this one had work.
     *
     * @return nanoseconds, or unknown
     */
    public Reading hostStolenTime() {
        return hostStolenTime;
    }

    /**
     * Returns all the time of the machine's CPUs: busy, stolen and idle.
     *
     * @return nanoseconds, or unknown
     */
    public Reading hostTotalTime() {
        return hostTotalTime;
    }

    /**
     * Returns the time that the process was held back by a quota.
     *
     * @return nanoseconds, or unknown
     */
    public Reading throttledTime() {
        return throttledTime;
    }

    /**
     * Returns the time in which at least one task waited for a CPU (PSI, "some"). Wall time, not CPU time.
     *
     * @return nanoseconds, or unknown
     */
    public Reading stalledTime() {
        return stalledTime;
    }

    /**
     * Returns the smallest quota that the process is under, in thousandths of a CPU.
     *
     * @return for example 1500 for one and a half CPUs; unlimited; or unknown
     */
    public Reading quotaMillis() {
        return quotaMillis;
    }

    /**
     * Returns how many CPUs the process may run on.
     *
     * @return the number, at least 1, or unknown
     */
    public Reading processors() {
        return processors;
    }
}
