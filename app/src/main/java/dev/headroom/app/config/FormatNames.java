package dev.headroom.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A list of output formats. Which ones there are is not known before run time. */
record FormatNames() implements ValueType<List<String>> {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    @Override
    public List<String> parse(Node node) throws InvalidValueException {
        if (!(node instanceof Node.Sequence sequence)) {
            String written = node instanceof Node.Scalar scalar ? scalar.kindName() : node.kindName();
            throw new InvalidValueException(written + " is not a list; write it as [csv]");
        }
        List<String> names = new ArrayList<>();
        for (Node item : sequence.items()) {
            String name = ValueType.scalar(item, "the name of a format").text();
            if (!NAME.matcher(name).matches()) {
                throw new InvalidValueException(
                        item.kindName() + " cannot be the name of a format; names are in lower case, such as csv");
            }
            if (names.contains(name)) {
                throw new InvalidValueException("names " + name + " twice; name it once");
            }
            names.add(name);
        }
        if (names.isEmpty()) {
            throw new InvalidValueException("is empty; name a format, such as [csv], or [none] to write nothing");
        }
        return List.copyOf(names);
    }

    @Override
    public String range() {
        return "list of formats: csv, json, ndjson, those of plug-ins; or none alone, which generates and discards";
    }

    @Override
    public String toJson(List<String> value) {
        return value.stream().map(Text::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String schema() {
        return "\"type\": \"array\", \"items\": {\"type\": \"string\", \"pattern\": " + Text.quoted("^" + NAME + "$")
                + "}, \"minItems\": 1, \"uniqueItems\": true";
    }
}
