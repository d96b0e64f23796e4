package dev.headroom.guard;

/** What a memory limit is compared with. */
public enum MemorySource {
    /** What cannot be dropped, weighed with what the heap may still become. Page cache, mapped files and garbage do not count. */
    WORKING_SET,
    /** The resident set of the process, as it is. Mapped files and garbage count. */
    RSS
}
