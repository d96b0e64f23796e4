/**
 * The sink SPI: where record batches go.
 *
 * <p>A {@link dev.headroom.sink.SinkProvider} names a format and opens a sink for each table. What a sink can do decides how a run
 * treats it: a {@link dev.headroom.sink.TableSink} gets batches in order on one thread; a {@link dev.headroom.sink.ResumableSink}
 * can be reopened where a stop left it; an {@link dev.headroom.sink.EncodingSink} lets many threads encode.
 */
@NullMarked
package dev.headroom.sink;

import org.jspecify.annotations.NullMarked;
