package dev.headroom.generator;

/** How much of a range is generated. What is left out at a lower fidelity can be generated later; what is there is the same. */
public enum Fidelity {
    /** Everything. */
    NORMAL(1.0, true, true),
    /** Half of the anomalies, a subset of those at {@link #NORMAL}; no data-quality issues. */
    REDUCED(0.5, false, true),
    /** No injections; optional columns are null; no rows in label and graph tables. */
    MINIMAL(0.0, false, false);

    private final double anomalyRateFactor;
    private final boolean dataQuality;
    private final boolean optionalColumns;

    Fidelity(double anomalyRateFactor, boolean dataQuality, boolean optionalColumns) {
        this.anomalyRateFactor = anomalyRateFactor;
        this.dataQuality = dataQuality;
        this.optionalColumns = optionalColumns;
    }

    /** What configured anomaly rates are multiplied by, 0 to 1. */
    public double anomalyRateFactor() {
        return anomalyRateFactor;
    }

    /** Whether data-quality issues are injected. */
    public boolean dataQuality() {
        return dataQuality;
    }

    /** Whether graph tables have rows. */
    public boolean graph() {
        return optionalColumns;
    }

    /** Whether columns that no accounting rule reads have values. */
    public boolean optionalColumns() {
        return optionalColumns;
    }
}
