package dev.headroom.app.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets ranges be produced in any order and written in order, with bounded memory.
 *
 * <p>One range has the <em>turn</em>: its thread writes to the sinks directly. The others put their bytes into slabs; when no slab is
 * left they wait until one is free or they have the turn. The range that has the turn never waits for memory, so there is always
 * progress. Whoever completes the range that has the turn also writes the completed ranges that follow it.
 */
final class OrderedWriter {
    /** Takes the ranges in order, each when all its bytes are in the sinks; called by one thread at a time. */
    @FunctionalInterface
    interface Committer {
        void commit(CompletedRange range) throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Long, RangeOutput> completed = new HashMap<>();
    private final ArrayDeque<byte[]> freeSlabs = new ArrayDeque<>();
    private final int slabBytes;
    private final int mostWaiting;
    private final Committer committer;
    private int slabsToMake;
    private volatile long turn;
    private boolean aborted;

    /**
     * Makes a writer.
     *
     * @param firstRange the range that has the turn first
     * @param slabBytes size of a slab
     * @param slabCount the most slabs that are ever made
     * @param mostWaiting the most ranges that are complete and wait for their turn
     */
    OrderedWriter(long firstRange, int slabBytes, int slabCount, int mostWaiting, Committer committer) {
        this.turn = firstRange;
        this.slabBytes = slabBytes;
        this.slabsToMake = slabCount;
        this.mostWaiting = mostWaiting;
        this.committer = committer;
    }

    boolean hasTurn(long range) {
        return turn == range;
    }

    /** Waits until a range has the turn. */
    void awaitTurn(long range) {
        lock.lock();
        try {
            while (turn != range) {
                awaitChange();
            }
            throwIfAborted();
        } finally {
            lock.unlock();
        }
    }

    /** A slab, or null once the range has the turn. Waits for the one or the other. */
    byte @Nullable [] slabUnlessTurn(long range) {
        lock.lock();
        try {
            while (turn != range) {
                byte[] slab = freeSlabs.pollFirst();
                if (slab != null) {
                    return slab;
                }
                if (slabsToMake > 0) {
                    slabsToMake--;
                    return new byte[slabBytes];
                }
                awaitChange();
            }
            throwIfAborted();
            return null;
        } finally {
            lock.unlock();
        }
    }

    int slabBytes() {
        return slabBytes;
    }

    void giveBack(byte[] slab) {
        lock.lock();
        try {
            freeSlabs.addFirst(slab);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Ends a range: writes and commits it and its completed followers if it has the turn, else leaves it to its predecessor. Where as many as
     * may be are left already, it waits until one more may be left, or the range has the turn.
     */
    void complete(RangeOutput range) throws IOException {
        lock.lock();
        try {
            throwIfAborted();
            while (turn != range.index()) {
                if (completed.size() < mostWaiting) {
                    completed.put(range.index(), range);
                    return;
                }
                awaitChange();
            }
        } finally {
            lock.unlock();
        }
        RangeOutput current = range;
        while (current != null) {
            current.writeWaiting();
            committer.commit(current);
            current = passTurn(current);
        }
    }

    private @Nullable RangeOutput passTurn(RangeOutput range) {
        lock.lock();
        try {
            throwIfAborted();
            turn = range.index() + 1;
            changed.signalAll();
            return completed.remove(turn);
        } finally {
            lock.unlock();
        }
    }

    /** Makes every thread that waits or will wait here, or completes a range, throw {@link RunAbortedException}. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void awaitChange() {
        throwIfAborted();
        changed.awaitUninterruptibly();
        throwIfAborted();
    }

    private void throwIfAborted() {
        if (aborted) {
            throw new RunAbortedException();
        }
    }
}
