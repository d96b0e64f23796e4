package dev.headroom.app.config;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.regex.Pattern;

/** A text that matches a pattern, described for people. */
record Text(String description, Pattern pattern, String example) implements ValueType<String> {
    static Text matching(String regex, String description, String example) {
        return new Text(description, Pattern.compile(regex), example);
    }

    @Override
    public String parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, range());
        if (!pattern.matcher(scalar.text()).matches()) {
            throw new InvalidValueException(scalar.kindName() + " does not fit; give " + range());
        }
        return scalar.text();
    }

    @Override
    public String range() {
        return description + ", such as " + example;
    }

    @Override
    public String toJson(String value) {
        return quoted(value);
    }

    static String quoted(String value) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + "\"";
    }

    @Override
    public String schema() {
        // Where a number fits, people leave the quotes out.
        return "\"type\": [\"string\", \"integer\"], \"pattern\": " + quoted("^" + pattern + "$");
    }
}
