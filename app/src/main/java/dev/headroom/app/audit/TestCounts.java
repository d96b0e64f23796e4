package dev.headroom.app.audit;

/** How many entries each test has found, and how many of them, and of all, are labelled as its kind. Used by one thread. */
final class TestCounts {
    /** Stands for an entry that no label names. */
    static final int NO_KIND = -1;

    private final long[] labelled = new long[AnomalyTest.values().length];
    private final long[] found = new long[labelled.length];
    private final long[] right = new long[labelled.length];

    /** Counts an entry that labels name, if they do. */
    void labelled(int kind) {
        if (kind != NO_KIND) {
            labelled[kind]++;
        }
    }

    /**
     * Counts an entry that a test has found; once for each test.
     *
     * @param kind that the entry is labelled as
     */
    void found(AnomalyTest test, int kind) {
        found(test, 1, kind == test.code() ? 1 : 0);
    }

    /**
     * Counts entries that a test has found; once for each test.
     *
     * @param ofItsKind how many of them are labelled as its kind
     */
    void found(AnomalyTest test, long entries, long ofItsKind) {
        found[test.code()] += entries;
        right[test.code()] += ofItsKind;
    }

    /** What a test comes to. */
    AnomalyTestResult result(AnomalyTest test) {
        int kind = test.code();
        return new AnomalyTestResult(test, labelled[kind], found[kind], right[kind]);
    }
}
