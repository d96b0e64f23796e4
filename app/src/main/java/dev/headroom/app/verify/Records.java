package dev.headroom.app.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that the data of a range are well-formed in a format, and counts their records. Used by one thread at a time. */
interface Records extends Content {
    /**
     * Records of a format.
     *
     * @param columns the table's columns; null if they are not known
     * @return null for a format that is not known here
     */
    static @Nullable Records of(String format, @Nullable List<String> columns) {
        return switch (format) {
            case "csv" -> new CsvRecords(columns);
            case "json" -> new JsonRecords(columns, true);
            case "ndjson" -> new JsonRecords(columns, false);
            default -> null;
        };
    }

    /**
     * Begins a range's data.
     *
     * @param first whether the file begins with them
     * @param empty whether no record stands before them
     */
    void begin(boolean first, boolean empty);

    /** Checks that the data end with a record. */
    void end() throws DamageException;

    /** Records so far, of this range. */
    long count();

    /** What follows the last range, expanded, once the file is whole. */
    String footer(boolean empty);
}
