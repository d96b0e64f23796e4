package dev.headroom.app.config;

/**
 * How the values of a key are written, checked, described and rendered.
 *
 * @param <T> the value in Java
 */
interface ValueType<T> {
    /** Takes a value from where it is written. */
    T parse(Node node) throws InvalidValueException;

    /** The values that are taken, for people: {@code whole number, 1 to 120}. */
    String range();

    /** The value as JSON, in one way only, so that equal values have equal renderings. */
    String toJson(T value);

    /** What a JSON Schema says about the value: the members of an object, without its braces. */
    String schema();

    /** A single value, or an exception that asks for one. */
    static Node.Scalar scalar(Node node, String expected) throws InvalidValueException {
        if (node instanceof Node.Scalar scalar && scalar.kind() != Node.Kind.NULL) {
            return scalar;
        }
        throw new InvalidValueException(
                (node instanceof Node.Scalar ? "has no value" : "is " + node.kindName()) + "; give " + expected);
    }
}
