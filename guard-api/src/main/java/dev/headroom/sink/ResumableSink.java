package dev.headroom.sink;

import java.io.IOException;

/**
 * A sink that can be reopened at a position after a stop, see {@link SinkRequest#startPosition}.
 *
 * <p>What {@link #finish} writes lies beyond the last position, so that reopening cuts it off.
 */
public interface ResumableSink extends TableSink {
    /**
     * Ends a segment and begins the next one.
     *
     * @return the part of the table that was written since the sink was opened or a segment was last cut
     * @throws IOException if buffered rows could not be written
     */
    Segment cutSegment() throws IOException;

    /**
     * Makes everything up to the last segment survive a crash of the machine. May block for long.
     *
     * @throws IOException if that fails
     */
    void force() throws IOException;
}
