package dev.headroom.degrade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one status: the level, and the decision that led to it if there was one. Immutable. */
public final class DegradationUpdate {
    private final DegradationLevel level;
    private final DegradationLevel decidedLevel;
    private final @Nullable DecisionRecord decision;

    private DegradationUpdate(
            DegradationLevel level, DegradationLevel decidedLevel, @Nullable DecisionRecord decision) {
        this.level = level;
        this.decidedLevel = decidedLevel;
        this.decision = decision;
    }

    static DegradationUpdate of(
            DegradationMode mode, DegradationLevel decidedLevel, @Nullable DecisionRecord decision) {
        DegradationLevel inForce = mode == DegradationMode.SHADOW ? DegradationLevel.NORMAL : decidedLevel;
        return new DegradationUpdate(inForce, decidedLevel, decision);
    }

    /**
     * Returns the level in force from now on.
     *
     * @return the level to act on; always Normal in shadow mode
     */
    public DegradationLevel level() {
        return level;
    }

    /**
     * Returns the level that was decided on.
     *
     * @return the level in force, or what it would be without shadow mode
     */
    public DegradationLevel decidedLevel() {
        return decidedLevel;
    }

    /**
     * Tells whether the level in force is another one than before.
     *
     * @return whether it changed; never in shadow mode
     */
    public boolean changed() {
        return decision != null && decision.mode() == DegradationMode.ENFORCE;
    }

    /**
     * Returns why the level that is decided on changed.
     *
     * @return the decision; empty if nothing changed
     */
    public Optional<DecisionRecord> decision() {
        return Optional.ofNullable(decision);
    }
}
