package dev.headroom.app.config;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** A whole number in a range, both ends included. */
record WholeNumber(long minimum, long maximum) implements ValueType<Long> {
    private static final Pattern WRITTEN = Pattern.compile("[+-]?[0-9][0-9_]*");
    private static final Pattern OCTAL = Pattern.compile("[+-]?0[0-9_]+");

    @Override
    public Long parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, "a " + range());
        String text = scalar.text();
        if (!WRITTEN.matcher(text).matches()) {
            throw new InvalidValueException(scalar.kindName() + " is not a whole number; give a " + range());
        }
        if (scalar.kind() == Node.Kind.TEXT) {
            throw new InvalidValueException("'" + Quoting.shorten(text) + "' is text; write the number without quotes");
        }
        if (OCTAL.matcher(text).matches()) {
            throw new InvalidValueException(
                    Quoting.shorten(text) + " begins with 0, which some readers take for octal; leave the 0 out");
        }
        BigInteger value = new BigInteger(text.replace("_", ""));
        if (value.compareTo(BigInteger.valueOf(minimum)) < 0) {
            throw new InvalidValueException(
                    Quoting.shorten(text) + " is below the minimum " + minimum + "; give a " + range());
        }
        if (value.compareTo(BigInteger.valueOf(maximum)) > 0) {
            throw new InvalidValueException(
                    Quoting.shorten(text) + " is above the maximum " + maximum + "; give a " + range());
        }
        return value.longValue();
    }

    @Override
    public String range() {
        return minimum == Long.MIN_VALUE && maximum == Long.MAX_VALUE
                ? "whole number of 64 bits"
                : "whole number, " + minimum + " to " + maximum;
    }

    @Override
    public String toJson(Long value) {
        return value.toString();
    }

    @Override
    public String schema() {
        return "\"type\": \"integer\", \"minimum\": " + minimum + ", \"maximum\": " + maximum;
    }
}
