package dev.headroom.app.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.headroom.degrade.DegradationLevel;
import java.util.Map;

/**
 * A line of {@code ranges.ndjson}.
 *
 * @param index number of the range
 * @param level its level
 * @param entries its journal entries
 * @param parts what each output got, by the output's name
 */
record LoggedRange(
        @JsonProperty(value = "range", required = true) long index,
        @JsonProperty(value = "level", required = true) DegradationLevel level,
        @JsonProperty(value = "entries", required = true) long entries,
        @JsonProperty(value = "outputs", required = true) Map<String, Part> parts) {

    /**
     * What one output got.
     *
     * @param rows rows
     * @param end position after them
     * @param crc32c checksum of the bytes, in hexadecimal
     */
    record Part(
            @JsonProperty(value = "rows", required = true) long rows,
            @JsonProperty(value = "end", required = true) long end,
            @JsonProperty(value = "crc32c", required = true) String crc32c) {}
}
