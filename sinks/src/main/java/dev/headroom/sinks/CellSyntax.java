package dev.headroom.sinks;

import dev.headroom.table.Column;

/**
 * What the cells of one column look like: a value, and all that stands before it from the end of the cell before. Immutable and safe
 * for use by many threads.
 */
final class CellSyntax {
    private final RowSyntax row;
    private final FixedBytes lead;
    private final FixedBytes quotedLead;
    private final FixedBytes closingQuote;
    private final FixedBytes absent;

    CellSyntax(RowSyntax row, Column column, boolean first) {
        byte[] bytes = row.lead(column, first);
        this.row = row;
        this.lead = new FixedBytes(bytes);
        this.quotedLead = new FixedBytes(bytes, row.quote());
        this.closingQuote = new FixedBytes(row.quote());
        this.absent = new FixedBytes(bytes, row.absent());
    }

    /** What stands before a number or truth value. */
    FixedBytes lead() {
        return lead;
    }

    /** What stands before a date or time. */
    FixedBytes quotedLead() {
        return quotedLead;
    }

    /** What stands after a date or time. */
    FixedBytes closingQuote() {
        return closingQuote;
    }

    /** A cell without a value. */
    FixedBytes absent() {
        return absent;
    }

    /**
     * The most bytes that a cell takes.
     *
     * @param value the most bytes that its value takes
     */
    int bound(int value) {
        return Math.max(quotedLead.length() + value + closingQuote.length(), absent.length());
    }

    /** Writes a cell with a text and returns the position behind it. */
    int putText(byte[] text, int start, int end, byte[] target, int at) {
        return row.putText(text, start, end, target, lead.put(target, at));
    }

    /** The most bytes that {@link #putText} can make of a text. */
    int bound(byte[] text, int start, int end) {
        return bound(row.bound(text, start, end));
    }
}
