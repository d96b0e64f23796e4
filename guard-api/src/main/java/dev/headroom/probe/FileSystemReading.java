package dev.headroom.probe;

/**
 * What seldom changes about the file system that a path is on. Mutable, owned by the caller, used by one thread at a time. A new one
 * knows nothing.
 */
public final class FileSystemReading {
    private String identity = "";
    private String type = "";
    private boolean inMemory;
    private boolean readOnly;

    /** Makes a reading that knows nothing. */
    public FileSystemReading() {}

    /**
     * Tells the file system.
     *
     * @param newIdentity equal for two paths that share their space, and for no others; empty if unknown
     * @param newType such as {@code ext4} or {@code tmpfs}; empty if unknown
     * @param keptInMemory whether its files take memory, and not a disk
     * @param mountedReadOnly whether nothing can be written
     */
    public void set(String newIdentity, String newType, boolean keptInMemory, boolean mountedReadOnly) {
        identity = newIdentity;
        type = newType;
        inMemory = keptInMemory;
        readOnly = mountedReadOnly;
    }

    /**
     * Returns what tells the file system from others on this machine.
     *
     * @return equal for two paths that share their space; empty if unknown
     */
    public String identity() {
        return identity;
    }

    /**
     * Returns the type of the file system, as the operating system names it.
     *
     * @return such as {@code ext4}; empty if unknown
     */
    public String type() {
        return type;
    }

    /**
     * Tells whether files on it take memory.
     *
     * @return whether they do; false if unknown
     */
    public boolean inMemory() {
        return inMemory;
    }

    /**
     * Tells whether it is mounted for reading only.
     *
     * @return whether it is; false if unknown
     */
    public boolean readOnly() {
        return readOnly;
    }
}
