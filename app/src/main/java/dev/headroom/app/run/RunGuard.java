package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What the run asks of the resource guards, and nothing more; a test drives a run through it. Safe for use by many threads. */
public interface RunGuard extends AutoCloseable {
    /** The level in force; a volatile read. */
    DegradationLevel level();

    /** Whether memory is over its soft limit; a volatile read. */
    boolean softLimitExceeded();

    /** The pressure at which the soft limit acts, above 0 and at most 1. */
    double softLimit();

    /** Whether memory grows faster than the configured threshold while exhaustion is near; a volatile read. */
    boolean growsTowardsExhaustion();

    /** Waits as CPU throttling demands, usually not at all; a stop ends the wait within 50 ms. */
    void throttle(BooleanSupplier stopped) throws InterruptedException;

    /** Says how many workers there will be, before the first of them takes a permit. */
    void expectWorkers(int workers);

    /** Lets a worker work if as many as may are not at it yet; then {@link #givePermitBack()} is to follow. */
    boolean tryTakePermit();

    /** A worker pauses, or is done. */
    void givePermitBack();

    /**
     * Sets disk space aside.
     *
     * @throws OutOfSpaceException if it is not there
     */
    SpaceReservation reserve(long bytes) throws OutOfSpaceException;

    /** Says what a failed write means; may ask the disk, and so take some milliseconds. */
    default WriteFailure explain(IOException failure) {
        return WriteFailure.of(failure, OptionalLong.empty());
    }

    /** How many more files can be made in the output; empty if that is unknown, or nothing bounds it. May take some milliseconds. */
    default OptionalLong freeFiles() {
        return OptionalLong.empty();
    }

    /** The resources as of the last sample; a volatile read. */
    ResourceUse use();

    /** Why the level is Emergency, in a sentence for the user. */
    String emergencyReason();

    /** Whether memory is above its hard limit; a volatile read. */
    boolean hardLimitExceeded();

    /** Free space is below what the next bytes need. */
    final class OutOfSpaceException extends Exception {
        private static final long serialVersionUID = 1L;

        /** Makes an exception with a message for the user. */
        public OutOfSpaceException(String message) {
            super(message);
        }
    }

    @Override
    void close();
}
