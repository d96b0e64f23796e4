package dev.headroom.probe;

/**
 * Something that memory is counted against as a whole: a control group of the process, one of its parents, or the machine. Other
 * processes may live in it too. Mutable, owned by a {@link MemoryReading}.
 */
public final class MemoryDomain {
    private String name = "";
    private final Reading usage = new Reading();
    private final Reading workingSet = new Reading();
    private final Reading limit = new Reading();
    private final Reading available = new Reading();

    MemoryDomain() {}

    /**
     * Returns where the figures come from.
     *
     * @return for example {@code cgroup v2 /a/b} or {@code physical memory}; never changes while the domain stays the same
     */
    public String name() {
        return name;
    }

    /**
     * Says where the figures come from.
     *
     * @param newName the name
     */
    public void setName(String newName) {
        name = newName;
    }

    /**
     * Returns everything that is counted, page cache included, in bytes.
     *
     * @return the usage, or unknown
     */
    public Reading usage() {
        return usage;
    }

    /**
     * Returns what cannot be dropped: the usage less the page cache of files. Shared memory, thus tmpfs, stays in it. In bytes.
     *
     * @return the working set, or unknown
     */
    public Reading workingSet() {
        return workingSet;
    }

    /**
     * Returns the most that may be used before the kernel reclaims or kills, in bytes.
     *
     * @return the limit, unlimited, or unknown
     */
    public Reading limit() {
        return limit;
    }

    /**
     * Returns what the process could still get although others live here too, in bytes. Known of a machine, which many strangers share;
     * in a control group everything that is used counts as one's own.
     *
     * @return the available memory, or unknown
     */
    public Reading available() {
        return available;
    }
}
