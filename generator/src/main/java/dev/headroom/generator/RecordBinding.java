package dev.headroom.generator;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a caller's record of a row: each component is the column of its name. */
final class RecordBinding {
    private static final Map<Class<?>, Class<?>> BOXED = Map.of(long.class, Long.class, boolean.class, Boolean.class);
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private RecordBinding() {}

    /** What a value of a column is in a record. */
    static Class<?> typeOf(Column column) {
        return switch (column.type()) {
            case INTEGER -> Long.class;
            case DECIMAL -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case TIMESTAMP -> LocalDateTime.class;
            case BOOLEAN -> Boolean.class;
            case TEXT -> String.class;
        };
    }

    static <T extends Record> T bind(TableSchema schema, @Nullable Object[] values, Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] classes = new Class<?>[components.length];
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            classes[i] = components[i].getType();
            arguments[i] = value(schema, values, components[i], type);
        }
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(classes);
            // Records of a test are seldom public.
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " refuses a record of " + schema.name() + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + type.getName() + " can be made", e);
        }
    }

    private static @Nullable Object value(
            TableSchema schema, @Nullable Object[] values, RecordComponent component, Class<?> type) {
        String name = CAPITAL.matcher(component.getName())
                .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
        int index = schema.indexOf(name);
        Class<?> expected = typeOf(schema.columns().get(index));
        Class<?> asked = BOXED.getOrDefault(component.getType(), component.getType());
        if (asked != expected) {
            throw new IllegalArgumentException(type.getSimpleName() + "." + component.getName() + " is of type "
                    + component.getType().getSimpleName() + ", but " + schema.name() + "." + name + " is of type "
                    + expected.getSimpleName());
        }
        Object value = values[index];
        if (value == null && component.getType().isPrimitive()) {
            throw new NullPointerException(schema.name() + "." + name + " is null in this record; "
                    + type.getSimpleName() + "." + component.getName() + " has to be of type "
                    + asked.getSimpleName());
        }
        return value;
    }
}
