package dev.headroom.examples.sink;

import dev.headroom.sink.SinkProvider;
import dev.headroom.sink.SinkRequest;
import dev.headroom.sink.TableSink;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.List;

/** The format {@code sql}: scripts that make a table and fill it. */
public final class SqlSinkProvider implements SinkProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public SqlSinkProvider() {}

    @Override
    public String format() {
        return "sql";
    }

    @Override
    public String description() {
        return "CREATE TABLE and INSERT statements";
    }

    @Override
    public boolean resumable() {
        return false;
    }

    @Override
    public List<String> fileNames(TableSchema schema) {
        return List.of(schema.name() + ".sql");
    }

    @Override
    public TableSink open(SinkRequest request) throws IOException {
        String name = fileNames(request.schema()).get(0);
        return new SqlSink(request.schema(), request.directory().resolve(name));
    }
}
