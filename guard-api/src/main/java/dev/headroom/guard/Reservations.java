package dev.headroom.guard;

import java.util.HashMap;
import java.util.Map;

/**
 * What is promised on each file system, for all guards of the process: space is one thing, however many paths and guards look at it. Safe
 * for several threads.
 */
final class Reservations {
    private static final Reservations OF_THIS_PROCESS = new Reservations();

    private final Map<String, Account> accounts = new HashMap<>();

    /** The books of the process. They are kept for as long as it runs; an account for each file system. */
    static Reservations ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** The account of a file system, the same for equal names; one of its own for an empty name. */
    synchronized Account of(String fileSystem) {
        return fileSystem.isEmpty() ? new Account() : accounts.computeIfAbsent(fileSystem, name -> new Account());
    }

    /**
     * The promises on one file system.
     *
     * <p>A reading of free space is out of date as soon as somebody writes. So the account counts what has left it, and a reading is
     * believed less what has left since it began: then nothing is promised twice, however old the reading is.
     */
    static final class Account {
        private long outstanding;
        private long settled;

        /** What is reserved and not yet written, in bytes. */
        synchronized long outstanding() {
            return outstanding;
        }

        /** All that was ever written, or given back and perhaps written, in bytes: to be noted when a reading begins. */
        synchronized long settled() {
            return settled;
        }

        /** What a reading leaves, less what is promised; negative where more is promised than there is. */
        synchronized long available(long free, long settledBefore) {
            return free - outstanding - (settled - settledBefore);
        }

        /** Reserves, if a reading leaves so much. */
        synchronized boolean reserve(long bytes, long free, long settledBefore) {
            if (available(free, settledBefore) < bytes) {
                return false;
            }
            outstanding += bytes;
            return true;
        }

        /** Reserves where nothing is known. */
        synchronized void reserveUnchecked(long bytes) {
            outstanding += bytes;
        }

        /** Takes a promise back: its bytes were written, or may have been. */
        synchronized void settle(long bytes) {
            outstanding -= bytes;
            settled += bytes;
        }
    }
}
