package dev.headroom.sink;

import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Offers one output format. Found by {@link java.util.ServiceLoader}, so an implementation is public, has a public constructor
 * without parameters (or a {@code provider} method), and is named in {@code META-INF/services} and, in a named module, in a {@code
 * provides} clause.
 *
 * <p>Implementations are stateless and safe for use by many threads. Only {@link #open} may block.
 */
public interface SinkProvider {
    /** The format's name as users write it: lower-case letters, digits and hyphens, such as {@code csv}. */
    String format();

    /** What the format is, in one line for people. */
    String description();

    /** Whether the sinks that {@link #open} returns are {@link ResumableSink}s. */
    boolean resumable();

    /**
     * The names of the files that a sink for a table writes in the run directory; empty for a sink that writes elsewhere.
     * A run refuses a directory in which one of them exists.
     */
    List<String> fileNames(TableSchema schema);

    /**
     * A provider of the same format whose sinks compress what they write; its {@link #fileNames} are its own.
     *
     * @param compression any but {@link Compression#NONE}
     * @return empty if the format cannot be compressed so, as is the default
     * @throws IOException if the compressor does not work on this machine; the message says why, and what to do
     */
    default Optional<SinkProvider> compressed(Compression compression) throws IOException {
        return Optional.empty();
    }

    /**
     * The memory that the encoders of one thread take together for what they keep from one call to the next, on and off the heap, in bytes,
     * as far as it can be told beforehand; 0 by default. A run counts it when it divides its memory.
     *
     * @param tables the tables of the run, each of which has an encoder
     */
    default long encoderBytes(List<TableSchema> tables) {
        return 0;
    }

    /**
     * Opens a sink for one table.
     *
     * @throws IOException if the sink cannot be opened; the message says what is wrong and where
     */
    TableSink open(SinkRequest request) throws IOException;
}
