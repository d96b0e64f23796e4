package dev.headroom.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the constants of an enum, written in lower case. */
record Choice<E extends Enum<E>>(List<E> constants) implements ValueType<E> {
    static <E extends Enum<E>> Choice<E> of(Class<E> type) {
        return new Choice<>(List.of(type.getEnumConstants()));
    }

    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public E parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, range());
        for (E constant : constants) {
            if (nameOf(constant).equals(scalar.text())) {
                return constant;
            }
        }
        String suggestion = Spelling.closest(scalar.text(), names().toList())
                .map(name -> "did you mean " + name + "? It is ")
                .orElse("give ");
        throw new InvalidValueException(scalar.kindName() + " is not known; " + suggestion + range());
    }

    private Stream<String> names() {
        return constants.stream().map(Choice::nameOf);
    }

    @Override
    public String range() {
        return names().collect(Collectors.joining(", ", "one of ", ""));
    }

    @Override
    public String toJson(E value) {
        return "\"" + nameOf(value) + "\"";
    }

    @Override
    public String schema() {
        return names().collect(Collectors.joining("\", \"", "\"enum\": [\"", "\"]"));
    }
}
