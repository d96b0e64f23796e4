package dev.headroom.probe;

/** What a disk probe tells of the file system that a path is on. Mutable, owned by the caller, used by one thread at a time. */
public final class DiskReading {
    private final Reading usable = new Reading();
    private final Reading total = new Reading();

    /** Makes a reading in which everything is unknown. */
    public DiskReading() {}

    /**
     * Returns the bytes that this process may still write. Zero means full, never "could not be read".
     *
     * @return bytes, or unknown
     */
    public Reading usable() {
        return usable;
    }

    /**
     * Returns the size of the file system.
     *
     * @return bytes, or unknown
     */
    public Reading total() {
        return total;
    }
}
