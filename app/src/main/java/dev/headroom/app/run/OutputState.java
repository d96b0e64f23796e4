package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What the manifest keeps of one output.
 *
 * @param name file name, or {@code table:format} for a sink without files
 * @param table the table's name
 * @param format the format's name
 * @param rows rows in completed ranges
 * @param bytes position after the last completed range; a file may be longer while a run writes, or by what ends the format
 */
@JsonPropertyOrder({"name", "table", "format", "rows", "bytes"})
public record OutputState(String name, String table, String format, long rows, long bytes) {
    static OutputState of(TableOutput output) {
        return new OutputState(output.name(), output.table().name(), output.format(), output.rows(), output.position());
    }
}
