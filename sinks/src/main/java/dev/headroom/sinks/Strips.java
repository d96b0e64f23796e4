package dev.headroom.sinks;

import java.util.Arrays;

/**
 * Scratch bytes divided into strips, one for each of a few rows (or groups), so that cells can be appended to all rows a column at
 * a time. Holds as many strips as fit in its usual size, and at least one of any length.
 */
final class Strips {
    private static final byte[] NONE = {};

    private final int usualSize;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = NONE;

    /**
     * Makes room for strips; the bytes are allocated when first laid out.
     *
     * @param most the number of strips at most
     * @param usualSize the bytes that all strips together may take
     */
    Strips(int most, int usualSize) {
        this.usualSize = usualSize;
        this.starts = new int[most];
        this.ends = new int[most];
    }

    /** The array that all strips share. */
    byte[] bytes() {
        return bytes;
    }

    /** Where each strip starts. */
    int[] starts() {
        return starts;
    }

    /** Where each strip ends so far; whoever appends to a strip moves its end. */
    int[] ends() {
        return ends;
    }

    /** Sets the bytes that each strip may take before {@link #layOut}; for callers to add to, in {@link #ends}. */
    void bound(int count, int bytesEach) {
        Arrays.fill(ends, 0, count, bytesEach);
    }

    /**
     * Lays out empty strips of the bounds that {@link #ends} holds.
     *
     * @return how many strips there are: the count, or fewer if they would take more than the usual size
     */
    int layOut(int count) {
        int total = ends[0];
        starts[0] = 0;
        ends[0] = 0;
        int laid = 1;
        while (laid < count && total + ends[laid] <= usualSize) {
            int bound = ends[laid];
            starts[laid] = total;
            ends[laid] = total;
            total += bound;
            laid++;
        }
        if (bytes.length < total || bytes.length > usualSize) {
            bytes = new byte[Math.max(total, usualSize)];
        }
        return laid;
    }
}
