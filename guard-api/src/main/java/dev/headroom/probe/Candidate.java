package dev.headroom.probe;

/**
 * A provider that was looked at, and what became of it.
 *
 * @param name its name; its class where it could not even be made
 * @param priority its priority; 0 where it could not be asked
 * @param verdict what became of it
 * @param reason why
 */
public record Candidate(String name, int priority, Verdict verdict, String reason) {
    /** What became of a provider. */
    public enum Verdict {
        /** It is the one that is asked first. */
        TAKEN,
        /** It works here, and one of higher priority was taken; it is asked where that one has no probe. */
        OUTRANKED,
        /** It is meant for something else. */
        NOT_APPLICABLE,
        /** It should work and does not, or it threw. */
        REFUSED
    }

    /**
     * Puts the outcome in one line.
     *
     * @return for example {@code linux (priority 100): taken, procfs and cgroup v1}
     */
    public String describe() {
        String outcome = switch (verdict) {
            case TAKEN -> "taken";
            case OUTRANKED -> "outranked";
            case NOT_APPLICABLE -> "not applicable";
            case REFUSED -> "refused";
        };
        return name + " (priority " + priority + "): " + outcome + ", " + reason;
    }
}
