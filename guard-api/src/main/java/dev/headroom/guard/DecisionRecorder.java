package dev.headroom.guard;

import dev.headroom.degrade.DecisionRecord;

/**
 * Hands decisions to JDK Flight Recorder where the runtime has one. Its classes are loaded by the first decision, so that a start does
 * not wait for them. Safe for several threads.
 */
final class DecisionRecorder {
    private static final boolean AVAILABLE =
            ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    private DecisionRecorder() {}

    static void record(DecisionRecord decision) {
        if (AVAILABLE) {
            DecisionEvent.commit(decision);
        }
    }
}
