package dev.headroom.degrade;

/** A resource that can change the level. */
public enum Resource {
    /** Memory, measured as a pressure from 0 to 1, where 1 is the limit. */
    MEMORY,
    /** Disk space, measured in MB (2^20 bytes) that are free, unreserved and beyond the reserve buffer. */
    DISK
}
