package dev.headroom.app.cli;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables as standard SQL: a {@code CREATE TABLE} statement for each, after those of the tables that it refers to.
 *
 * <p>A reference to one of several key columns, such as that of a document to its entry, which has a row for each line, leads to a table
 * of that column's values. References to rows that may come later, of the same table or in a circle, are comments, since a system that
 * checks each row when it is inserted would not load them.
 */
final class SqlSchema {
    private final Map<String, TableSchema> tables = new LinkedHashMap<>();
    /** What columns refer to, as {@code table.column}. */
    private final Set<String> targets = new HashSet<>();
    /** Tables of the values of a column, by the column as {@code table.column}. */
    private final Map<String, TableSchema> values = new LinkedHashMap<>();

    private final Map<String, String> statements = new LinkedHashMap<>();

    SqlSchema(List<TableSchema> catalogue) {
        for (TableSchema table : catalogue) {
            tables.put(table.name(), table);
            table.columns().stream()
                    .map(Column::references)
                    .filter(Objects::nonNull)
                    .forEach(targets::add);
        }
        for (TableSchema table : catalogue) {
            List<Column> keys = keys(table);
            keys.stream()
                    .filter(key -> keys.size() > 1 && targets.contains(name(table, key)))
                    .forEach(key -> values.put(name(table, key), valuesOf(table, key)));
        }
        catalogue.forEach(table -> add(table, new HashSet<>()));
    }

    /** The statements, in an order in which tables can be made and filled. */
    Collection<String> statements() {
        return statements.values();
    }

    /**
     * Adds a table after those that it refers to.
     *
     * @param pending the tables that wait for this one: what they wait for goes in a circle where it comes back to them
     */
    private void add(TableSchema table, Set<TableSchema> pending) {
        if (statements.containsKey(table.name()) || !pending.add(table)) {
            return;
        }
        table.columns().forEach(column -> target(table, column).forEach(target -> add(target.table(), pending)));
        statements.put(table.name(), statement(table));
        pending.remove(table);
    }

    private String statement(TableSchema table) {
        List<String> parts = new ArrayList<>();
        StringBuilder later = new StringBuilder();
        for (Column column : table.columns()) {
            boolean unique = !column.key() && targets.contains(name(table, column));
            parts.add(quoted(column.name()) + " " + type(column) + (column.nullable() ? "" : " NOT NULL")
                    + (unique ? " UNIQUE" : ""));
        }
        List<String> keys = keys(table).stream().map(key -> quoted(key.name())).toList();
        if (!keys.isEmpty()) {
            parts.add("PRIMARY KEY (" + String.join(", ", keys) + ")");
        }
        for (Column column : table.columns()) {
            target(table, column).forEach(target -> {
                String constraint = "FOREIGN KEY (" + quoted(column.name()) + ") REFERENCES "
                        + quoted(target.table().name()) + " (" + quoted(target.column()) + ")";
                if (statements.containsKey(target.table().name())) {
                    parts.add(constraint);
                } else {
                    later.append("  -- , ").append(constraint).append('\n');
                }
            });
        }
        return "-- " + table.description() + "\nCREATE TABLE " + quoted(table.name()) + " (\n  "
                + String.join(",\n  ", parts) + "\n" + later + ");\n";
    }

    /** What a column refers to; nothing if it does not. */
    private Stream<Target> target(TableSchema table, Column column) {
        TableSchema own = values.get(name(table, column));
        if (own != null) {
            return Stream.of(new Target(own, column.name()));
        }
        String reference = column.references();
        if (reference == null) {
            return Stream.empty();
        }
        int dot = reference.indexOf('.');
        TableSchema referred = Objects.requireNonNull(tables.get(reference.substring(0, dot)), reference);
        return Stream.of(new Target(values.getOrDefault(reference, referred), reference.substring(dot + 1)));
    }

    private record Target(TableSchema table, String column) {}

    private static TableSchema valuesOf(TableSchema table, Column column) {
        String from = quoted(column.name()) + " FROM " + quoted(table.name());
        return new TableSchema(
                column.name().replaceFirst("_id$", "") + "s",
                "To be filled by: SELECT DISTINCT " + from,
                List.of(Column.text(column.name()).asKey()));
    }

    private static List<Column> keys(TableSchema table) {
        return table.columns().stream().filter(Column::key).toList();
    }

    private static String name(TableSchema table, Column column) {
        return table.name() + "." + column.name();
    }

    /** Some names, such as period, are words of SQL. */
    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DECIMAL(18, " + column.scale() + ")";
            case DATE, TIME, TIMESTAMP, BOOLEAN -> column.type().name();
            case TEXT -> "VARCHAR";
        };
    }
}
