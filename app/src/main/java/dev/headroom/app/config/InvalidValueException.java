package dev.headroom.app.config;

/** A value that its key does not take; the message says what is wrong and what to do. */
final class InvalidValueException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String problem;

    InvalidValueException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong and what to do. */
    String problem() {
        return problem;
    }
}
