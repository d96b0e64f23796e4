package dev.headroom.app.run;

/** Why a run ended before its last range. */
public enum StopReason {
    /** The degradation controller reached Emergency. */
    EMERGENCY,
    /** The level is worse than Normal, and a repair writes at Normal or not at all. */
    PRESSURE,
    /** The process uses more memory than the hard limit. */
    MEMORY_LIMIT,
    /** The disk has no room for what comes next. */
    DISK_FULL,
    /** A sink could not write. */
    SINK_FAILURE,
    /** The Java heap is exhausted, or the system allows no further thread. */
    HEAP_EXHAUSTED,
    /** Ctrl-C or SIGTERM. */
    INTERRUPTED,
    /** A fault in the program. */
    INTERNAL_ERROR
}
