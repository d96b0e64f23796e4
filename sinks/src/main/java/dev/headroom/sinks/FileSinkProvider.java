package dev.headroom.sinks;

import dev.headroom.sink.Compression;
import dev.headroom.sink.EncodingSink;
import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A format with one file for each table, named after the table, the format and the compression. */
sealed class FileSinkProvider implements SinkProvider permits CsvSinkProvider, JsonSinkProvider, NdjsonSinkProvider {
    private final String format;
    private final String description;
    private final RowSyntax syntax;
    private final Frames frames;

    FileSinkProvider(String format, String description, RowSyntax syntax) {
        this(format, description, syntax, Frames.NONE);
    }

    private FileSinkProvider(String format, String description, RowSyntax syntax, Frames frames) {
        this.format = format;
        this.description = description;
        this.syntax = syntax;
        this.frames = frames;
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
        return List.of(schema.name() + "." + format + frames.fileExtension());
    }

    @Override
    public final Optional<SinkProvider> compressed(Compression compression) throws IOException {
        Frames wanted = switch (compression.method()) {
            case NONE -> Frames.NONE;
            case GZIP -> new GzipFrames(compression.level());
            case ZSTD -> ZstdFrames.load(compression.level());
        };
        return Optional.of(new FileSinkProvider(format, description, syntax, wanted));
    }

    @Override
    public final long encoderBytes(List<TableSchema> tables) {
        return frames.encoderBytes(tables.size());
    }

    @Override
    public final EncodingSink open(SinkRequest request) throws IOException {
        TableSchema schema = request.schema();
        return FileSink.open(
                new TableSyntax(syntax, schema),
                frames,
                request.directory().resolve(fileNames(schema).get(0)),
                request.startPosition());
    }
}
