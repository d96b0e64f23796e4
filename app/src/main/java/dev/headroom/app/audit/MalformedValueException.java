package dev.headroom.app.audit;

/** A value does not have the form of its column's type. */
final class MalformedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedValueException(String message) {
        super(message, null, false, false);
    }
}
