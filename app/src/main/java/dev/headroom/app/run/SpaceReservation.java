package dev.headroom.app.run;

/** Disk space that is set aside for bytes which are yet to be written. */
@FunctionalInterface
public interface SpaceReservation {
    /** A reservation of nothing. */
    SpaceReservation NOTHING = () -> {};

    /** Takes note of bytes that are in a file by now: they no longer count twice, as set aside and as used. */
    default void written(long bytes) {
        // Without guards nothing is counted.
    }

    /** Gives back what was set aside; further calls do nothing. */
    void release();
}
