package dev.headroom.app.audit;

import java.io.IOException;

/**
 * What one row says of a key: a fact. It has a role among the facts of its relation, the row that it comes from, and up to six numbers.
 * Used again for each fact; its fields are open as it is filled and read on hot paths.
 */
final class Fact {
    static final int VALUES = 6;
    /** Longs of a record. */
    static final int WIDTH = 2 + VALUES;

    private static final int ROLE_SHIFT = 48;
    private static final long ROW_MASK = (1L << ROLE_SHIFT) - 1;

    private final long[] record = new long[WIDTH];

    /** Begins a fact of a relation's key. */
    Fact of(Relation relation, long key, int role, long row) {
        record[0] = relation.salted(key);
        record[1] = ((((long) relation.number() << 8) | role) << ROLE_SHIFT) | row;
        for (int i = 2; i < WIDTH; i++) {
            record[i] = 0;
        }
        return this;
    }

    Fact with(int index, long value) {
        record[2 + index] = value;
        return this;
    }

    void addTo(Sorter.Appender appender) throws IOException {
        appender.add(record);
    }

    /** Becomes the record at hand. */
    void take(Sorter.Merge merge) {
        for (int i = 0; i < WIDTH; i++) {
            record[i] = merge.get(i);
        }
    }

    long key() {
        return record[0];
    }

    int relation() {
        return (int) (record[1] >>> (ROLE_SHIFT + 8));
    }

    int role() {
        return (int) (record[1] >>> ROLE_SHIFT) & 0xff;
    }

    long row() {
        return record[1] & ROW_MASK;
    }

    long value(int index) {
        return record[2 + index];
    }

    /** A day and a hash of 32 bits in one number. */
    static long pack(int day, long hash) {
        return ((long) day << 32) | (hash & 0xffff_ffffL);
    }

    static int day(long packed) {
        return (int) (packed >> 32);
    }

    static int party(long packed) {
        return (int) packed;
    }
}
