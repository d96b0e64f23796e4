package dev.headroom.guard.macos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code top -l 1} prints about the CPUs: a line such as {@code CPU usage: 7.69% user, 15.38% sys, 76.92% idle}, with a decimal comma
 * in some locales.
 */
final class TopOutput {
    private static final Pattern LINE = Pattern.compile(
            "^CPU usage: *([0-9]+(?:[.,][0-9]+)?)% user, *([0-9]+(?:[.,][0-9]+)?)% sys, *([0-9]+(?:[.,][0-9]+)?)% idle\\h*$",
            Pattern.MULTILINE);
    /** Three rounded shares add up to about all. */
    private static final double ROUNDING = 1.0;

    private TopOutput() {}

    /** The share of the time in which the CPUs worked, from 0 to 1; NaN if the output does not tell it. */
    static double busyShare(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            return Double.NaN;
        }
        double user = percent(line.group(1));
        double system = percent(line.group(2));
        double idle = percent(line.group(3));
        if (Math.abs(user + system + idle - 100) > ROUNDING) {
            return Double.NaN;
        }
        return Math.min(1, (user + system) / 100);
    }

    private static double percent(String number) {
        return Double.parseDouble(number.replace(',', '.'));
    }
}
