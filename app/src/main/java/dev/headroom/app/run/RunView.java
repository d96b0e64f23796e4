package dev.headroom.app.run;

import java.util.OptionalDouble;

/** A running run as others see it. Safe for use by many threads; no call blocks. */
public interface RunView {
    /** Journal entries of the whole run. */
    long entryTarget();

    /** Journal entries that were there when this process took the run up. */
    long entriesBefore();

    /** Sums over the completed ranges. */
    RunTotals totals();

    /** For how long the run has been waiting for an emergency to pass, in seconds; empty while it does not. */
    OptionalDouble emergencyWaitSeconds();

    /** The resources as of the last sample. */
    ResourceUse use();
}
