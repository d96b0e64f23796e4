package dev.headroom.probe;

/**
 * What a memory probe tells: the process by itself, and each domain it is counted in. Mutable, owned by the caller, used by one
 * thread at a time. Bytes throughout.
 */
public final class MemoryReading {
    private final Reading resident = new Reading();
    private final Reading peakResident = new Reading();
    private final Reading workingSet = new Reading();
    private final Reading sharedMemory = new Reading();
    private MemoryDomain[] domains = new MemoryDomain[0];
    private int domainCount;

    /** Makes a reading in which everything is unknown and there are no domains. */
    public MemoryReading() {}

    /**
     * Returns the resident set of the process, mapped files included.
     *
     * @return bytes, or unknown
     */
    public Reading resident() {
        return resident;
    }

    /**
     * Returns the largest resident set that the process ever had, as the system keeps it.
     *
     * @return bytes, or unknown
     */
    public Reading peakResident() {
        return peakResident;
    }

    /**
     * Returns what the process itself holds and the kernel cannot drop: its anonymous and shared memory, mapped files left out.
     *
     * @return bytes, or unknown
     */
    public Reading workingSet() {
        return workingSet;
    }

    /**
     * Returns the part of the working set that is shared memory, such as files of a tmpfs that are mapped.
     *
     * @return bytes, or unknown
     */
    public Reading sharedMemory() {
        return sharedMemory;
    }

    /**
     * Returns how many domains the process is counted in.
     *
     * @return the number, at least 0
     */
    public int domainCount() {
        return domainCount;
    }

    /**
     * Returns a domain.
     *
     * @param index which, from 0 to below {@link #domainCount()}; the order stays the same while the number does
     * @return the domain, which the next reading overwrites
     */
    public MemoryDomain domain(int index) {
        if (index >= domainCount) {
            throw new IndexOutOfBoundsException(index);
        }
        return domains[index];
    }

    /**
     * Says how many domains there are. Allocates only when there are more than ever before.
     *
     * @param count the number, at least 0
     */
    public void setDomainCount(int count) {
        if (count > domains.length) {
            MemoryDomain[] grown = new MemoryDomain[count];
            System.arraycopy(domains, 0, grown, 0, domains.length);
            for (int i = domains.length; i < count; i++) {
                grown[i] = new MemoryDomain();
            }
            domains = grown;
        }
        domainCount = count;
    }
}
