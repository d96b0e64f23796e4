package dev.headroom.app.run;

/** A range whose bytes are all in the sinks. */
interface CompletedRange {
    RangeAssignment assignment();

    /** Rows of a table in the range. */
    long rows(int table);
}
