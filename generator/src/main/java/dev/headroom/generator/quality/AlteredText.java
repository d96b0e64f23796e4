package dev.headroom.generator.quality;

import dev.headroom.generator.output.CellText;
import dev.headroom.generator.random.Draw;
import dev.headroom.table.TextDictionary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Composes the text that stands in place of a clean value; always another text. Used again; not thread-safe. */
final class AlteredText {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** What the bytes from 0x80 to 0x9F are in Windows-1252; those without a character stay controls. */
    private static final String WINDOWS_1252 =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static final String ROWS_OF_KEYS = "qwertyuiop asdfghjkl zxcvbnm";

    private static final int FORM = 0;
    private static final int POSITION = 1;
    private static final int MORE = 2;

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /**
     * Composes the altered form of a text.
     *
     * @param kind any but missing and duplicates
     * @param typos rate of typos for each character
     */
    void compose(QualityKind kind, TextDictionary from, int code, int day, long key, double typos) {
        length = 0;
        int start = from.start(code);
        int end = from.end(code);
        byte[] clean = from.bytes();
        switch (kind) {
            case DATE_FORMAT -> composeDate(day, Draw.below(key, FORM, 4));
            case AMOUNT_FORMAT -> composeAmount(clean, start, end, Draw.below(key, FORM, 3));
            case IDENTIFIER_FORMAT -> composeIdentifier(clean, start, end, Draw.below(key, FORM, 4));
            case TEXT_FORMAT -> composeText(clean, start, end, Draw.below(key, FORM, 4));
            case TYPO -> composeTypos(clean, start, end, key, typos);
            case ENCODING -> composeMisread(clean, start, end);
            case MISSING, EXACT_DUPLICATE, NEAR_DUPLICATE, FUZZY_DUPLICATE ->
                throw new IllegalArgumentException(kind + " has no text");
        }
        if (Arrays.equals(bytes, 0, length, clean, start, end)) {
            append((byte) ' ');
        }
    }

    private void append(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = value;
    }

    private void append(byte[] from, int start, int end) {
        for (int i = start; i < end; i++) {
            append(from[i]);
        }
    }

    private void append(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        append(utf8, 0, utf8.length);
    }

    private void appendTwoDigits(int number) {
        append((byte) ('0' + number / 10));
        append((byte) ('0' + number % 10));
    }

    private void appendYear(int year) {
        appendTwoDigits(year / 100);
        appendTwoDigits(year % 100);
    }

    private void composeDate(int epochDay, int form) {
        int date = CellText.yearMonthDay(epochDay);
        int year = date / 10_000;
        int month = date / 100 % 100;
        int day = date % 100;
        switch (form) {
            case 0 -> appendParts(day, '.', month, '.', year);
            case 1 -> appendParts(month, '/', day, '/', year);
            case 2 -> {
                appendTwoDigits(day);
                append((byte) '-');
                append(MONTHS.get(month - 1));
                append((byte) '-');
                appendYear(year);
            }
            default -> {
                appendYear(year);
                appendTwoDigits(month);
                appendTwoDigits(day);
            }
        }
    }

    private void appendParts(int first, char firstSeparator, int second, char secondSeparator, int year) {
        appendTwoDigits(first);
        append((byte) firstSeparator);
        appendTwoDigits(second);
        append((byte) secondSeparator);
        appendYear(year);
    }

    /** With thousands separated by a comma, by a point with a decimal comma, or with a decimal comma alone. */
    private void composeAmount(byte[] clean, int start, int end, int form) {
        int point = end - 3;
        char thousands = form == 0 ? ',' : '.';
        for (int i = start; i < end; i++) {
            if (i == point) {
                append((byte) (form == 0 ? '.' : ','));
            } else {
                append(clean[i]);
                int left = point - 1 - i;
                if (form < 2 && left > 0 && left % 3 == 0 && clean[i] != '-') {
                    append((byte) thousands);
                }
            }
        }
    }

