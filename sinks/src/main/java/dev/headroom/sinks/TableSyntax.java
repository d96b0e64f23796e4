package dev.headroom.sinks;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.List;

/** What one table looks like in a format; shared by all encoders of a sink. Safe for use by many threads. */
final class TableSyntax {
    private final RowSyntax row;
    private final TableSchema schema;
    private final byte[] header;
    private final ColumnSyntax[] columns;
    private final FixedBytes rowEnd;

    TableSyntax(RowSyntax row, TableSchema schema) {
        List<Column> all = schema.columns();
        this.row = row;
        this.schema = schema;
        this.header = row.header(schema);
        this.columns = new ColumnSyntax[all.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new ColumnSyntax(new CellSyntax(row, all.get(i), i == 0));
        }
        this.rowEnd = new FixedBytes(row.rowEnd());
    }

    TableSchema schema() {
        return schema;
    }

    /** What the table's file starts with. */
    byte[] header() {
        return header;
    }

    /** What every row begins with, and the first one of a file must do without. */
    byte[] separator() {
        return row.separator();
    }

    /** What the table's file ends with. */
    byte[] footer(boolean empty) {
        return row.footer(empty);
    }

    ColumnSyntax column(int index) {
        return columns[index];
    }

    /** What ends each row. */
    FixedBytes rowEnd() {
        return rowEnd;
    }
}
