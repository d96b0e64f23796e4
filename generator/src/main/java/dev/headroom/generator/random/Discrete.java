package dev.headroom.generator.random;

/** Outcomes 0 to n − 1 with given weights, by Walker's alias method as Vose states it. Immutable; constant time. */
public final class Discrete {
    private final long[] thresholds;
    private final int[] aliases;

    /**
     * Makes a distribution.
     *
     * @param weights weight of each outcome, 0 or more, at least one above 0; they need not add up to 1
     * @throws IllegalArgumentException if no weight is above 0
     */
    public Discrete(double... weights) {
        int n = weights.length;
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0)) {
            throw new IllegalArgumentException("no weight is above 0");
        }
        double[] scaled = new double[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        int heaviest = 0;
        for (int i = 0; i < n; i++) {
            scaled[i] = weights[i] * n / total;
            if (scaled[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        }
        thresholds = new long[n];
        aliases = new int[n];
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            thresholds[less] = (long) (scaled[less] * 0x1p32);
            aliases[less] = more;
            scaled[more] -= 1 - scaled[less];
            if (scaled[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        while (larges > 0) {
            thresholds[large[--larges]] = 1L << 32;
        }
        while (smalls > 0) {
            // Left over by rounding only, except for an outcome of weight 0, which must never come out.
            int rest = small[--smalls];
            thresholds[rest] = weights[rest] > 0 ? 1L << 32 : 0;
            aliases[rest] = heaviest;
        }
    }

    /** The outcome that belongs to 64 random bits. */
    public int at(long bits) {
        int outcome = Draw.below(bits, thresholds.length);
        return (bits & 0xFFFFFFFFL) < thresholds[outcome] ? outcome : aliases[outcome];
    }

    /** The outcome of a key's slot. */
    public int draw(long key, int slot) {
        return at(Draw.bits(key, slot));
    }

    /** The number of outcomes. */
    public int size() {
        return thresholds.length;
    }
}
