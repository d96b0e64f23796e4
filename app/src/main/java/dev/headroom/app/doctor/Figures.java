package dev.headroom.app.doctor;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Figures in words, the same in every locale. */
final class Figures {
    private static final double MB = 1 << 20;
    private static final double GB = 1 << 30;

    private Figures() {}

    static String bytes(double bytes) {
        return bytes < 10 * GB
                ? String.format(Locale.ROOT, "%.0f MB", Math.floor(bytes / MB))
                : String.format(Locale.ROOT, "%.1f GB", bytes / GB);
    }

    static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes((double) bytes.getAsLong()) : "unknown";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.0f %%", share.getAsDouble() * 100) : "unknown";
    }

    static String decimal(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "unknown";
    }
}
