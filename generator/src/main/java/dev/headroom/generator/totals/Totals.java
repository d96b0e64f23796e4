package dev.headroom.generator.totals;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.Arrays;

/**
 * Sums of a ledger, or of a part of it: five numbers for each cell that has any. What the cells stand for depends on the ledger's
 * configuration. Totals of parts add up in any order. About 75 bytes for each cell with a number. Not safe for use by several threads.
 */
public final class Totals {
    /** Numbers of a cell. */
    public static final int VALUES = 5;

    private static final int FEWEST_SLOTS = 64;
    private static final int FREE = -1;

    private int[] cells;
    private long[] values;
    private int size;

    /** Makes empty totals. */
    public Totals() {
        cells = newCells(FEWEST_SLOTS);
        values = new long[FEWEST_SLOTS * VALUES];
    }

    private static int[] newCells(int length) {
        int[] made = new int[length];
        Arrays.fill(made, FREE);
        return made;
    }

    /** The number of cells. */
    public int size() {
        return size;
    }

    /** Has room for the cells of other totals, so that adding or subtracting them takes no memory. */
    public void makeRoomFor(Totals other) {
        while (2 * (size + other.size) > cells.length) {
            grow();
        }
    }

    /** Empties these; their memory stays for what is added next. */
    public void clear() {
        if (size > 0) {
            Arrays.fill(cells, FREE);
            Arrays.fill(values, 0);
            size = 0;
        }
    }

    /**
     * Where the numbers of a cell are in {@link #values}, until another cell is asked for that had none.
     *
     * @param cell 0 or above
     */
    int position(int cell) {
        int at = find(cell);
        if (cells[at] == FREE) {
            if (2 * (size + 1) > cells.length) {
                grow();
                at = find(cell);
            }
            cells[at] = cell;
            size++;
        }
        return at * VALUES;
    }

    private int find(int cell) {
        int mask = cells.length - 1;
        // Neighbours, such as the accounts of a company in a month, stay apart.
        int hash = cell * 0x9E3779B9;
        int at = (hash ^ hash >>> 15) & mask;
        while (cells[at] != cell && cells[at] != FREE) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldCells = cells;
        long[] oldValues = values;
        int[] moreCells = newCells(2 * oldCells.length);
        values = new long[moreCells.length * VALUES];
        cells = moreCells;
        for (int i = 0; i < oldCells.length; i++) {
            if (oldCells[i] != FREE) {
                int at = find(oldCells[i]);
                cells[at] = oldCells[i];
                System.arraycopy(oldValues, i * VALUES, values, at * VALUES, VALUES);
            }
        }
    }

    /** The numbers, at the positions of the cells. */
    long[] values() {
        return values;
    }

    /** A number of a cell; 0 if nothing was added to it. */
    long value(int cell, int index) {
        int at = find(cell);
        return cells[at] == FREE ? 0 : values[at * VALUES + index];
    }

    /** Adds other totals of the same ledger. */
    public void add(Totals other) {
        add(other, 1);
    }

    /** Takes other totals of the same ledger away. */
    public void subtract(Totals other) {
        add(other, -1);
    }

    private void add(Totals other, int sign) {
        for (int i = 0; i < other.cells.length; i++) {
            if (other.cells[i] != FREE) {
                int at = position(other.cells[i]);
                for (int value = 0; value < VALUES; value++) {
                    values[at + value] += sign * other.values[i * VALUES + value];
                }
            }
        }
    }

    /** The cells that have a number other than 0, from the least on. */
    int[] cells() {
        int[] found = new int[size];
        int count = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != FREE && hasNumber(i)) {
                found[count++] = cells[i];
            }
        }
        found = Arrays.copyOf(found, count);
        Arrays.sort(found);
        return found;
    }

    private boolean hasNumber(int slot) {
        for (int value = slot * VALUES; value < (slot + 1) * VALUES; value++) {
            if (values[value] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Writes the totals; equal ones write equal bytes, about 15 for each cell. */
    public void writeTo(DataOutput out) throws IOException {
        int[] written = cells();
        writeNumber(out, written.length);
        int last = 0;
        for (int cell : written) {
            writeNumber(out, cell - (long) last);
            last = cell;
            for (int value = 0; value < VALUES; value++) {
                long number = value(cell, value);
                // Small ones of either sign take few bytes.
                writeNumber(out, number << 1 ^ number >> 63);
            }
        }
    }

    /**
     * Reads totals that {@link #writeTo} has written.
     *
     * @throws StreamCorruptedException if they are not of that form
     */
    public static Totals readFrom(DataInput in) throws IOException {
        Totals totals = new Totals();
        long count = readNumber(in);
        long cell = 0;
        for (long i = 0; i < count; i++) {
            cell += readNumber(in);
            if (cell < 0 || cell > Integer.MAX_VALUE) {
                throw new StreamCorruptedException("there is no cell " + cell);
            }
            int at = totals.position((int) cell);
            for (int value = 0; value < VALUES; value++) {
                long number = readNumber(in);
                totals.values[at + value] = number >>> 1 ^ -(number & 1);
            }
        }
        return totals;
    }

    private static void writeNumber(DataOutput out, long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long readNumber(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.readByte();
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new StreamCorruptedException("a number is longer than ten bytes");
    }
}
