package dev.headroom.degrade;

/** Every change of level that may happen: up at once over any distance, down by one level. */
public enum LevelTransition {
    /** Escalation from Normal by one level. */
    NORMAL_TO_REDUCED(DegradationLevel.NORMAL, DegradationLevel.REDUCED),
    /** Escalation from Normal by two levels. */
    NORMAL_TO_MINIMAL(DegradationLevel.NORMAL, DegradationLevel.MINIMAL),
    /** Escalation from Normal by three levels. */
    NORMAL_TO_EMERGENCY(DegradationLevel.NORMAL, DegradationLevel.EMERGENCY),
    /** Escalation from Reduced by one level. */
    REDUCED_TO_MINIMAL(DegradationLevel.REDUCED, DegradationLevel.MINIMAL),
    /** Escalation from Reduced by two levels. */
    REDUCED_TO_EMERGENCY(DegradationLevel.REDUCED, DegradationLevel.EMERGENCY),
    /** Escalation from Minimal by one level. */
    MINIMAL_TO_EMERGENCY(DegradationLevel.MINIMAL, DegradationLevel.EMERGENCY),
    /** Recovery of a run that waited instead of stopping. */
    EMERGENCY_TO_MINIMAL(DegradationLevel.EMERGENCY, DegradationLevel.MINIMAL),
    /** Recovery from Minimal. */
    MINIMAL_TO_REDUCED(DegradationLevel.MINIMAL, DegradationLevel.REDUCED),
    /** Recovery from Reduced. */
    REDUCED_TO_NORMAL(DegradationLevel.REDUCED, DegradationLevel.NORMAL);

    private static final LevelTransition[] TRANSITIONS = values();

    private final DegradationLevel from;
    private final DegradationLevel to;

    LevelTransition(DegradationLevel from, DegradationLevel to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the level that is left.
     *
     * @return the level before the change
     */
    public DegradationLevel from() {
        return from;
    }

    /**
     * Returns the level that is entered.
     *
     * @return the level after the change
     */
    public DegradationLevel to() {
        return to;
    }

    /**
     * Tells whether the change makes the run do less.
     *
     * @return whether the level entered is the worse one
     */
    public boolean isEscalation() {
        return to.isWorseThan(from);
    }

    /**
     * Finds the transition between two levels.
     *
     * @param from the level that is left
     * @param to the level that is entered
     * @return the transition
     * @throws IllegalArgumentException if no such change may happen
     */
    public static LevelTransition between(DegradationLevel from, DegradationLevel to) {
        for (LevelTransition transition : TRANSITIONS) {
            if (transition.from == from && transition.to == to) {
                return transition;
            }
        }
        throw new IllegalArgumentException("No transition leads from " + from + " to " + to);
    }
}
