package dev.headroom.generator.master;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when asked for, kept until cleared, and equal each time it is made. Safe for use by many threads. */
final class Lazy<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T value;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    T get() {
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

    void clear() {
        value = null;
    }
}
