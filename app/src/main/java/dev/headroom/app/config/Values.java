package dev.headroom.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The values that a document and options give, each parsed by its key, and the problems found so far. Used by one thread. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9_]*(?:\\.[0-9]*)?");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");

    private final Problems problems;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();
    private final Set<String> unsound = new HashSet<>();
    private int companies;

    private Values(Problems problems) {
        this.problems = problems;
    }

    static Values read(String name, Node.Mapping root, Overrides overrides) {
        Values values = new Values(new Problems(name));
        values.readSection("", "", root);
        overrides.byPath().forEach(values::override);
        return values;
    }

    /** Reads a section whose path in the document is {@code path}, and in the documentation {@code known}. */
    private void readSection(String path, String known, Node.Mapping section) {
        Map<String, Position> seen = new HashMap<>();
        for (Node.Entry entry : section.entries()) {
            String key = KnownKeys.join(path, Quoting.shorten(entry.key()));
            String knownKey = KnownKeys.join(known, entry.key());
            Position earlier = seen.putIfAbsent(entry.key(), entry.keyPosition());
            if (earlier != null) {
                problems.add(
                        entry.keyPosition(), key, "is given twice, first in line " + earlier.line() + "; keep one");
                continue;
            }
            Setting<?, ?> setting = KnownKeys.ALL.setting(knownKey);
            if (setting != null) {
                readValue(key, setting, entry.value());
            } else if (KnownKeys.ALL.isSection(knownKey)) {
                positions.put(key, entry.keyPosition());
                readInner(key, knownKey, entry.value());
            } else if (KnownKeys.ALL.isSection(knownKey + "[]")) {
                positions.put(key, entry.keyPosition());
                readCompanies(key, knownKey + "[]", entry.value());
            } else {
                problems.add(entry.keyPosition(), key, KnownKeys.ALL.advice(known, entry.key()));
            }
        }
    }

    private void readInner(String key, String known, Node value) {
        if (value instanceof Node.Mapping inner) {
            readSection(key, known, inner);
        } else {
            unsound.add(key);
            boolean empty = value instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL;
            problems.add(
                    value.position(),
                    key,
                    (empty ? "has nothing in it; " : "is " + value.kindName() + ", not a section; ")
                            + "write its keys below it, indented, or leave it out");
        }
    }

    private void readCompanies(String key, String known, Node value) {
        if (!(value instanceof Node.Sequence sequence)) {
            unsound.add(key);
            problems.add(
                    value.position(),
                    key,
                    "is " + value.kindName() + ", not a list; write '- code: …' for each company");
            return;
        }
        if (sequence.items().isEmpty()) {
            problems.add(value.position(), key, "is empty; name a company, or leave the key out");
        }
        for (Node item : sequence.items()) {
            String company = key + "[" + companies++ + "]";
            positions.put(company, item.position());
            readInner(company, known, item);
        }
    }

    private void readValue(String key, Setting<?, ?> setting, Node node) {
        positions.put(key, node.position());
        try {
            values.put(key, setting.type().parse(node));
        } catch (InvalidValueException e) {
            unsound.add(key);
            problems.add(node.position(), key, e.problem());
        }
    }

    private void override(String path, Overrides.Option option) {
        Setting<?, ?> setting = KnownKeys.ALL.setting(path);
        if (setting == null) {
            throw new IllegalArgumentException("no key " + path);
        }
        options.put(path, option.name());
        unsound.remove(path);
        try {
            Node node = setting.type() instanceof FormatNames ? optionList(option.text()) : optionValue(option.text());
            values.put(path, setting.type().parse(node));
        } catch (InvalidValueException e) {
            unsound.add(path);
            problems.addToOption(option.name(), e.problem());
        }
    }

    private static Node optionList(String text) {
        List<Node> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            items.add(optionValue(item.strip()));
        }
        return new Node.Sequence(Position.START, items);
    }

    private static Node optionValue(String text) {
        Node.Kind kind = NUMBER.matcher(text).matches()
                ? Node.Kind.NUMBER
                : BOOLEAN.matcher(text).matches() ? Node.Kind.BOOLEAN : Node.Kind.TEXT;
        return new Node.Scalar(Position.START, kind, text);
    }

    Problems problems() {
        return problems;
    }

    /** Number of companies that are given, sound or not. */
    int companies() {
        return companies;
    }

    /** Whether a section or key is written in the document. */
    boolean isWritten(String path) {
        return positions.containsKey(path);
    }

    /** Whether an option gives the value of a key. */
    boolean isOption(Setting<?, ?> setting) {
        return options.containsKey(setting.path());
    }

    /** Whether no problem was found with a key or what is above it. */
    boolean isSound(String path) {
        return !unsound.contains(path);
    }

    boolean areSound(List<? extends Setting<?, ?>> settings) {
        return settings.stream().allMatch(setting -> isSound(setting.path()));
    }

    /** The value that is given for a key. */
    <T> Optional<T> given(Setting<?, T> setting) {
        return given(setting, setting.path());
    }

    /** The value that is given for a key of a company; companies count from 0. */
    <T> Optional<T> given(Setting<?, T> setting, int company) {
        return given(setting, pathOf(setting, company));
    }

    static String pathOf(Setting<?, ?> setting, int company) {
        return setting.path().replace("[]", "[" + company + "]");
    }

    @SuppressWarnings({"unchecked", "UnusedVariable"}) // at a path is what its key's own type made; the key says which
    private <T> Optional<T> given(Setting<?, T> setting, String path) {
        return Optional.ofNullable((T) values.get(path));
    }

    /** The value of a key that has a default. */
    <T> T get(Setting<?, T> setting) {
        T defaultValue = setting.defaultValue();
        if (defaultValue == null) {
            throw new IllegalArgumentException(setting.path() + " has no default");
        }
        return given(setting).orElse(defaultValue);
    }

    /** Adds a problem with a key's value: at the option that gives it, or where it, or what is above it, is written. */
    void reject(String path, String message) {
        String option = options.get(path);
        if (option != null) {
            problems.addToOption(option, message);
        } else {
            problems.add(positionOf(path), path, message);
        }
    }

    private Position positionOf(String path) {
        String written = path;
        while (true) {
            Position position = positions.get(written);
            if (position != null) {
                return position;
            }
            int end = Math.max(written.lastIndexOf('.'), written.lastIndexOf('['));
            if (end < 0) {
                return Position.START;
            }
            written = written.substring(0, end);
        }
    }
}
