package dev.headroom.degrade;

/**
 * What a run does at a level. CPU load has no part in this: it throttles a run and never changes what the run writes.
 *
 * @param batchFactor what to multiply the batch size with, 0 to 1
 * @param skipDataQuality whether data-quality issues are left out
 * @param skipInjections whether anomalies are left out as well
 * @param anomalyRateFactor what to multiply the anomaly rate with, 0 to 1
 * @param essentialColumnsOnly whether optional columns stay empty
 * @param skipGraph whether graph rows are left out
 * @param flush whether everything buffered is written out at once
 * @param terminate whether the run makes its last checkpoint and ends
 */
public record DegradationActions(
        double batchFactor,
        boolean skipDataQuality,
        boolean skipInjections,
        double anomalyRateFactor,
        boolean essentialColumnsOnly,
        boolean skipGraph,
        boolean flush,
        boolean terminate) {
    private static final DegradationActions NORMAL =
            new DegradationActions(1, false, false, 1, false, false, false, false);
    private static final DegradationActions REDUCED =
            new DegradationActions(0.5, true, false, 0.5, false, false, false, false);
    private static final DegradationActions MINIMAL =
            new DegradationActions(0.25, true, true, 0, true, true, false, false);
    private static final DegradationActions EMERGENCY =
            new DegradationActions(0, true, true, 0, true, true, true, true);

    /**
     * Returns the actions of a level. Allocates nothing.
     *
     * @param level the level
     * @return its actions
     */
    public static DegradationActions forLevel(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> NORMAL;
            case REDUCED -> REDUCED;
            case MINIMAL -> MINIMAL;
            case EMERGENCY -> EMERGENCY;
        };
    }

    /**
     * Scales a batch size.
     *
     * @param fullSize the size at level Normal, in rows, at least 1
     * @return the size at this level: at least 1, but 0 where nothing more is to be made
     */
    public int batchSize(int fullSize) {
        return batchFactor == 0 ? 0 : Math.max(1, (int) (fullSize * batchFactor));
    }
}
