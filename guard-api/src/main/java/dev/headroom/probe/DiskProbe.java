package dev.headroom.probe;

/**
 * Measures the space on the file system of one path. Used by one thread at a time; allocates nothing in the steady state. It may block
 * where the file system does, as a network file system whose server is gone.
 */
public interface DiskProbe extends AutoCloseable {
    /**
     * Reads the usable space.
     *
     * @param into what to fill
     */
    void readFast(DiskReading into);

    /**
     * Reads everything. The first reading is a detailed one.
     *
     * @param into what to fill
     */
    void readDetailed(DiskReading into);

    /**
     * Says what is read, for people.
     *
     * @return the system call and the path
     */
    String source();

    /** Gives back what the probe holds. */
    @Override
    void close();
}
