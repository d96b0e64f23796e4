package dev.headroom.guard.linux;

import java.nio.charset.StandardCharsets;

/**
 * Finds numbers in the text of a kernel file without making objects. A number is a run of digits; what is not there, and what does not
 * fit into 63 bits, is {@link #ABSENT}.
 */
final class Text {
    /** There is no such number. */
    static final long ABSENT = -1;

    private Text() {}

    static byte[] key(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The number of the given rank, counted from 0, of those on the first line.
     */
    static long numberAt(byte[] text, int length, int rank) {
        int seen = 0;
        int i = 0;
        while (i < length && text[i] != '\n') {
            if (isDigit(text[i])) {
                if (seen == rank) {
                    return numberFrom(text, length, i);
                }
                seen++;
                while (i < length && isDigit(text[i])) {
                    i++;
                }
            } else {
                i++;
            }
        }
        return ABSENT;
    }

    /**
     * The number on the line that begins with a key, blanks between them. The key ends where a blank begins: {@code cache} does not
     * find {@code cached}. A separator such as a colon is part of the key.
     */
    static long numberOf(byte[] text, int length, byte[] key) {
        int at = endOfKey(text, length, key);
        return at < 0 ? ABSENT : numberFrom(text, length, at);
    }

    /** Where the value of the line that begins with a key starts, or -1. */
    static int endOfKey(byte[] text, int length, byte[] key) {
        int line = 0;
        while (line < length) {
            int i = 0;
            while (i < key.length && line + i < length && text[line + i] == key[i]) {
                i++;
            }
            int at = line + i;
            if (i == key.length && at < length && isBlank(text[at])) {
                while (at < length && isBlank(text[at])) {
                    at++;
                }
                return at;
            }
            while (line < length && text[line] != '\n') {
                line++;
            }
            line++;
        }
        return -1;
    }

    /** The number behind a name and an equals sign on the line that begins with a key: {@code some … total=7}. */
    static long numberBehind(byte[] text, int length, byte[] lineKey, byte[] name) {
        int at = endOfKey(text, length, lineKey);
        if (at < 0) {
            return ABSENT;
        }
        for (; at + name.length < length && text[at] != '\n'; at++) {
            int i = 0;
            while (i < name.length && text[at + i] == name[i]) {
                i++;
            }
            if (i == name.length) {
                return numberFrom(text, length, at + i);
            }
        }
        return ABSENT;
    }

    /** How many numbers a list such as {@code 0-3,7} names, from a position to the end of its line; absent if it is none. */
    static long countOfList(byte[] text, int length, int from) {
        long count = 0;
        int i = from;
        while (i < length && isDigit(text[i])) {
            long first = numberFrom(text, length, i);
            i = skipDigits(text, length, i);
            long last = first;
            if (i < length && text[i] == '-') {
                last = numberFrom(text, length, i + 1);
                i = skipDigits(text, length, i + 1);
            }
            if (first == ABSENT || last < first) {
                return ABSENT;
            }
            count += last - first + 1;
            if (i < length && text[i] == ',') {
                i++;
            }
        }
        return count == 0 ? ABSENT : count;
    }

    /** The number that begins at a position. */
    static long numberFrom(byte[] text, int length, int from) {
        if (from >= length || !isDigit(text[from])) {
            return ABSENT;
        }
        long number = 0;
        for (int i = from; i < length && isDigit(text[i]); i++) {
            int digit = text[i] - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                return ABSENT;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int skipDigits(byte[] text, int length, int from) {
        int i = from;
        while (i < length && isDigit(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
