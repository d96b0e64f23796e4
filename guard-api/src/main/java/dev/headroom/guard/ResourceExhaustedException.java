package dev.headroom.guard;

/** A hard limit was reached. What led to it is in the snapshot, which is published before this is thrown. */
public abstract class ResourceExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ResourceExhaustedException(String message) {
        super(message);
    }
}
