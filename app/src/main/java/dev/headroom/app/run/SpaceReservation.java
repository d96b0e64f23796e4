package dev.headroom.app.run;

/** Disk space that is set aside for bytes which are yet to be written. */
@FunctionalInterface
public interface SpaceReservation {
    /** A reservation of nothing. */
    SpaceReservation NOTHING = () -> {};

    /** Gives back what was set aside; further calls do nothing. */
    void release();
}
