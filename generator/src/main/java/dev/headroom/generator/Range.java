package dev.headroom.generator;

/**
 * A part of the ledger that is generated as one: at one fidelity, by one thread. Its boundaries depend on the configuration alone.
 *
 * @param index number of the range, from 0, without gaps
 * @param kind what it holds
 * @param first first master record or case unit; 0 for the epilogue
 * @param end master record or case unit after the last; 0 for the epilogue
 * @param entries journal entries in the range
 * @param numbering state of the numbering before the first entry; opaque; a checkpoint keeps it
 */
@SuppressWarnings("ArrayRecordComponent") // passed through, never compared
public record Range(long index, Kind kind, long first, long end, long entries, long[] numbering) {

    /** What a range holds. */
    public enum Kind {
        /** Master records. */
        MASTER_DATA,
        /** Business cases with their documents and entries. */
        CASES,
        /** What rests on the totals of all cases; the last range. */
        EPILOGUE
    }
}
