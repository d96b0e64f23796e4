package dev.headroom.guard;

import dev.headroom.probe.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes readings that may hang on a daemon thread of its own. Whoever asks waits for a bounded time only, and not at all while an earlier
 * reading hangs: there is one thread, however often it is asked. It ends when nobody has asked for some seconds, and comes back.
 *
 * <p>Safe for several threads. Asking and waiting costs some 10 µs, two changes of thread.
 */
final class ProbeThread {
    private static final long IDLE_MILLIS = 10_000;

    private final String name;
    private final Runnable reading;
    private final Runnable end;
    private final TimeSource time;
    private @Nullable Thread thread;
    private long asked;
    private long answered;
    private long beganAt;
    private boolean inReading;
    private boolean closed;
    private boolean ended;

    /**
     * Makes a thread that is started when it is first asked.
     *
     * @param reading what it does when asked; must not throw
     * @param end what it does after the last reading, once
     */
    ProbeThread(String name, Runnable reading, Runnable end, TimeSource time) {
        this.name = name;
        this.reading = reading;
        this.end = end;
        this.time = time;
    }

    /**
     * Asks for a reading, and waits for one that begins from now on.
     *
     * @param patienceNanos for how long at most; a reading that has been under way for longer is not waited for at all
     * @return whether there is one
     */
    synchronized boolean read(long patienceNanos) {
        if (closed) {
            return false;
        }
        boolean hangs = underWayNanos() > patienceNanos;
        asked++;
        if (thread == null) {
            Thread started = new Thread(this::work, name);
            started.setDaemon(true);
            started.start();
            thread = started;
        }
        notifyAll();
        return !hangs && await(asked, patienceNanos);
    }

    /** For how long the present reading has been under way; 0 if there is none. */
    synchronized long underWayNanos() {
        return inReading ? Math.max(0, time.nanoTime() - beganAt) : 0;
    }

    private synchronized boolean await(long ticket, long patienceNanos) {
        long end = System.nanoTime() + patienceNanos;
        while (answered < ticket && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return answered >= ticket;
    }

    private void work() {
        try {
            long ticket;
            while ((ticket = next()) > 0) {
                try {
                    reading.run();
                } finally {
                    finish(ticket);
                }
            }
        } finally {
            leave();
        }
    }

    /** Which request is to be answered next; 0 if the thread is to end, and is no longer counted on. */
    @SuppressWarnings("WaitNotInLoop") // to wake for nothing only ends an idle thread
    private synchronized long next() {
        try {
            if (asked == answered && !closed) {
                wait(IDLE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody has a reason to; the next request starts another thread.
            thread = null;
            return 0;
        }
        if (closed || asked == answered) {
            thread = null;
            return 0;
        }
        inReading = true;
        beganAt = time.nanoTime();
        return asked;
    }

    private void leave() {
        synchronized (this) {
            if (thread == Thread.currentThread()) {
                thread = null;
            }
        }
        endOnce();
    }

    private void endOnce() {
        synchronized (this) {
            if (!closed || thread != null || ended) {
                return;
            }
            ended = true;
        }
        end.run();
    }

    private synchronized void finish(long ticket) {
        inReading = false;
        answered = ticket;
        notifyAll();
    }

    /** Ends the thread, after the reading that is under way. Never waits for it. */
    void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        endOnce();
    }
}
