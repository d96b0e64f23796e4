package dev.headroom.degrade;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One change of level and why it happened.
 *
 * @param sequence counts a controller's decisions, from 1
 * @param elapsedNanos when it happened: nanoseconds since the controller was made
 * @param transition what changed
 * @param resource the resource that decided
 * @param rule the name of the rule, such as {@code memory.minimal}, {@code disk.recover} or {@code memory.unknown}
 * @param measured the value that was measured: a pressure for memory, MB for disk; NaN where it was unknown
 * @param threshold the value that it was compared with, in the same unit; NaN where it was unknown
 * @param readingAgeNanos how old the readings were, in nanoseconds
 * @param secondsToExhaustion the forecast at that moment; empty if nothing was being used up
 * @param status everything that was known
 */
public record DecisionRecord(
        long sequence,
        long elapsedNanos,
        LevelTransition transition,
        Resource resource,
        String rule,
        double measured,
        double threshold,
        long readingAgeNanos,
        OptionalDouble secondsToExhaustion,
        ResourceStatus status) {
    /**
     * Puts the decision in one line, the same in every locale.
     *
     * @return for example {@code NORMAL -> MINIMAL by memory.minimal: memory pressure 0.873 against 0.850, reading 12 ms old}
     */
    public String describe() {
        StringBuilder text = new StringBuilder()
                .append(transition.from())
                .append(" -> ")
                .append(transition.to())
                .append(" by ")
                .append(rule);
        if (!Double.isNaN(measured)) {
            String format = resource == Resource.MEMORY
                    ? ": memory pressure %.3f against %.3f"
                    : ": %.1f MB of disk free against %.1f MB";
            text.append(String.format(Locale.ROOT, format, measured, threshold));
        }
        text.append(String.format(Locale.ROOT, ", reading %d ms old", readingAgeNanos / 1_000_000));
        if (secondsToExhaustion.isPresent()) {
            text.append(String.format(Locale.ROOT, ", exhausted in %.1f s", secondsToExhaustion.getAsDouble()));
        }
        return text.toString();
    }
}
