package dev.headroom.app.run;

/** A running run as others see it. Safe for use by many threads; no call blocks. */
public interface RunView {
    /** Journal entries of the whole run. */
    long entryTarget();

    /** Journal entries that were there when this process took the run up. */
    long entriesBefore();

    /** Sums over the completed ranges. */
    RunTotals totals();

    /** The resources as of the last sample. */
    ResourceUse use();
}
