package dev.headroom.generator.random;

/**
 * One kind of thing that has random properties, such as vendors or purchase cases. Each thing has a key, from which {@link Draw}
 * derives its properties. Streams of different names, and of different seeds, have nothing in common. Immutable.
 */
public final class RandomStream {
    /** Version of all that turns keys into data. It is part of every key; a change of any data file raises it. */
    public static final int ALGORITHM_VERSION = 5;

    private final long base;

    /**
     * Makes a stream.
     *
     * @param seed the ledger's seed
     * @param name what the stream is for; the name alone, not the order of making, tells streams apart
     */
    public RandomStream(long seed, String name) {
        long state = Draw.mix(seed + Draw.STEP) + ALGORITHM_VERSION;
        for (int i = 0; i < name.length(); i++) {
            state = Draw.mix(state * Draw.STEP + name.charAt(i));
        }
        base = Draw.mix(state + name.length());
    }

    /** The key of the stream's thing at an index; any index is allowed. */
    public long key(long index) {
        return Draw.mix(base + index * Draw.STRIDE);
    }
}
