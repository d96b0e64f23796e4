package dev.headroom.table;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of a table. Immutable and safe for use by many threads.
 *
 * <p>Columns are made by a factory for their type and refined by the methods that follow it, each of which returns a new
 * column: {@code Column.text("vendor_id").references("vendors.vendor_id").describedAs("Vendor that delivers")}.
 *
 * @param name lower snake_case name, unique in its table
 * @param header what stands for the name in the first line of CSV: the name, unless the file is for a program that expects another
 * @param type type of the values
 * @param scale digits after the decimal point, 0 to 9; 0 unless the type is {@link ColumnType#DECIMAL}
 * @param repetition whether vectors of this column are indexed by row or by group
 * @param key whether the column is part of the table's primary key
 * @param essential whether the column keeps its values when only what the accounting rules need is generated
 * @param nullable whether a value can be absent
 * @param references the key that the values point to, as {@code table.column}; null where they point nowhere
 * @param description what the column means, with unit and source; one sentence
 */
// A module that reads this one needs no jspecify, so the annotation is not passed on.
@SuppressWarnings("exports")
public record Column(
        String name,
        String header,
        ColumnType type,
        int scale,
        Repetition repetition,
        boolean key,
        boolean essential,
        boolean nullable,
        @Nullable String references,
        String description) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_:]+");
    private static final Pattern REFERENCE = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

    /**
     * Checks the parts against one another.
     *
     * @throws IllegalArgumentException if a part is out of range or contradicts another
     */
    public Column {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(repetition, "repetition");
        Objects.requireNonNull(description, "description");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("column name '" + name + "' is not lower snake_case");
        }
        if (!HEADER.matcher(header).matches()) {
            throw new IllegalArgumentException(
                    "column " + name + ": header '" + header + "' has other characters than letters, digits, _ and :");
        }
        if (scale < 0 || scale > 9 || (scale != 0 && type != ColumnType.DECIMAL)) {
            throw new IllegalArgumentException("column " + name + ": scale " + scale + " does not fit type " + type);
        }
        if (references != null && !REFERENCE.matcher(references).matches()) {
            throw new IllegalArgumentException(
                    "column " + name + ": reference '" + references + "' is not of the form table.column");
        }
        if (key && nullable) {
            throw new IllegalArgumentException("column " + name + ": a key column cannot be null");
        }
    }

    private static Column of(String name, ColumnType type, int scale) {
        return new Column(name, name, type, scale, Repetition.PER_ROW, false, true, false, null, "");
    }

    /** An essential integer column that is never null. */
    public static Column integer(String name) {
        return of(name, ColumnType.INTEGER, 0);
    }

    /** An essential decimal column of the given scale that is never null. */
    public static Column decimal(String name, int scale) {
        return of(name, ColumnType.DECIMAL, scale);
    }

    /** An essential date column that is never null. */
    public static Column date(String name) {
        return of(name, ColumnType.DATE, 0);
    }

    /** An essential time-of-day column that is never null. */
    public static Column time(String name) {
        return of(name, ColumnType.TIME, 0);
    }

    /** An essential timestamp column that is never null. */
    public static Column timestamp(String name) {
        return of(name, ColumnType.TIMESTAMP, 0);
    }

    /** An essential boolean column that is never null. */
    public static Column bool(String name) {
        return of(name, ColumnType.BOOLEAN, 0);
    }

    /** An essential text column that is never null. */
    public static Column text(String name) {
        return of(name, ColumnType.TEXT, 0);
    }

    /** This column as part of the primary key. */
    public Column asKey() {
        return new Column(name, header, type, scale, repetition, true, essential, nullable, references, description);
    }

    /** This column with values that can be absent. */
    public Column asNullable() {
        return new Column(name, header, type, scale, repetition, key, essential, true, references, description);
    }

    /** This column as one that no accounting rule reads: it can be null, and is at level Minimal. */
    public Column asOptional() {
        return new Column(name, header, type, scale, repetition, key, false, true, references, description);
    }

    /** This column with one value for each group of rows. */
    public Column perGroup() {
        return new Column(
                name, header, type, scale, Repetition.PER_GROUP, key, essential, nullable, references, description);
    }

    /** This column with other words than its name in the first line of CSV: letters, digits, underscores and colons. */
    public Column withHeader(String text) {
        return new Column(name, text, type, scale, repetition, key, essential, nullable, references, description);
    }

    /** This column as a reference to a key, written {@code table.column}. */
    public Column references(String target) {
        return new Column(name, header, type, scale, repetition, key, essential, nullable, target, description);
    }

    /** This column with a description: meaning, unit and source in one sentence. */
    public Column describedAs(String text) {
        return new Column(name, header, type, scale, repetition, key, essential, nullable, references, text);
    }
}
