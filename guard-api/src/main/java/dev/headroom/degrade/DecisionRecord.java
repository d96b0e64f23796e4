package dev.headroom.degrade;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One change of level and why it happened. In shadow mode it is what would have changed.
 *
 * @param sequence counts a controller's decisions, from 1
 * @param elapsedNanos when it happened: nanoseconds since the controller was made
 * @param transition what changed
 * @param mode whether it took effect
 * @param resource the resource that decided
 * @param rule the name of the rule, such as {@code memory.minimal}, {@code disk.recover} or {@code memory.unknown}
 * @param measured the value that was measured: a pressure for memory, MB for disk; NaN where it was unknown
 * @param threshold the value that it was compared with, in the same unit; NaN where it was unknown
 * @param source what the measured value is that of: a limit or {@code heap} for memory, a path for disk; empty if that was not said
 * @param limit the memory limit that applied, in bytes; empty for disk, and where there was none or it was unknown
 * @param limitSource where that limit came from; empty for disk
 * @param readingAgeNanos how old the reading was, in nanoseconds
 * @param secondsToExhaustion the forecast at that moment; empty if nothing was being used up
 * @param status everything that was known
 */
public record DecisionRecord(
        long sequence,
        long elapsedNanos,
        LevelTransition transition,
        DegradationMode mode,
        Resource resource,
        String rule,
        double measured,
        double threshold,
        String source,
        OptionalLong limit,
        String limitSource,
        long readingAgeNanos,
        OptionalDouble secondsToExhaustion,
        ResourceStatus status) {
    private static final double MB = 1 << 20;

    /**
     * Puts the decision in one line, the same in every locale.
     *
     * @return for example {@code NORMAL -> MINIMAL by memory.minimal: memory pressure 0.873 (heap) against 0.850, limit 512.0 MB
     *     (cgroup v1 /a), reading 12 ms old}; in shadow mode with {@code (shadow)} before it
     */
    public String describe() {
        StringBuilder text = new StringBuilder()
                .append(mode == DegradationMode.SHADOW ? "(shadow) " : "")
                .append(transition.from())
                .append(" -> ")
                .append(transition.to())
                .append(" by ")
                .append(rule);
        String where = source.isEmpty() ? "" : " (" + source + ")";
        if (Double.isNaN(measured)) {
            text.append(": unknown").append(where);
        } else if (resource == Resource.MEMORY) {
            text.append(
                    String.format(Locale.ROOT, ": memory pressure %.3f%s against %.3f", measured, where, threshold));
        } else {
            text.append(
                    String.format(Locale.ROOT, ": %.1f MB of disk free%s against %.1f MB", measured, where, threshold));
        }
        if (limit.isPresent()) {
            text.append(String.format(Locale.ROOT, ", limit %.1f MB (%s)", limit.getAsLong() / MB, limitSource));
        }
        text.append(String.format(Locale.ROOT, ", reading %d ms old", readingAgeNanos / 1_000_000));
        if (secondsToExhaustion.isPresent()) {
            text.append(String.format(Locale.ROOT, ", exhausted in %.1f s", secondsToExhaustion.getAsDouble()));
        }
        return text.toString();
    }
}
