package dev.headroom.sinks;

import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;

/** A format with one file for each table, named after the table and the format. */
abstract sealed class FileSinkProvider implements SinkProvider
        permits CsvSinkProvider, JsonSinkProvider, NdjsonSinkProvider {
    private final String format;
    private final String description;
    private final RowSyntax syntax;

    FileSinkProvider(String format, String description, RowSyntax syntax) {
        this.format = format;
        this.description = description;
        this.syntax = syntax;
    }

    @Override
    public final String format() {
        return format;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final boolean resumable() {
        return true;
    }

    @Override
    public final List<String> fileNames(TableSchema schema) {
        return List.of(schema.name() + "." + format);
    }

    @Override
    public final EncodingSink open(SinkRequest request) throws IOException {
        TableSchema schema = request.schema();
        return FileSink.open(
                new TableSyntax(syntax, schema),
                request.directory().resolve(fileNames(schema).get(0)),
                request.startPosition());
    }
}
