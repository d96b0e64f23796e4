package dev.headroom.app.audit;

import java.util.Arrays;

/** Sums of several amounts by key. */
final class Sums {
    private final int width;
    private final LongIndex index = new LongIndex();
    private long[] keys = new long[64];
    private long[] values;

    Sums(int width) {
        this.width = width;
        this.values = new long[64 * width];
    }

    /** The position of a key's first amount in {@link #values()}; a new key has zeros. */
    int at(long key) {
        int number = index.add(key);
        if (number == keys.length) {
            keys = Arrays.copyOf(keys, 2 * number);
            values = Arrays.copyOf(values, 2 * number * width);
        }
        keys[number] = key;
        return number * width;
    }

    /** Makes all amounts of all keys zero. */
    void clear() {
        Arrays.fill(values, 0);
    }

    /** Adds to one of a key's amounts. */
    void add(long key, int column, long amount) {
        int at = at(key);
        values[at + column] += amount;
    }

    /** Puts an amount in the place of one of a key's. */
    void set(long key, int column, long amount) {
        int at = at(key);
        values[at + column] = amount;
    }

    /** One of a key's amounts; 0 if there is none. */
    long get(long key, int column) {
        int number = index.get(key);
        return number == LongIndex.NONE ? 0 : values[number * width + column];
    }

    boolean has(long key) {
        return index.get(key) != LongIndex.NONE;
    }

    int size() {
        return index.size();
    }

    /** The key with a number, in the order in which they came. */
    long key(int number) {
        return keys[number];
    }

    long[] values() {
        return values;
    }
}
