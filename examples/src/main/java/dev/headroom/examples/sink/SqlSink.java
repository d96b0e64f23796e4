package dev.headroom.examples.sink;

import dev.headroom.sink.TableSink;
import dev.headroom.table.Column;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes each row as an INSERT statement. It can write a batch and nothing else, which is enough. */
final class SqlSink implements TableSink {
    private final List<Column> columns;
    private final String insert;
    private final Writer out;

    SqlSink(TableSchema schema, Path file) throws IOException {
        columns = schema.columns();
        insert = "INSERT INTO " + schema.name() + " VALUES (";
        out = Files.newBufferedWriter(file);
        out.write(columns.stream()
                .map(column -> column.name() + " " + type(column))
                .collect(Collectors.joining(", ", "CREATE TABLE " + schema.name() + " (", ");\n")));
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(19," + column.scale() + ")";
            case TEXT -> "VARCHAR";
            case DATE, TIME, TIMESTAMP, BOOLEAN -> column.type().name();
        };
    }

    @Override
    public void write(RecordBatch batch) throws IOException {
        for (RowCursor row = batch.cursor(); row.next(); ) {
            out.write(insert);
            for (int column = 0; column < columns.size(); column++) {
                out.write(column == 0 ? "" : ", ");
                out.write(value(row, column));
            }
            out.write(");\n");
        }
    }

    private String value(RowCursor row, int column) {
        if (row.isOverridden(column)) {
            return quoted(row.getOverride(column));
        }
        if (row.isNull(column)) {
            return "NULL";
        }
        return switch (columns.get(column).type()) {
            case INTEGER -> Long.toString(row.getLong(column));
            case DECIMAL -> row.getDecimal(column).toPlainString();
            case DATE -> quoted(row.getDate(column).toString());
            case TIME -> quoted(row.getTime(column).toString());
            case TIMESTAMP -> quoted(row.getTimestamp(column).toString());
            case BOOLEAN -> row.getBoolean(column) ? "TRUE" : "FALSE";
            case TEXT -> quoted(row.getText(column));
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
