package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.sink.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the range log.
 *
 * @param index number of the range
 * @param level its level
 * @param entries its journal entries
 * @param parts its part of each output, in the order of the manifest's outputs; null where it has none
 */
record RecordedRange(long index, DegradationLevel level, long entries, List<@Nullable Part> parts) {
    /**
     * A range's part of an output.
     *
     * @param rows its rows
     * @param segment its bytes
     */
    record Part(long rows, Segment segment) {}

    /** Bytes of all outputs. */
    long bytes() {
        long bytes = 0;
        for (Part part : parts) {
            bytes += part == null ? 0 : part.segment().length();
        }
        return bytes;
    }
}
