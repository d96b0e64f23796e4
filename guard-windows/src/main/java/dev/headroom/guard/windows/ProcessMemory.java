package dev.headroom.guard.windows;

import dev.headroom.probe.MemoryReading;

/** Measures the memory of this process. Used by one thread at a time. */
interface ProcessMemory extends AutoCloseable {
    /** Fills the resident set, the working set and, where it is known, the peak; or says why they are unknown. */
    void read(MemoryReading into);

    /** Says what is read, for people. */
    String source();

    @Override
    void close();
}
