package dev.headroom.degrade;

/** Whether levels have an effect. */
public enum DegradationMode {
    /** What is decided is the level in force. */
    ENFORCE,
    /**
     * Levels are decided and recorded as ever, and the level in force stays Normal: for trying thresholds out on real work. Limits are
     * not levels: a hard limit and a full disk still hold.
     */
    SHADOW
}
