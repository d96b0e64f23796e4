package dev.headroom.app.audit;

/** A set of hashes. */
final class LongSet {
    private long[] slots = new long[64];
    private int size;
    private boolean zero;

    /** Adds a number; false if it was there. */
    boolean add(long value) {
        if (value == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (2 * size >= slots.length) {
            grow();
        }
        int slot = slot(value, slots);
        if (slots[slot] == value) {
            return false;
        }
        slots[slot] = value;
        size++;
        return true;
    }

    boolean contains(long value) {
        return value == 0 ? zero : slots[slot(value, slots)] == value;
    }

    private static int slot(long value, long[] in) {
        int slot = (int) (value ^ (value >>> 32)) & (in.length - 1);
        while (in[slot] != 0 && in[slot] != value) {
            slot = (slot + 1) & (in.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long value : slots) {
            if (value != 0) {
                larger[slot(value, larger)] = value;
            }
        }
        slots = larger;
    }
}
