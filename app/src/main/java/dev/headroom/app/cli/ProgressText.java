package dev.headroom.app.cli;

import dev.headroom.app.run.ResourceUse;
import dev.headroom.app.run.RunView;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Puts figures of a run into words, the same in every locale. */
final class ProgressText {
    private static final double KIB = 1024;
    private static final double NEAR_SECONDS = 10;

    private ProgressText() {}

    /** Bytes with a unit of 2^10, 2^20 …, such as {@code 1.5 GB}. */
    static String bytes(double bytes) {
        String[] units = {"B", "KB", "MB", "GB", "TB", "PB"};
        double value = bytes;
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= KIB;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    }

    /** A count with thousands separated by commas. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A duration as people say it: {@code 0.8 s}, {@code 12 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String seconds(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    /** The level, and for how long the run has been waiting for it to recover, if it does. */
    private static String level(RunView view) {
        OptionalDouble waiting = view.emergencyWaitSeconds();
        return view.use().level() + (waiting.isPresent() ? ", waiting for " + seconds(waiting.getAsDouble()) : "");
    }

    /** Level, memory against its limit, free disk and CPU, with the most important first, as a terminal may cut the rest. */
    private static String resources(RunView view) {
        ResourceUse use = view.use();
        StringBuilder text = new StringBuilder("level ").append(level(view));
        text.append(", memory ").append(orUnknown(use.memoryUsed()));
        if (use.memoryLimit().isPresent()) {
            text.append(" of ").append(bytes((double) use.memoryLimit().getAsLong()));
        }
        if (use.secondsToExhaustion().isPresent() && use.secondsToExhaustion().getAsDouble() < NEAR_SECONDS) {
            text.append(" (exhausted in ")
                    .append(seconds(use.secondsToExhaustion().getAsDouble()))
                    .append(')');
        }
        text.append(", disk ").append(orUnknown(use.diskFree())).append(" free");
        if (use.cpuLoad().isPresent()) {
            text.append(
                    String.format(Locale.ROOT, ", CPU %.0f %%", use.cpuLoad().getAsDouble() * 100));
        }
        return text.toString();
    }

    private static String orUnknown(OptionalLong value) {
        return value.isPresent() ? bytes((double) value.getAsLong()) : "unknown";
    }

    /** A whole line: percentage, entries, rate, resources, time left. */
    static String line(RunView view, double elapsedSeconds) {
        return String.format(
                Locale.ROOT,
                "%s  %s of %s entries, %s/s, %s%s",
                percent(view),
                count(view.totals().entries()),
                count(view.entryTarget()),
                count(Math.round(rate(view, elapsedSeconds))),
                resources(view),
                left(view, elapsedSeconds));
    }

    /** The same for a terminal, where 80 columns have to do. */
    static String live(RunView view, double elapsedSeconds) {
        ResourceUse use = view.use();
        String limit = use.memoryLimit().isPresent()
                ? "/" + bytes((double) use.memoryLimit().getAsLong())
                : "";
        return String.format(
                Locale.ROOT,
                "%s %s/s%s, %s, mem %s%s, disk %s%s",
                percent(view),
                count(Math.round(rate(view, elapsedSeconds))),
                left(view, elapsedSeconds),
                level(view),
                orUnknown(use.memoryUsed()),
                limit,
                orUnknown(use.diskFree()),
                use.cpuLoad().isPresent()
                        ? String.format(
                                Locale.ROOT, ", CPU %.0f %%", use.cpuLoad().getAsDouble() * 100)
                        : "");
    }

    /** A text of exactly so many columns: cut, or with blanks after it, which cover a longer one that stood there before. */
    static String fit(String text, int columns) {
        int width = Math.max(0, columns);
        return text.length() <= width ? text + " ".repeat(width - text.length()) : text.substring(0, width);
    }

    private static double rate(RunView view, double elapsedSeconds) {
        return elapsedSeconds <= 0 ? 0 : (view.totals().entries() - view.entriesBefore()) / elapsedSeconds;
    }

    private static String percent(RunView view) {
        double percent = view.entryTarget() == 0 ? 100 : 100.0 * view.totals().entries() / view.entryTarget();
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    private static String left(RunView view, double elapsedSeconds) {
        double rate = rate(view, elapsedSeconds);
        long left = view.entryTarget() - view.totals().entries();
        return rate > 0 && left > 0 ? ", " + seconds(left / rate) + " left" : "";
    }
}
