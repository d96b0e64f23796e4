package dev.headroom.app.run;

import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.ResumableSink;
import dev.headroom.sink.Segment;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One table in one format: its sink, and what the ranges written so far have put into it. */
final class TableOutput {
    private static final Segment NO_POSITIONS = new Segment(0, 0, 0);

    private final TableSchema table;
    private final int tableIndex;
    private final SinkProvider provider;
    private final String name;
    private TableSink sink;
    private long position;
    private long rows;
    private boolean unforced;

    private TableOutput(
            TableSchema table, int tableIndex, SinkProvider provider, TableSink sink, long position, long rows) {
        this.table = table;
        this.tableIndex = tableIndex;
        this.provider = provider;
        this.name = nameOf(provider, table);
        this.sink = sink;
        this.position = position;
        this.rows = rows;
    }

    /** Opens the sink where an earlier run has left it, or a new one at position 0 with no rows. */
    static TableOutput open(
            TableSchema table, int tableIndex, SinkProvider provider, Path directory, long position, long rows)
            throws IOException {
        TableSink sink = provider.open(new SinkRequest(table, directory, position));
        if (provider.resumable() && !(sink instanceof ResumableSink)) {
            try (sink) {
                throw new IOException("format " + provider.format()
                        + " says that its sinks can be resumed, and they cannot; its author has to mend it");
            }
        }
        return new TableOutput(table, tableIndex, provider, sink, position, rows);
    }

    /** The name under which the manifest keeps the output: its file's, or one made of table and format. */
    static String nameOf(SinkProvider provider, TableSchema table) {
        List<String> files = provider.fileNames(table);
        return files.isEmpty() ? table.name() + ":" + provider.format() : files.get(0);
    }

    TableSchema table() {
        return table;
    }

    int tableIndex() {
        return tableIndex;
    }

    String format() {
        return provider.format();
    }

    String name() {
        return name;
    }

    TableSink sink() {
        return sink;
    }

    /** The sink if it can encode on many threads, else null. */
    @Nullable
    EncodingSink encodingSink() {
        return sink instanceof EncodingSink encoding ? encoding : null;
    }

    /** End of the last segment; 0 for a sink that has no positions. */
    long position() {
        return position;
    }

    long rows() {
        return rows;
    }

    /** Ends a range's part of the output; it counts once it is {@linkplain #add added}. */
    Segment cut() throws IOException {
        return sink instanceof ResumableSink resumable ? resumable.cutSegment() : NO_POSITIONS;
    }

    /** Counts a part as written; cannot fail. */
    void add(Segment segment, long rangeRows) {
        rows += rangeRows;
        position = segment.end();
        unforced |= segment.length() > 0;
    }

    /** Lets the sink write what follows the last row. */
    void finish() throws IOException {
        sink.finish();
        unforced = true;
    }

    /** Whether the sink has written since it was last forced. */
    boolean isUnforced() {
        return unforced;
    }

    void force() throws IOException {
        if (sink instanceof ResumableSink resumable) {
            resumable.force();
        }
        unforced = false;
    }

    /** Takes back what was written after the last segment, where the sink can. */
    void rollBack(Path directory) throws IOException {
        if (sink instanceof ResumableSink) {
            sink.close();
            sink = provider.open(new SinkRequest(table, directory, position));
        }
    }
}
