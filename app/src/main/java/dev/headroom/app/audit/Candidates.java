package dev.headroom.app.audit;

/** Entries that a test finds together or not at all. Used again for others. */
final class Candidates {
    private final AnomalyTest test;
    private long entries;
    private long right;

    Candidates(AnomalyTest test) {
        this.test = test;
    }

    /**
     * Adds an entry.
     *
     * @param kind that it is labelled as
     */
    void add(int kind) {
        entries++;
        right += kind == test.code() ? 1 : 0;
    }

    long entries() {
        return entries;
    }

    /** Has found all of them. */
    void found(TestCounts counts) {
        counts.found(test, entries, right);
    }

    void clear() {
        entries = 0;
        right = 0;
    }
}
