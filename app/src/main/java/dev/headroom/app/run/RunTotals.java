package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What completed ranges add up to, at one moment.
 *
 * @param ranges completed ranges
 * @param entries journal entries in them
 * @param journalLines rows of {@code journal_entries} in them
 * @param rows rows of all tables, once whatever the number of formats
 * @param bytes bytes in all outputs
 */
@JsonPropertyOrder({"ranges", "entries", "journal_lines", "rows", "bytes"})
public record RunTotals(
        long ranges,
        long entries,
        @JsonProperty("journal_lines") long journalLines,
        long rows,
        long bytes) {
    static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0);

    RunTotals plusRange(long moreEntries, long moreLines, long moreRows, long moreBytes) {
        return new RunTotals(
                ranges + 1, entries + moreEntries, journalLines + moreLines, rows + moreRows, bytes + moreBytes);
    }
}
