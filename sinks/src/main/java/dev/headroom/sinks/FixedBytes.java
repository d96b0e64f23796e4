package dev.headroom.sinks;

import java.util.Arrays;

/** A short constant text, held as words so that writing it is a few stores. Immutable. */
final class FixedBytes {
    private final long first;
    private final long[] rest;
    private final int length;

    FixedBytes(byte[]... pieces) {
        byte[] all = concatenate(pieces);
        this.length = all.length;
        int words = Math.max(1, (length + 7) >>> 3);
        byte[] padded = Arrays.copyOf(all, words << 3);
        this.first = Words.get(padded, 0);
        this.rest = new long[words - 1];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Words.get(padded, (i + 1) << 3);
        }
    }

    static byte[] concatenate(byte[]... pieces) {
        int total = 0;
        for (byte[] piece : pieces) {
            total += piece.length;
        }
        byte[] all = new byte[total];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }

    int length() {
        return length;
    }

    /** Writes the text, and up to 8 bytes more, and returns the position behind the text. */
    int put(byte[] target, int at) {
        Words.put(target, at, first);
        for (int i = 0; i < rest.length; i++) {
            Words.put(target, at + 8 + (i << 3), rest[i]);
        }
        return at + length;
    }

    /** Appends the text to a range of strips. */
    void appendTo(Strips strips, int from, int to) {
        byte[] bytes = strips.bytes();
        int[] ends = strips.ends();
        for (int i = from; i < to; i++) {
            ends[i] = put(bytes, ends[i]);
        }
    }
}
