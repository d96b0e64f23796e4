package dev.headroom.app.audit;

import java.util.Arrays;

/** Numbers hashes in the order in which they are added, from 0. */
final class LongIndex {
    /** What is not there. */
    static final int NONE = -1;

    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private int size;

    LongIndex() {
        Arrays.fill(numbers, NONE);
    }

    int size() {
        return size;
    }

    /** The number of a hash, which is added if it is not there. */
    int add(long key) {
        if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key, keys, numbers);
        if (numbers[slot] == NONE) {
            keys[slot] = key;
            numbers[slot] = size++;
        }
        return numbers[slot];
    }

    /** The number of a hash, or {@link #NONE}. */
    int get(long key) {
        return numbers[slot(key, keys, numbers)];
    }

    private static int slot(long key, long[] keys, int[] numbers) {
        int slot = (int) (key ^ (key >>> 32)) & (keys.length - 1);
        while (numbers[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] largerKeys = new long[2 * keys.length];
        int[] largerNumbers = new int[largerKeys.length];
        Arrays.fill(largerNumbers, NONE);
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != NONE) {
                int slot = slot(keys[i], largerKeys, largerNumbers);
                largerKeys[slot] = keys[i];
                largerNumbers[slot] = numbers[i];
            }
        }
        keys = largerKeys;
        numbers = largerNumbers;
    }
}
