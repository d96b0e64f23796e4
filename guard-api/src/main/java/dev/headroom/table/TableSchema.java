package dev.headroom.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name, meaning and columns of a table. Immutable and safe for use by many threads.
 *
 * <p>The order of the columns is the order in which sinks write them.
 */
public final class TableSchema {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final String name;
    private final String description;
    private final List<Column> columns;
    private final Map<String, Integer> indexes;
    private final boolean grouped;

    /**
     * Makes a schema.
     *
     * @param name lower snake_case name; also the stem of the table's file names
     * @param description what a row stands for, in one sentence
     * @param columns at least one column, each name once
     * @throws IllegalArgumentException if the name is malformed, there is no column, or a name occurs twice
     */
    public TableSchema(String name, String description, List<Column> columns) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("table name '" + name + "' is not lower snake_case");
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no columns");
        }
        this.name = name;
        this.description = description;
        this.columns = List.copyOf(columns);
        this.indexes = new HashMap<>();
        boolean anyGrouped = false;
        for (int i = 0; i < this.columns.size(); i++) {
            Column column = this.columns.get(i);
            if (indexes.put(column.name(), i) != null) {
                throw new IllegalArgumentException("table " + name + " has two columns named " + column.name());
            }
            anyGrouped |= column.repetition() == Repetition.PER_GROUP;
        }
        this.grouped = anyGrouped;
    }

    /** Lower snake_case name; also the stem of the table's file names. */
    public String name() {
        return name;
    }

    /** What a row stands for, in one sentence. */
    public String description() {
        return description;
    }

    /** The columns in writing order; immutable. */
    public List<Column> columns() {
        return columns;
    }

    /** Whether at least one column has one value for each group of rows. */
    public boolean isGrouped() {
        return grouped;
    }

    /**
     * Position of a column, from 0.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public int indexOf(String columnName) {
        Integer index = indexes.get(columnName);
        if (index == null) {
            throw new IllegalArgumentException("table " + name + " has no column " + columnName);
        }
        return index;
    }

    @Override
    public String toString() {
        return name + columns.stream().map(Column::name).toList();
    }
}
