package dev.headroom.generator.sequence;

/**
 * The order of all units: kinds are interleaved evenly, each kind's units in the order of their ordinals. The first kind takes its
 * share of the positions, the next one its share of those that are left, and so on; which positions those are follows from counts
 * alone (Bresenham's line). Immutable.
 */
public final class UnitSequence {
    private static final UnitKind[] KINDS = UnitKind.values();

    private final long[] counts = new long[UnitKind.COUNT];
    /** Units of a kind and of all kinds after it. */
    private final long[] rests = new long[UnitKind.COUNT + 1];

    /**
     * Makes a sequence.
     *
     * @param counts units of each kind; at most 2^31 in all
     */
    public UnitSequence(long... counts) {
        for (int kind = UnitKind.COUNT - 1; kind >= 0; kind--) {
            this.counts[kind] = counts[kind];
            rests[kind] = rests[kind + 1] + counts[kind];
        }
        if (rests[0] > 1L << 31) {
            throw new IllegalArgumentException(rests[0] + " units are more than the arithmetic is exact for");
        }
    }

    /** The number of units. */
    public long size() {
        return rests[0];
    }

    /** A new cursor at a position from 0 to the size; constant time. */
    public Cursor cursor(long position) {
        return new Cursor(position);
    }

    /** Walks along the sequence; a step takes a few nanoseconds. Not thread-safe. */
    public final class Cursor {
        /** Units of a kind before the cursor. */
        private final long[] ordinals = new long[UnitKind.COUNT];
        /** Position among the rests of a kind, times its count, modulo the rests. */
        private final long[] remainders = new long[UnitKind.COUNT];

        private Cursor(long position) {
            long rest = position;
            for (int kind = 0; kind < UnitKind.COUNT && rests[kind] > 0; kind++) {
                long product = rest * counts[kind];
                ordinals[kind] = product / rests[kind];
                remainders[kind] = product % rests[kind];
                rest -= ordinals[kind];
            }
        }

        /** Steps over a unit and returns its kind. */
        public UnitKind next() {
            int kind = 0;
            while (true) {
                long remainder = remainders[kind] + counts[kind];
                if (remainder >= rests[kind]) {
                    remainders[kind] = remainder - rests[kind];
                    ordinals[kind]++;
                    return KINDS[kind];
                }
                remainders[kind++] = remainder;
            }
        }

        /** The number of units of a kind before the cursor: one above the ordinal of the unit that was last stepped over. */
        public long ordinal(UnitKind kind) {
            return ordinals[kind.index()];
        }
    }
}
