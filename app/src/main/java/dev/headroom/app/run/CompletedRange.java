package dev.headroom.app.run;

import dev.headroom.generator.LedgerTotals;
import java.io.IOException;

/** A range whose bytes are all in the sinks. */
interface CompletedRange {
    RangeAssignment assignment();

    /** Rows of a table in the range. */
    long rows(int table);

    /** What the range adds to the totals of the ledger. */
    LedgerTotals totals() throws IOException;
}
