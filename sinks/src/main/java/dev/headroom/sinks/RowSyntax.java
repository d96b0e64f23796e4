package dev.headroom.sinks;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;

/**
 * What a format of one row after another looks like: what stands around values, and how text is protected. Numbers, dates and
 * truth values look alike in all formats.
 *
 * <p>Immutable and safe for use by many threads.
 */
abstract class RowSyntax {
    /** Texts up to this length are given room for the worst case; longer ones are measured. */
    private static final int SHORT = 256;

    static final byte[] NOTHING = {};

    private static final long QUOTES = Words.repeat('"');
    private static final long SPACES = Words.repeat(' ');

    private final long specials;

    /**
     * A syntax in which a text needs care if it contains a double quote, a control character, or one other character.
     *
     * @param special that other character
     */
    RowSyntax(char special) {
        this.specials = Words.repeat(special);
    }

    /** What a file starts with. */
    abstract byte[] header(TableSchema schema);

    /**
     * What every row begins with, and the first one of a file must do without; its length is the same for all tables. Nothing in most
     * formats.
     */
    byte[] separator() {
        return NOTHING;
    }

    /**
     * What a file ends with.
     *
     * @param empty whether it has no rows
     */
    byte[] footer(boolean empty) {
        return NOTHING;
    }

    /** What stands before a column's value, from the start of the row or the end of the column before; the separator among it. */
    abstract byte[] lead(Column column, boolean first);

    /** What stands after the last value. */
    abstract byte[] rowEnd();

    /** The value of an absent cell. */
    abstract byte[] absent();

    /** What stands before and after a date or time. */
    abstract byte[] quote();

    /** Writes a text with all that protects it and returns the position behind it. */
    abstract int putText(byte[] text, int start, int end, byte[] target, int at);

    /** The most bytes that a text of a length can become. */
    abstract int longest(int length);

    /** The most bytes that a text can become, from a look at its bytes. */
    abstract int measure(byte[] text, int start, int end);

    /** The most bytes that a text can become; not less than {@link #measure} says, but quick to tell. */
    final int bound(byte[] text, int start, int end) {
        int length = end - start;
        return length <= SHORT ? longest(length) : measure(text, start, end);
    }

    /**
     * Copies a text as it is.
     *
     * @return whether no byte of it needs care
     */
    final boolean copyPlain(byte[] text, int start, int length, byte[] target, int at) {
        long found = 0;
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long word = Words.get(text, start + i);
            Words.put(target, at + i, word);
            found |= inNeedOfCare(word);
        }
        if (i < length) {
            long word = lastWord(text, start + i, length - i);
            Words.put(target, at + i, word);
            found |= inNeedOfCare(word);
        }
        return found == 0;
    }

    private long inNeedOfCare(long word) {
        return Words.zeroBytes(word ^ QUOTES) | Words.zeroBytes(word ^ specials) | Words.bytesBelow(word, ' ');
    }

    /** The last 1 to 7 bytes of a text, with spaces behind them. */
    private static long lastWord(byte[] text, int at, int length) {
        if (at + 8 <= text.length) {
            long mask = -1L << (length << 3);
            return (Words.get(text, at) & ~mask) | (SPACES & mask);
        }
        long word = SPACES;
        for (int i = length - 1; i >= 0; i--) {
            word = word << 8 | (text[at + i] & 0xFF);
        }
        return word;
    }
}
