package dev.headroom.guard;

import dev.headroom.degrade.DecisionRecord;

/** Is told of every change of level, and in shadow mode of every change that there would have been. */
@FunctionalInterface
public interface DecisionListener {
    /**
     * Takes note of a decision. Called on the thread that took the sample, once the snapshot with the new level is published; it must
     * not block. What it throws is logged and goes no further.
     *
     * @param decision what changed and why
     */
    void onDecision(DecisionRecord decision);
}
