package dev.headroom.app.run;

import dev.headroom.degrade.DegradationLevel;
import dev.headroom.generator.Fidelity;
import dev.headroom.generator.Range;
import org.jspecify.annotations.Nullable;

/**
 * A range to be produced, at the level that was in force when it was handed out.
 *
 * @param range what to generate
 * @param numberingAfter the generator's numbering after the range
 * @param level the level
 * @param replaced level at which the range was written before, where it is written anew; else null
 * @param batchRows where batches are cut
 * @param space disk space that is set aside for the range
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record RangeAssignment(
        Range range,
        long[] numberingAfter,
        DegradationLevel level,
        @Nullable DegradationLevel replaced,
        int batchRows,
        SpaceReservation space) {
    /** The generator's part of the level. */
    Fidelity fidelity() {
        return fidelity(level);
    }

    /** The generator's part of a level. */
    static Fidelity fidelity(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> Fidelity.NORMAL;
            case REDUCED -> Fidelity.REDUCED;
            case MINIMAL, EMERGENCY -> Fidelity.MINIMAL;
        };
    }
}
