package dev.headroom.app.config;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** A number in a range whose ends are included, but for a minimum that the value has to exceed. */
record DecimalNumber(double minimum, boolean aboveMinimum, double maximum) implements ValueType<Double> {
    private static final Pattern WRITTEN =
            Pattern.compile("[+-]?(?:[0-9]{1,400}(?:\\.[0-9]{0,400})?|\\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?");
    /** Every double is told from its neighbours by this many digits. */
    private static final int ENOUGH_DIGITS = 17;

    static DecimalNumber between(double minimum, double maximum) {
        return new DecimalNumber(minimum, false, maximum);
    }

    static DecimalNumber above(double minimum, double maximum) {
        return new DecimalNumber(minimum, true, maximum);
    }

    /** A share or a probability. */
    static DecimalNumber share() {
        return between(0, 1);
    }

    @Override
    public Double parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, "a " + range());
        String text = scalar.text();
        if (!WRITTEN.matcher(text).matches()) {
            String advice = text.endsWith("%") ? "write per cent as a fraction, such as 0.05" : "give a " + range();
            throw new InvalidValueException(scalar.kindName() + " is not a number; " + advice);
        }
        if (scalar.kind() == Node.Kind.TEXT && PLAIN.matcher(text).matches()) {
            throw new InvalidValueException("'" + Quoting.shorten(text) + "' is text; write the number without quotes");
        }
        double value = Double.parseDouble(text);
        if (value < minimum || (aboveMinimum && value <= minimum)) {
            throw new InvalidValueException(Quoting.shorten(text) + " is " + (aboveMinimum ? "not above " : "below ")
                    + shortest(minimum) + "; give a " + range());
        }
        if (value > maximum) {
            throw new InvalidValueException(
                    Quoting.shorten(text) + " is above " + shortest(maximum) + "; give a " + range());
        }
        return value == 0 ? 0.0 : value;
    }

    @Override
    public String range() {
        return "number, " + (aboveMinimum ? "above " : "") + shortest(minimum) + (aboveMinimum ? ", at most " : " to ")
                + shortest(maximum);
    }

    @Override
    public String toJson(Double value) {
        return shortest(value);
    }

    @Override
    public String schema() {
        return "\"type\": \"number\", \"" + (aboveMinimum ? "exclusiveMinimum" : "minimum") + "\": " + shortest(minimum)
                + ", \"maximum\": " + shortest(maximum);
    }

    /** The fewest digits that give the same double again. Not {@link Double#toString}, which differs between Java versions. */
    static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(ENOUGH_DIGITS)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
