package dev.headroom.app.audit;

import dev.headroom.table.Column;
import java.nio.charset.StandardCharsets;

/** Reads typed values from fields. The forms are those of the data files, and nothing else is taken for a value. */
final class Values {
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    /** As many as fit into a long, whatever they are. */
    private static final int MOST_DIGITS = 18;

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private Values() {}

    /** A decimal with a number of digits after the point, in units of the last one. */
    static long decimal(Row row, int column, int scale) {
        if (row.isNull(column)) {
            throw malformed(row, column, "a number");
        }
        byte[] bytes = row.source(column);
        int at = row.start(column);
        int end = row.end(column);
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        int point = scale == 0 ? end : end - scale - 1;
        if (point <= at || point - at + scale > MOST_DIGITS || (scale > 0 && bytes[point] != '.')) {
            throw malformed(row, column, "a number with " + scale + " digits after the point");
        }
        long value = 0;
        for (; at < end; at++) {
            if (at == point) {
                continue;
            }
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                throw malformed(row, column, "a number");
            }
            value = 10 * value + digit;
        }
        return negative ? -value : value;
    }

    /** Days since 1970-01-01 of an ISO 8601 date. */
    static int date(Row row, int column) {
        if (row.isNull(column) || row.end(column) - row.start(column) != 10) {
            throw malformed(row, column, "a date");
        }
        byte[] bytes = row.source(column);
        int start = row.start(column);
        int year = digits(bytes, start, 4);
        int month = digits(bytes, start + 5, 2);
        int day = digits(bytes, start + 8, 2);
        if (year < 0 || month < 1 || month > 12 || day < 1 || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            throw malformed(row, column, "a date");
        }
        boolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        int length = month == 12 ? 31 : DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
        if (day > length + (month == 2 && leap ? 1 : 0)) {
            throw malformed(row, column, "a date");
        }
        int before = year - 1;
        int days = 365 * before + before / 4 - before / 100 + before / 400;
        return days + DAYS_BEFORE_MONTH[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1 - 719_162;
    }

    /** Seconds of the day. */
    static int time(Row row, int column) {
        if (row.isNull(column) || row.end(column) - row.start(column) != 8) {
            throw malformed(row, column, "a time");
        }
        byte[] bytes = row.source(column);
        int start = row.start(column);
        int hour = digits(bytes, start, 2);
        int minute = digits(bytes, start + 3, 2);
        int second = digits(bytes, start + 6, 2);
        boolean wrong = hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59;
        if (wrong || bytes[start + 2] != ':' || bytes[start + 5] != ':') {
            throw malformed(row, column, "a time");
        }
        return 3600 * hour + 60 * minute + second;
    }

    /** A number of digits; below zero if there is anything else. */
    private static int digits(byte[] bytes, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    static boolean bool(Row row, int column) {
        if (!row.isNull(column)) {
            if (row.equals(column, TRUE)) {
                return true;
            }
            if (row.equals(column, FALSE)) {
                return false;
            }
        }
        throw malformed(row, column, "true or false");
    }

    /** Checks that a field has a value of a column's type, or none where it can be absent. */
    static void check(Row row, int index, Column column) {
        if (row.isNull(index)) {
            if (!column.nullable()) {
                throw new MalformedValueException(column.name() + " has no value");
            }
            return;
        }
        switch (column.type()) {
            case INTEGER -> decimal(row, index, 0);
            case DECIMAL -> decimal(row, index, column.scale());
            case DATE -> date(row, index);
            case TIME -> time(row, index);
            case BOOLEAN -> bool(row, index);
            case TEXT, TIMESTAMP -> {}
        }
    }

    private static MalformedValueException malformed(Row row, int column, String wanted) {
        return new MalformedValueException("'" + row.text(column) + "' is not " + wanted);
    }
}
