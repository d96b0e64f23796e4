package dev.headroom.sinks;

/**
 * A JSON array for each table, in UTF-8: one file {@code <table>.json} with an object for each row, on a line of its own. A table
 * without rows is {@code []}. What the objects look like is said at {@link NdjsonSinkProvider}.
 *
 * <p>The end of the array is written by {@link dev.headroom.sink.TableSink#finish} and lies beyond the last position, so that a
 * sink that is reopened takes it away and goes on.
 */
public final class JsonSinkProvider extends FileSinkProvider {
    /** For {@link java.util.ServiceLoader} and direct use. */
    public JsonSinkProvider() {
        super("json", "JSON arrays, one file per table", JsonSyntax.array());
    }
}
