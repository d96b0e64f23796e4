package dev.headroom.guard.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the kernel told the process at its start, from {@code /proc/self/auxv}: pairs of a key and a value, in machine words. */
final class AuxiliaryVector {
    /** AT_PAGESZ: the size of a page in bytes. */
    static final long PAGE_SIZE = 6;
    /** AT_CLKTCK: how many ticks the kernel counts in a second. */
    static final long TICKS_PER_SECOND = 17;

    private AuxiliaryVector() {}

    /** The value of a key, or {@link Text#ABSENT}; words of 64 bits are tried before those of 32. */
    static long find(byte[] vector, int length, long key) {
        ByteBuffer words = ByteBuffer.wrap(vector, 0, length).order(ByteOrder.nativeOrder());
        for (int i = 0; i + 16 <= length; i += 16) {
            if (words.getLong(i) == key) {
                return words.getLong(i + 8);
            }
        }
        for (int i = 0; i + 8 <= length; i += 8) {
            if (words.getInt(i) == key) {
                return words.getInt(i + 4);
            }
        }
        return Text.ABSENT;
    }
}
