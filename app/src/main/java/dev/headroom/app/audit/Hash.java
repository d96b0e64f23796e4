package dev.headroom.app.audit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers that stand for texts, so well mixed that two texts of a run practically never have the same. */
final class Hash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xD6E8FEB86659FD93L;

    private Hash() {}

    static long of(byte[] bytes, int start, int end) {
        long hash = FIRST ^ (end - start);
        int at = start;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = (rest << 8) | (bytes[at] & 0xff);
        }
        return mix(hash ^ rest);
    }

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** One number for two. */
    static long of(long one, long two) {
        return mix(one * SECOND + two);
    }

    private static long mix(long value) {
        long high = Math.multiplyHigh(value, SECOND);
        long folded = (value * SECOND) ^ high;
        return (folded ^ (folded >>> 32)) * FIRST;
    }
}
