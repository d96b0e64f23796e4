package dev.headroom.app.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes, written as such or with a unit. All units are powers of 2, with or without an i: MB and MiB are 2^20 bytes. */
public record ByteSize(long minimum) implements ValueType<Long> {
    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,19}(?:\\.[0-9]{1,9})?) ?([kmgt]?)(i?b)?", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> SHIFTS = Map.of("", 0, "k", 10, "m", 20, "g", 30, "t", 40);
    private static final long LARGEST = 1L << 50;
    private static final long MEGABYTE = 1L << 20;

    @Override
    public Long parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, "a " + range());
        Matcher matcher = WRITTEN.matcher(scalar.text());
        if (!matcher.matches()) {
            throw new InvalidValueException(scalar.kindName() + " is not a size; give a " + range());
        }
        int shift = SHIFTS.getOrDefault(matcher.group(2).toLowerCase(Locale.ROOT), 0);
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(1L << shift));
        if (bytes.compareTo(BigDecimal.valueOf(minimum)) < 0) {
            throw new InvalidValueException(
                    scalar.kindName() + " is below the minimum of " + format(minimum) + "; give a larger size");
        }
        if (bytes.compareTo(BigDecimal.valueOf(LARGEST)) > 0) {
            throw new InvalidValueException(scalar.kindName() + " is above 1024 TB; give a smaller size");
        }
        return bytes.setScale(0, RoundingMode.DOWN).longValueExact();
    }

    /** The size for people: whole megabytes or gigabytes where it is one, otherwise bytes. */
    public static String format(long bytes) {
        if (bytes > 0 && bytes % MEGABYTE == 0) {
            long megabytes = bytes / MEGABYTE;
            return megabytes % 1024 == 0 ? megabytes / 1024 + " GB" : megabytes + " MB";
        }
        return bytes + " bytes";
    }

    @Override
    public String range() {
        return "size such as 256MB, 2GB or a number of bytes, at least " + format(minimum);
    }

    @Override
    public String toJson(Long value) {
        return value > 0 && value % MEGABYTE == 0 ? "\"" + value / MEGABYTE + "MB\"" : value.toString();
    }

    @Override
    public String schema() {
        return "\"oneOf\": [{\"type\": \"integer\", \"minimum\": " + minimum + ", \"maximum\": " + LARGEST
                + "}, {\"type\": \"string\", \"pattern\": \"^[0-9]+(\\\\.[0-9]+)? ?[kKmMgGtT]?([iI]?[bB])?$\"}]";
    }
}
