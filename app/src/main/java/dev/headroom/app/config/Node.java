package dev.headroom.app.config;

import java.util.List;

/** A part of a configuration document, with the place where it is written. */
sealed interface Node {
    /** Where the part begins. */
    Position position();

    /** What the part is, for people. */
    String kindName();

    /** Keys and their values, in the order in which they are written; a key can occur more than once. */
    record Mapping(Position position, List<Entry> entries) implements Node {
        @Override
        public String kindName() {
            return "a section";
        }
    }

    /** A key and its value. */
    record Entry(String key, Position keyPosition, Node value) {}

    /** A list. */
    record Sequence(Position position, List<Node> items) implements Node {
        @Override
        public String kindName() {
            return "a list";
        }
    }

    /** A single value as it is written, without quotes. */
    record Scalar(Position position, Kind kind, String text) implements Node {
        @Override
        public String kindName() {
            return switch (kind) {
                case TEXT -> "'" + Quoting.shorten(text) + "'";
                case NUMBER, BOOLEAN -> Quoting.shorten(text);
                case NULL -> "nothing";
            };
        }
    }

    /** What a single value is by the rules of YAML. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }
}
