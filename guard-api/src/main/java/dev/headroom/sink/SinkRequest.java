package dev.headroom.sink;

import dev.headroom.table.TableSchema;
import java.nio.file.Path;

/**
 * What a provider needs to open a sink for one table.
 *
 * @param schema the table
 * @param directory an existing directory for the sink's files
 * @param startPosition 0 for a new table; otherwise a {@link Segment#end() position} that an earlier sink reported: everything
 *     after it is discarded, and writing goes on there. Never other than 0 where the provider is not resumable
 */
public record SinkRequest(TableSchema schema, Path directory, long startPosition) {

    /**
     * Checks the position.
     *
     * @throws IllegalArgumentException if the position is negative
     */
    public SinkRequest {
        if (startPosition < 0) {
            throw new IllegalArgumentException("start position " + startPosition + " is negative");
        }
    }

    /** A request for a new table. */
    public static SinkRequest create(TableSchema schema, Path directory) {
        return new SinkRequest(schema, directory, 0);
    }
}
