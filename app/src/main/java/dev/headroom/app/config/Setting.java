package dev.headroom.app.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A key of the configuration.
 *
 * @param <C> the part of the configuration that holds the value
 * @param <T> the value
 * @param path the key with its sections, such as {@code transactions.target_count}
 * @param type how values are written
 * @param defaultValue what counts where the key is not given; null where that depends on something else
 * @param defaultText the default for people
 * @param unit the unit for people; empty where there is none
 * @param effect what the key does, for people
 * @param reader the value in a configuration; null where it has none
 * @param derived whether a value that is not given follows other keys; a file for people leaves it to them
 */
record Setting<C, T>(
        String path,
        ValueType<T> type,
        @Nullable T defaultValue,
        String defaultText,
        String unit,
        String effect,
        Function<C, @Nullable T> reader,
        boolean derived) {

    /** A key with a default. */
    static <C, T> Setting<C, T> of(
            String path,
            ValueType<T> type,
            T defaultValue,
            String unit,
            String effect,
            Function<C, @Nullable T> reader) {
        return new Setting<>(
                path, type, defaultValue, type.toJson(defaultValue).replace("\"", ""), unit, effect, reader, false);
    }

    /** A key whose default depends on something else. */
    static <C, T> Setting<C, T> optional(
            String path,
            ValueType<T> type,
            String defaultText,
            String unit,
            String effect,
            Function<C, @Nullable T> reader) {
        return new Setting<>(path, type, null, defaultText, unit, effect, reader, false);
    }

    /** A key whose value is made of those of other keys where it is not given. */
    static <C, T> Setting<C, T> derived(
            String path,
            ValueType<T> type,
            String defaultText,
            String unit,
            String effect,
            Function<C, @Nullable T> reader) {
        return new Setting<>(path, type, null, defaultText, unit, effect, reader, true);
    }

    /** The key without its sections. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The sections that the key is in. */
    String section() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The value in a configuration as JSON; null where there is none. */
    @Nullable
    String render(C configuration) {
        T value = reader.apply(configuration);
        return value == null ? null : type.toJson(value);
    }
}
