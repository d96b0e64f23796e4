package dev.headroom.app.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns a text into nodes. An alias stands for the node it names and is never copied, so the nodes cannot outgrow the text.
 */
final class ConfigurationDocument {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 50;
    private static final long MOST_VALUES_BY_ALIAS = 10_000;

    private final String name;
    private final JsonParser parser;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int aliases;
    /** Keys, sections, lists and values so far, with what aliases stand for. */
    private long values;

    private ConfigurationDocument(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
    }

    static Node.Mapping parseYaml(String name, String text) throws ConfigurationException {
        return parse(name, text, new YAMLFactory());
    }

    static Node.Mapping parseJson(String name, String text) throws ConfigurationException {
        return parse(name, text, new JsonFactory());
    }

    private static Node.Mapping parse(String name, String text, JsonFactory factory) throws ConfigurationException {
        try (JsonParser parser = factory.createParser(text)) {
            return new ConfigurationDocument(name, parser).document();
        } catch (JsonProcessingException e) {
            throw syntaxProblem(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node.Mapping document() throws IOException, ConfigurationException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw empty();
        }
        Node root = node(first, 0);
        if (root instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NULL) {
            throw empty();
        }
        if (!(root instanceof Node.Mapping mapping)) {
            throw problem(
                    root.position(),
                    "the configuration is " + root.kindName() + ", not keys with values; begin it with a key such as"
                            + " 'global:' or 'transactions:'");
        }
        if (parser.nextToken() != null) {
            throw problem(
                    position(parser.currentTokenLocation()),
                    "a second document begins here; keep one configuration in a file");
        }
        return mapping;
    }

    private ConfigurationException empty() {
        return new ConfigurationException(
                name, "the configuration is empty; write one with 'headroom init -o FILE', or use --demo");
    }

    private Node node(JsonToken token, int depth) throws IOException, ConfigurationException {
        Position position = position(parser.currentTokenLocation());
        if (depth > DEEPEST) {
            throw problem(position, "is nested more than " + DEEPEST + " deep; no key of the configuration is");
        }
        values++;
        long before = values;
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return aliased(position, yaml.getText());
        }
        if (parser.getTypeId() != null) {
            throw problem(
                    position,
                    "the tag !" + Quoting.shorten(String.valueOf(parser.getTypeId()))
                            + " is not supported; write the plain value");
        }
        return switch (token) {
            case START_OBJECT -> anchored(parser.getObjectId(), mapping(position, depth), before);
            case START_ARRAY -> anchored(parser.getObjectId(), sequence(position, depth), before);
            case VALUE_NULL -> new Node.Scalar(position, Node.Kind.NULL, "");
            // The text as it is written: NO can be a country, and yes is not a flag.
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(position, Node.Kind.BOOLEAN, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Scalar(position, Node.Kind.NUMBER, parser.getText());
            default -> new Node.Scalar(position, Node.Kind.TEXT, parser.getText());
        };
    }

    private Node anchored(@Nullable Object anchor, Node node, long before) {
        if (anchor != null) {
            anchors.put(anchor.toString(), new Anchored(node, values - before));
        }
        return node;
    }

    /** What an alias can stand for, and how many values it has inside. */
    private record Anchored(Node node, long inside) {}

    private Node aliased(Position position, String anchor) throws ConfigurationException {
        if (++aliases > MOST_ALIASES) {
            throw problem(
                    position, "more than " + MOST_ALIASES + " aliases; write the values out where they are needed");
        }
        Anchored anchored = anchors.get(anchor);
        if (anchored == null) {
            throw problem(
                    position,
                    "the alias *" + Quoting.shorten(anchor)
                            + " names no section or list that is complete before it; write the value out");
        }
        values += anchored.inside();
        if (values > MOST_VALUES_BY_ALIAS) {
            throw problem(
                    position,
                    "aliases of aliases stand for more than " + MOST_VALUES_BY_ALIAS
                            + " values; write out what is needed");
        }
        return anchored.node();
    }

    private Node mapping(Position position, int depth) throws IOException, ConfigurationException {
        List<Node.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Position keyPosition = position(parser.currentTokenLocation());
            entries.add(new Node.Entry(key, keyPosition, node(parser.nextToken(), depth + 1)));
        }
        return new Node.Mapping(position, List.copyOf(entries));
    }

    private Node sequence(Position position, int depth) throws IOException, ConfigurationException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Node.Sequence(position, List.copyOf(items));
    }

    private ConfigurationException problem(Position position, String message) {
        return new ConfigurationException(name + ":" + position, message);
    }

    private static Position position(JsonLocation location) {
        return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static ConfigurationException syntaxProblem(String name, JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark();
            Position position = mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
            String context = marked.getContext() == null ? "" : marked.getContext() + " ";
            return new ConfigurationException(
                    name + ":" + position,
                    "is not valid YAML: " + oneLine(context + marked.getProblem())
                            + "; check indentation, colons and quotes here");
        }
        Position position = e.getLocation() == null ? Position.START : position(e.getLocation());
        return new ConfigurationException(
                name + ":" + position,
                "cannot be parsed: " + oneLine(e.getOriginalMessage()) + "; check the text here");
    }

    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
