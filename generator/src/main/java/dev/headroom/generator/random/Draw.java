package dev.headroom.generator.random;

/**
 * Random numbers as pure functions of a key and a slot. A slot is a named constant of whoever draws, one for each property, so
 * that a new property shifts no other. A draw's {@link #bits} can be the key of further draws, which is how a property with many
 * elements, such as an entry's lines, is drawn.
 */
public final class Draw {
    /** The golden ratio as a fraction of 2^64; odd. */
    static final long STEP = 0x9E3779B97F4A7C15L;
    /** Another odd constant with well spread bits (the fractional part of the square root of 3). */
    static final long STRIDE = 0xBB67AE8584CAA73BL;

    private Draw() {}

    /** Stafford's variant 13 of the MurmurHash3 finalizer: a bijection in which every bit depends on every bit. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** 64 random bits; also the key of the slot's elements. */
    public static long bits(long key, int slot) {
        return mix(key + (slot + 1) * STEP);
    }

    /** The key of one of many elements: {@link #bits} for a slot and an index of any size. */
    public static long element(long key, int slot, long index) {
        return mix(bits(key, slot) + index * STRIDE);
    }

    /** A number from 0 to below 1. */
    public static double uniform(long key, int slot) {
        return unit(bits(key, slot));
    }

    /** Random bits as a number from 0 to below 1. */
    public static double unit(long bits) {
        return (bits >>> 11) * 0x1p-53;
    }

    /** A whole number from 0 to below the bound, which is at least 1. */
    public static int below(long key, int slot, int bound) {
        return below(bits(key, slot), bound);
    }

    /** Random bits as a whole number from 0 to below the bound, which is at least 1. */
    public static int below(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    /** A whole number from 0 to below the bound, which is 1 to 2^62. */
    public static long longBelow(long key, int slot, long bound) {
        return Math.multiplyHigh(bits(key, slot) >>> 1, bound << 1);
    }

    /** A whole number from the first to the last, both included and less than 2^31 apart. */
    public static int between(long key, int slot, int first, int last) {
        return first + below(key, slot, last - first + 1);
    }

    /** Whether something of the given probability, 0 to 1, happens. If it does, it also does at every higher probability. */
    public static boolean happens(long key, int slot, double probability) {
        return uniform(key, slot) < probability;
    }
}
