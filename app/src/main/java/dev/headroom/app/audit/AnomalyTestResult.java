package dev.headroom.app.audit;

/**
 * What an audit test has found.
 *
 * @param test which
 * @param labelled entries that are labelled as its kind
 * @param found entries that it found
 * @param right those of them that are labelled as its kind
 */
public record AnomalyTestResult(AnomalyTest test, long labelled, long found, long right) {
    /** The share of what is labelled that was found; 1 if nothing is. */
    public double recall() {
        return labelled == 0 ? 1 : right / (double) labelled;
    }

    /** The share of what was found that is labelled; 1 if nothing was found. */
    public double precision() {
        return found == 0 ? 1 : right / (double) found;
    }
}
