package dev.headroom.degrade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one status: the level, and the decision that led to it if it changed. Immutable. */
public final class DegradationUpdate {
    private static final DegradationUpdate NORMAL = new DegradationUpdate(DegradationLevel.NORMAL, null);
    private static final DegradationUpdate REDUCED = new DegradationUpdate(DegradationLevel.REDUCED, null);
    private static final DegradationUpdate MINIMAL = new DegradationUpdate(DegradationLevel.MINIMAL, null);
    private static final DegradationUpdate EMERGENCY = new DegradationUpdate(DegradationLevel.EMERGENCY, null);

    private final DegradationLevel level;
    private final @Nullable DecisionRecord decision;

    private DegradationUpdate(DegradationLevel level, @Nullable DecisionRecord decision) {
        this.level = level;
        this.decision = decision;
    }

    static DegradationUpdate unchanged(DegradationLevel level) {
        return switch (level) {
            case NORMAL -> NORMAL;
            case REDUCED -> REDUCED;
            case MINIMAL -> MINIMAL;
            case EMERGENCY -> EMERGENCY;
        };
    }

    static DegradationUpdate changed(DecisionRecord decision) {
        return new DegradationUpdate(decision.transition().to(), decision);
    }

    /**
     * Returns the level from now on.
     *
     * @return the level
     */
    public DegradationLevel level() {
        return level;
    }

    /**
     * Tells whether the level is another one than before.
     *
     * @return whether it changed
     */
    public boolean changed() {
        return decision != null;
    }

    /**
     * Returns why the level changed.
     *
     * @return the decision; empty if the level did not change
     */
    public Optional<DecisionRecord> decision() {
        return Optional.ofNullable(decision);
    }
}
