package dev.headroom.app.run;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The wish that a run stops, with the first reason that was given. Safe for use by many threads. */
public final class StopRequest {
    /**
     * A reason in detail.
     *
     * @param reason what kind of reason
     * @param message what happened, for the user
     * @param cause the fault behind it, or null
     */
    record Stop(StopReason reason, String message, @Nullable Throwable cause) {}

    private final AtomicReference<@Nullable Stop> first = new AtomicReference<>();

    /** Asks for a stop: ranges in production are completed, no new one is begun. */
    public void request(StopReason reason, String message) {
        request(reason, message, null);
    }

    void request(StopReason reason, String message, @Nullable Throwable cause) {
        first.compareAndSet(null, new Stop(reason, message, cause));
    }

    boolean isRequested() {
        return first.get() != null;
    }

    @Nullable
    Stop stop() {
        return first.get();
    }
}
