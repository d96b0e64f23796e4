package dev.headroom.generator.master;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when asked for, kept until cleared, and equal each time it is made. Safe for use by many threads. */
public final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    /**
     * A value that is not made yet.
     *
     * @param maker of equal values
     */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value; made if there is none. */
    public T get() {
        T kept = value;
        return kept != null ? kept : make();
    }

    private synchronized T make() {
        T kept = value;
        if (kept == null) {
            kept = maker.get();
            value = kept;
        }
        return kept;
    }

    /** Drops the value, also one that is being made; whoever has got it can go on using it. */
    public synchronized void clear() {
        value = null;
    }
}
