package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.headroom.generator.Range;

/**
 * What a process has generated of a run: with {@code resume} and {@code repair} less than there is.
 *
 * @param ranges ranges that it generated and completed
 * @param entries journal entries in them
 */
@JsonPropertyOrder({"ranges", "entries"})
public record GeneratedCount(long ranges, long entries) {
    static final GeneratedCount NOTHING = new GeneratedCount(0, 0);

    GeneratedCount plus(Range range) {
        return new GeneratedCount(ranges + 1, entries + range.entries());
    }
}
