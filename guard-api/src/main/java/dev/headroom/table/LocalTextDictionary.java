package dev.headroom.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A dictionary that grows while a batch is filled, and is emptied with it.
 *
 * <p>A text is either added whole or composed: {@code append…} any number of times, then {@link #endText()}. Adding allocates
 * nothing once the arrays have grown to the size that batches need. Not safe for use by several threads.
 */
public final class LocalTextDictionary extends TextDictionary {
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private int position;

    LocalTextDictionary() {
        super(new byte[64], new int[8], 0, false);
    }

    /** Adds a text and returns its code. */
    public int add(byte[] utf8, int start, int end) {
        append(utf8, start, end);
        return endText();
    }

    /** Adds a text and returns its code; allocates its UTF-8 form. */
    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /** Appends bytes to the text that is being composed. */
    public void append(byte[] utf8, int start, int end) {
        int length = end - start;
        ensure(length);
        System.arraycopy(utf8, start, bytes, position, length);
        position += length;
    }

    /** Appends all of an array to the text that is being composed. */
    public void append(byte[] utf8) {
        append(utf8, 0, utf8.length);
    }

    /** Appends a text of another dictionary to the text that is being composed. */
    public void append(TextDictionary dictionary, int code) {
        append(dictionary.bytes(), dictionary.start(code), dictionary.end(code));
    }

    /** Appends one ASCII character to the text that is being composed. */
    public void append(char ascii) {
        ensure(1);
        bytes[position++] = (byte) ascii;
    }

    /**
     * Appends a number in decimal digits, with zeros in front up to a width.
     *
     * @param value 0 or more
     * @param width the least number of digits, 1 to 19; a longer number is written whole
     */
    public void appendNumber(long value, int width) {
        int digits = width;
        while (digits < POWERS.length && value >= POWERS[digits]) {
            digits++;
        }
        ensure(digits);
        int at = position + digits;
        long rest = value;
        while (rest > Integer.MAX_VALUE) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        // Two digits at a time, in the cheaper arithmetic.
        int small = (int) rest;
        for (; at - position >= 2; small /= 100) {
            int pair = small % 100;
            bytes[--at] = (byte) ('0' + pair % 10);
            bytes[--at] = (byte) ('0' + pair / 10);
        }
        if (at > position) {
            bytes[position] = (byte) ('0' + small);
        }
        position += digits;
    }

    /** Ends the text that is being composed, an empty one if nothing was appended, and returns its code. */
    public int endText() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = position;
        return size++;
    }

    void clear() {
        size = 0;
        position = 0;
    }

    private void ensure(int length) {
        if (bytes.length - position < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + length));
        }
    }
}
