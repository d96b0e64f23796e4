package dev.headroom.sinks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of an array at a time, the first one in the lowest bits.
 *
 * <p>Short copies write whole words and so up to {@link #OVERRUN} bytes beyond what they are asked to copy; what stands there is written
 * next, or is room that was set aside.
 */
final class Words {
    /** The most bytes that a copy reads and writes beyond the end of what it copies. */
    static final int OVERRUN = 32;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long get(byte[] source, int at) {
        return (long) LONGS.get(source, at);
    }

    static void put(byte[] target, int at, long word) {
        LONGS.set(target, at, word);
    }

    /** The word whose bytes all have one value. */
    static long repeat(int value) {
        return 0x0101010101010101L * value;
    }

    /** Not 0 exactly if one of the bytes is 0. */
    static long zeroBytes(long word) {
        return (word - 0x0101010101010101L) & ~word & 0x8080808080808080L;
    }

    /** Not 0 exactly if one of the bytes is below a limit, which is at most 128. */
    static long bytesBelow(long word, int limit) {
        return (word - repeat(limit)) & ~word & 0x8080808080808080L;
    }

    /** Copies 16 bytes. */
    static void copy16(byte[] source, int from, byte[] target, int to) {
        put(target, to, get(source, from));
        put(target, to + 8, get(source, from + 8));
    }

    /** Copies 32 bytes. */
    static void copy32(byte[] source, int from, byte[] target, int to) {
        copy16(source, from, target, to);
        copy16(source, from + 16, target, to + 16);
    }

    /** Copies a range of any length. */
    static void copy(byte[] source, int from, int length, byte[] target, int to) {
        if (length <= 32) {
            copy32(source, from, target, to);
        } else {
            System.arraycopy(source, from, target, to, length);
        }
    }
}
