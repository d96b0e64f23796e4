package dev.headroom.generator;

import dev.headroom.generator.master.Lazy;
import dev.headroom.generator.totals.RangeTotals;

/**
 * Makes the batches of ranges. Owns its batches and uses them again; after the first ranges it allocates next to nothing until the
 * ledger's {@linkplain Ledger#clearCaches caches are cleared}. One for each thread; not safe for use by several.
 */
public final class RangeGenerator {
    private final int maxBatchRows;
    private final RangeTotals totals;
    private final LedgerTotals ledgerTotals;
    private final Lazy<Workshop> workshop;

    RangeGenerator(Ledger ledger, int maxBatchRows) {
        if (maxBatchRows < 1) {
            throw new IllegalArgumentException("a batch of " + maxBatchRows + " rows has no room for one");
        }
        this.maxBatchRows = maxBatchRows;
        this.totals = new RangeTotals(ledger.totalsLayout());
        this.ledgerTotals = new LedgerTotals(totals.totals());
        this.workshop = ledger.cached(() -> new Workshop(ledger, maxBatchRows, totals));
        workshop.get();
    }

    /**
     * Makes the batches of a range of master data or cases and hands them on; those of a table in the order of its rows.
     *
     * @param range a range of this generator's ledger, other than the epilogue
     * @param batchRows rows after which a batch is handed on, 1 to the most that the generator was made for; the data do not depend
     *     on it
     * @throws X what the consumer throws; the generator can be used again afterwards
     * @throws IllegalArgumentException if the number of rows is out of range, or the range is the epilogue
     */
    public <X extends Exception> void generate(Range range, Fidelity fidelity, int batchRows, BatchConsumer<X> out)
            throws X {
        checkRows(batchRows);
        if (range.kind() == Range.Kind.EPILOGUE) {
            throw new IllegalArgumentException("the epilogue needs the totals of all other ranges");
        }
        totals.begin();
        workshop.get().generate(range, fidelity, batchRows, out);
    }

    /**
     * Makes the batches of the epilogue and hands them on; those of a table in the order of its rows.
     *
     * @param range the last range of this generator's ledger
     * @param others what {@link #totals} was after each of the other ranges, added up; it is not changed
     * @param batchRows as with other ranges
     * @throws X what the consumer throws; the generator can be used again afterwards
     * @throws IllegalArgumentException if the number of rows is out of range, or the range is not the epilogue
     */
    public <X extends Exception> void generateEpilogue(
            Range range, LedgerTotals others, Fidelity fidelity, int batchRows, BatchConsumer<X> out) throws X {
        checkRows(batchRows);
        if (range.kind() != Range.Kind.EPILOGUE) {
            throw new IllegalArgumentException("range " + range.index() + " is not the epilogue");
        }
        totals.begin();
        workshop.get().generateEpilogue(range, others.totals(), fidelity, batchRows, out);
    }

    private void checkRows(int batchRows) {
        if (batchRows < 1 || batchRows > maxBatchRows) {
            throw new IllegalArgumentException("batches of " + batchRows + " rows are not of 1 to " + maxBatchRows);
        }
    }

    /** What the range that was made last adds to the ledger's totals; changes with the next range. */
    public LedgerTotals totals() {
        return ledgerTotals;
    }
}
