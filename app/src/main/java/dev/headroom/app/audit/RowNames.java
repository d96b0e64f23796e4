package dev.headroom.app.audit;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The keys of rows that break a rule, for whoever reads of them. Tables are read once more, as far as the last of these rows. */
final class RowNames {
    private final Map<String, Map<Long, String>> names = new HashMap<>();

    private RowNames() {}

    static RowNames read(RunTables tables, RuleFindings findings) throws IOException {
        Map<String, TreeSet<Long>> rows = new HashMap<>();
        for (Rule rule : Rule.values()) {
            for (RuleFindings.Violation violation : findings.kept(rule)) {
                if (violation.row() > 0 && tables.has(violation.table())) {
                    rows.computeIfAbsent(violation.table(), table -> new TreeSet<>())
                            .add(violation.row());
                }
            }
        }
        RowNames found = new RowNames();
        for (Map.Entry<String, TreeSet<Long>> wanted : rows.entrySet()) {
            found.names.put(wanted.getKey(), read(tables, wanted.getKey(), wanted.getValue()));
        }
        return found;
    }

    private static Map<Long, String> read(RunTables tables, String table, NavigableSet<Long> rows) throws IOException {
        Map<Long, String> found = new HashMap<>();
        TableSchema schema = tables.schema(table);
        if (schema == null) {
            return found;
        }
        try (TableCursor cursor = TableCursor.asFile(tables, table)) {
            while (cursor.row() < rows.last() && cursor.next()) {
                if (rows.contains(cursor.row())) {
                    found.put(cursor.row(), name(cursor, schema));
                }
            }
        }
        return found;
    }

    private static String name(TableCursor cursor, TableSchema schema) throws IOException {
        StringBuilder name = new StringBuilder();
        for (Column column : schema.columns()) {
            if (column.key()) {
                name.append(name.isEmpty() ? " (" : ", ").append(cursor.text(cursor.column(column.name())));
            }
        }
        return name.isEmpty() ? "" : name.append(')').toString();
    }

    /** The key of a row, in parentheses after a space; empty if it is not known. */
    String of(String table, long row) {
        return names.getOrDefault(table, Map.of()).getOrDefault(row, "");
    }
}
