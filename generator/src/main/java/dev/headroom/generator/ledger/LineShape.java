package dev.headroom.generator.ledger;

import dev.headroom.generator.random.Discrete;
import dev.headroom.generator.random.Draw;

/**
 * How many lines an entry that no document posts has, and how many of them are debits. The figures are those published with
 * DataSynth 0.2.3: 88 % of the entries have an even number of lines, 82 % as many debits as credits, 11 % more credits, 7 % more
 * debits.
 */
final class LineShape {
    private static final int[] FIRST = {2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000};
    private static final int[] LAST = {2, 3, 4, 5, 6, 7, 8, 9, 99, 999, EntryDraft.MAXIMUM_LINES};
    private static final Discrete BANDS =
            new Discrete(.6068, .0577, .1663, .0306, .0332, .0113, .0188, .0042, .0633, .0076, .0002);
    /** In the bands of 10 lines and more. */
    private static final double EVEN = .77;
    /** Among entries with an even number of lines and more than 2, so that 82 % of all have equal sides. */
    private static final double EQUAL_SIDES = .7808;
    /** Among entries with unequal sides. */
    private static final double MORE_CREDITS = 11.0 / 18;

    private static final int BAND = 0;
    private static final int WITHIN_BAND = 1;
    private static final int PARITY = 2;
    private static final int SIDES = 3;
    private static final int SHORTER_SIDE = 4;

    private LineShape() {}

    /** The number of lines, 2 to 10,000. */
    static int lines(long key) {
        int band = BANDS.draw(key, BAND);
        int first = FIRST[band];
        if (first == LAST[band]) {
            return first;
        }
        // The pair of neighbours first, then which of the two.
        int pairs = (LAST[band] - first + 2) / 2;
        int odd = Draw.happens(key, PARITY, EVEN) ? 0 : 1;
        return Math.min(first + 2 * Draw.below(key, WITHIN_BAND, pairs) + odd, EntryDraft.MAXIMUM_LINES);
    }

    /** How many of the lines are debits, 1 to {@code lines − 1}. */
    static int debits(long key, int lines) {
        double sides = Draw.uniform(key, SIDES);
        double equal = lines == 2 ? 1 : lines % 2 == 0 ? EQUAL_SIDES : 0;
        if (sides < equal) {
            return lines / 2;
        }
        int shorter = 1 + Draw.below(key, SHORTER_SIDE, (lines - 1) / 2);
        return (sides - equal) < MORE_CREDITS * (1 - equal) ? shorter : lines - shorter;
    }
}
