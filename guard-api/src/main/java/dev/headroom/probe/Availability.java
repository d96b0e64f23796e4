package dev.headroom.probe;

/**
 * Whether a provider can work here, and why or why not.
 *
 * @param status the answer
 * @param reason the reason, in a few words, for people
 */
public record Availability(Status status, String reason) {
    /** The three answers. */
    public enum Status {
        /** It works here. */
        AVAILABLE,
        /** It is meant for something else, such as another operating system. All is well. */
        NOT_APPLICABLE,
        /** It should work here and does not. Somebody should look at it. */
        BROKEN
    }

    /**
     * Says that the provider works here.
     *
     * @param reason what it found
     * @return the answer
     */
    public static Availability available(String reason) {
        return new Availability(Status.AVAILABLE, reason);
    }

    /**
     * Says that the provider is meant for something else.
     *
     * @param reason what it is meant for
     * @return the answer
     */
    public static Availability notApplicable(String reason) {
        return new Availability(Status.NOT_APPLICABLE, reason);
    }

    /**
     * Says that the provider should work here and does not.
     *
     * @param reason what failed
     * @return the answer
     */
    public static Availability broken(String reason) {
        return new Availability(Status.BROKEN, reason);
    }
}
