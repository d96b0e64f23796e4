package dev.headroom.app.run;

/** A run that cannot begin as asked; nothing was written. The message says what is wrong, where, and what to do. */
public class RunRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message for the user. */
    public RunRefusedException(String message) {
        super(message);
    }

    /** Makes an exception with a message for the user and its cause. */
    public RunRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
