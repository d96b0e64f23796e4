package dev.headroom.app.config;

/** What a run does when the level comes to Emergency. */
public enum OnEmergency {
    /** Checkpoint, and end with the exit code that says so. */
    STOP,
    /** Checkpoint, hold all workers, and go on once the level has recovered. */
    WAIT
}
