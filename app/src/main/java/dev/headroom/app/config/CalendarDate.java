package dev.headroom.app.config;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date that is the first of a month. */
record CalendarDate(int firstYear, int lastYear) implements ValueType<LocalDate> {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

    @Override
    public LocalDate parse(Node node) throws InvalidValueException {
        Node.Scalar scalar = ValueType.scalar(node, range());
        Matcher matcher = WRITTEN.matcher(scalar.text());
        if (!matcher.matches()) {
            throw new InvalidValueException(scalar.kindName() + " is not a date; write it as year-month-day, such as "
                    + firstOf(firstYear, lastYear));
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        if (month < 1 || month > 12) {
            throw new InvalidValueException(
                    scalar.text() + " is no date: there is no month " + matcher.group(2) + "; correct it");
        }
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            int last = YearMonth.of(year, month).lengthOfMonth();
            throw new InvalidValueException(scalar.text() + " is no date: the month has " + last
                    + " days; correct it, and give the first of a month");
        }
        if (day != 1) {
            throw new InvalidValueException(
                    scalar.text() + " is not the first of a month; give " + date.withDayOfMonth(1));
        }
        if (year < firstYear || year > lastYear) {
            throw new InvalidValueException(
                    scalar.text() + " is not in the years " + firstYear + " to " + lastYear + "; give a date in them");
        }
        return date;
    }

    private static LocalDate firstOf(int firstYear, int lastYear) {
        return LocalDate.of((firstYear + lastYear) / 2, 1, 1);
    }

    @Override
    public String range() {
        return "first of a month, " + firstYear + "-01-01 to " + lastYear + "-12-01";
    }

    @Override
    public String toJson(LocalDate value) {
        return "\"" + value + "\"";
    }

    @Override
    public String schema() {
        return "\"type\": \"string\", \"format\": \"date\", \"pattern\": \"^[0-9]{4}-[0-9]{2}-01$\"";
    }
}
