package dev.headroom.generator;

import dev.headroom.table.Column;
import dev.headroom.table.RowCursor;
import dev.headroom.table.TableSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, with values by column name. Immutable; safe for use by many threads; constant time.
 *
 * <p>A getter throws {@link IllegalArgumentException} if the table has no such column or it is of another type, and
 * {@link NullPointerException} if the value is absent, which {@link #isNull} says; the message names the column. Where a data-quality
 * issue has put a text in place of a value, {@link #altered} gives that text, and the getters give the clean value.
 */
// A module that reads this one needs no jspecify, so the annotation is not passed on.
@SuppressWarnings("exports")
public final class LedgerRecord {
    private final TableSchema schema;
    private final @Nullable Object[] values;
    private final @Nullable String[] altered;

    private LedgerRecord(TableSchema schema, @Nullable Object[] values, @Nullable String[] altered) {
        this.schema = schema;
        this.values = values;
        this.altered = altered;
    }

    /** The record that a cursor is at. */
    static LedgerRecord of(TableSchema schema, RowCursor cursor) {
        List<Column> columns = schema.columns();
        @Nullable Object[] values = new Object[columns.size()];
        @Nullable String[] altered = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cursor.isNull(i) ? null : value(cursor, columns.get(i), i);
            altered[i] = cursor.isOverridden(i) ? cursor.getOverride(i) : null;
        }
        return new LedgerRecord(schema, values, altered);
    }

    private static Object value(RowCursor cursor, Column column, int index) {
        return switch (column.type()) {
            case INTEGER -> cursor.getLong(index);
            case DECIMAL -> cursor.getDecimal(index);
            case DATE -> cursor.getDate(index);
            case TIME -> cursor.getTime(index);
            case TIMESTAMP -> cursor.getTimestamp(index);
            case BOOLEAN -> cursor.getBoolean(index);
            case TEXT -> cursor.getText(index);
        };
    }

    /** The table that the record is of. */
    public TableSchema schema() {
        return schema;
    }

    /** Whether a value is absent. */
    public boolean isNull(String column) {
        return values[schema.indexOf(column)] == null;
    }

    /** The text that a data-quality issue has put in place of a value; null if there is none. */
    public @Nullable String altered(String column) {
        return altered[schema.indexOf(column)];
    }

    /** A text, such as an id, a code or a name. */
    public String text(String column) {
        return present(column, String.class);
    }

    /** A whole number. */
    public long number(String column) {
        return present(column, Long.class);
    }

    /** A decimal with the column's scale: 2 for amounts. */
    public BigDecimal amount(String column) {
        return present(column, BigDecimal.class);
    }

    /** A date. */
    public LocalDate date(String column) {
        return present(column, LocalDate.class);
    }

    /** A time of day, to the second. */
    public LocalTime time(String column) {
        return present(column, LocalTime.class);
    }

    /** A date and time, to the second. */
    public LocalDateTime timestamp(String column) {
        return present(column, LocalDateTime.class);
    }

    /** A truth value. */
    public boolean flag(String column) {
        return present(column, Boolean.class);
    }

    /**
     * This record as one of a type of the caller's. Each component is the column of its name, {@code dueDate} that of {@code due_date}:
     * a {@code String}, {@code long}, {@code BigDecimal}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime} or
     * {@code boolean}, and null where the value is absent.
     *
     * <p>A caller on the module path opens the type's package to {@code dev.headroom.generator}.
     *
     * @throws IllegalArgumentException if the table has no such column or it is of another type; the message names both
     * @throws NullPointerException if an absent value has a primitive component
     */
    public <T extends Record> T as(Class<T> type) {
        return RecordBinding.bind(schema, values, type);
    }

    private <T> T present(String name, Class<T> asked) {
        int index = schema.indexOf(name);
        Class<?> type = RecordBinding.typeOf(schema.columns().get(index));
        if (type != asked) {
            throw new IllegalArgumentException(schema.name() + "." + name + " is asked for as " + asked.getSimpleName()
                    + ", but is of type " + type.getSimpleName());
        }
        return asked.cast(
                Objects.requireNonNull(values[index], () -> schema.name() + "." + name + " is null in this record"));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(schema.name()).append('{');
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append(schema.columns().get(i).name())
                    .append('=')
                    .append(altered[i] != null ? altered[i] : values[i]);
        }
        return text.append('}').toString();
    }
}
