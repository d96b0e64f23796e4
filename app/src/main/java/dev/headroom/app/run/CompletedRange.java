package dev.headroom.app.run;

import dev.headroom.generator.LedgerTotals;
import java.io.IOException;

/** A range whose bytes are all in the sinks. */
interface CompletedRange {
    /** Totals of a range that adds none; nobody adds to them. */
    LedgerTotals NOTHING = new LedgerTotals();

    RangeAssignment assignment();

    /** Rows of a table in the range. */
    long rows(int table);

    /** What the range adds to the totals of the ledger; {@link #NOTHING} if it is not one of cases. */
    LedgerTotals totals() throws IOException;
}
