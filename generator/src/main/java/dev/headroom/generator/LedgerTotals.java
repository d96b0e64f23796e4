package dev.headroom.generator;

import dev.headroom.generator.totals.Totals;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Sums over ranges of a ledger, from which its epilogue is made: those of each range other than the epilogue, added up in any order. What
 * they are sums of is the generator's affair. About 75 bytes for each cell. Not safe for use by several threads.
 */
public final class LedgerTotals {
    private final Totals totals;

    /** Makes empty totals. */
    public LedgerTotals() {
        this(new Totals());
    }

    LedgerTotals(Totals totals) {
        this.totals = totals;
    }

    Totals totals() {
        return totals;
    }

    /** The number of cells, which grows with what is added. */
    public int size() {
        return totals.size();
    }

    /** Has room for other totals, so that adding or subtracting them takes no memory, and cannot fail. */
    public void makeRoomFor(LedgerTotals other) {
        totals.makeRoomFor(other.totals);
    }

    /** Adds the totals of other ranges of the same ledger. */
    public void add(LedgerTotals other) {
        totals.add(other.totals);
    }

    /** Takes the totals of some of the ranges away. */
    public void subtract(LedgerTotals other) {
        totals.subtract(other.totals);
    }

    /** Writes the totals; equal ones write equal bytes, about 15 for each cell, and at most 55. */
    public void writeTo(DataOutput out) throws IOException {
        totals.writeTo(out);
    }

    /**
     * Reads totals that {@link #writeTo} has written.
     *
     * @throws IOException if they cannot be read, or are not of that form
     */
    public static LedgerTotals readFrom(DataInput in) throws IOException {
        return new LedgerTotals(Totals.readFrom(in));
    }
}