    private void composeIdentifier(byte[] clean, int start, int end, int form) {
        switch (form) {
            case 0 -> appendLowerCase(clean, start, end);
            case 1 -> {
                append((byte) ' ');
                append(clean, start, end);
            }
            case 2 -> {
                // A hyphen where letters end and digits begin.
                int split = start;
                while (split < end && !isDigit(clean[split])) {
                    split++;
                }
                append(clean, start, split);
                append((byte) '-');
                append(clean, split, end);
            }
            default -> {
                // Without the zeros after the letters.
                int from = start;
                while (from < end && !isDigit(clean[from])) {
                    append(clean[from++]);
                }
                while (from < end - 1 && clean[from] == '0') {
                    from++;
                }
                append(clean, from, end);
            }
        }
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }

    private void appendLowerCase(byte[] clean, int start, int end) {
        for (int i = start; i < end; i++) {
            append(clean[i] >= 'A' && clean[i] <= 'Z' ? (byte) (clean[i] + 32) : clean[i]);
        }
    }

    private void composeText(byte[] clean, int start, int end, int form) {
        switch (form) {
            case 0 -> {
                for (int i = start; i < end; i++) {
                    append(clean[i] >= 'a' && clean[i] <= 'z' ? (byte) (clean[i] - 32) : clean[i]);
                }
            }
            case 1 -> appendLowerCase(clean, start, end);
            case 2 -> {
                append((byte) ' ');
                append((byte) ' ');
                append(clean, start, end);
            }
            default -> {
                for (int i = start; i < end; i++) {
                    append(clean[i]);
                    if (clean[i] == ' ') {
                        append((byte) ' ');
                    }
                }
            }
        }
    }

    /** One typo at a random place and more after it, each in an ASCII letter; other characters stay whole. */
    private void composeTypos(byte[] clean, int start, int end, long key, double typos) {
        int next = start + Draw.below(key, POSITION, Math.max(1, end - start));
        for (int i = start; i < end; i++) {
            boolean wrong = i == next || (i > next && Draw.unit(Draw.element(key, MORE, i - start)) < typos);
            if (!wrong || !isLetter(clean[i])) {
                append(clean[i]);
                continue;
            }
            switch (Draw.below(Draw.element(key, FORM, i - start), 4)) {
                case 0 -> {
                    // Lost.
                }
                case 1 -> {
                    append(clean[i]);
                    append(clean[i]);
                }
                case 2 -> {
                    if (i + 1 < end && isLetter(clean[i + 1])) {
                        append(clean[i + 1]);
                        append(clean[i]);
                        i++;
                    } else {
                        append(neighbour(clean[i]));
                    }
                }
                default -> append(neighbour(clean[i]));
            }
        }
    }

    private static boolean isLetter(byte value) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
    }

    /** The letter on the key beside a letter's. */
    private static byte neighbour(byte letter) {
        boolean upper = letter <= 'Z';
        int at = ROWS_OF_KEYS.indexOf(upper ? letter + 32 : letter);
        char beside = at + 1 < ROWS_OF_KEYS.length() && ROWS_OF_KEYS.charAt(at + 1) != ' '
                ? ROWS_OF_KEYS.charAt(at + 1)
                : ROWS_OF_KEYS.charAt(at - 1);
        return (byte) (upper ? beside - 32 : beside);
    }

    /** UTF-8 bytes as Windows-1252 characters; in a text without any such bytes, the first space as a misread no-break space. */
    private void composeMisread(byte[] clean, int start, int end) {
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            ascii &= clean[i] >= 0;
        }
        boolean spaceLeft = ascii;
        for (int i = start; i < end; i++) {
            int value = clean[i] & 0xFF;
            if (value == ' ' && spaceLeft) {
                append("\u00C2\u00A0");
                spaceLeft = false;
            } else if (value < 0x80) {
                append(clean[i]);
            } else {
                append(String.valueOf(value < 0xA0 ? WINDOWS_1252.charAt(value - 0x80) : (char) value));
            }
        }
    }
}
