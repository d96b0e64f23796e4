package dev.headroom.generator;

/** Makes all ranges of a ledger, the epilogue at the end. */
final class WholeLedger {
    private WholeLedger() {}

    /** Hands all batches on, and returns the totals of all ranges but the epilogue. */
    static LedgerTotals generate(Ledger ledger, Fidelity fidelity, int batchRows, BatchConsumer<RuntimeException> out) {
        RangeGenerator generator = ledger.newRangeGenerator(batchRows);
        LedgerTotals totals = new LedgerTotals();
        RangeSequence ranges = ledger.ranges();
        while (ranges.hasNext()) {
            Range range = ranges.next();
            if (range.kind() == Range.Kind.EPILOGUE) {
                generator.generateEpilogue(range, totals, fidelity, batchRows, out);
            } else {
                generator.generate(range, fidelity, batchRows, out);
                totals.add(generator.totals());
            }
        }
        return totals;
    }
}
