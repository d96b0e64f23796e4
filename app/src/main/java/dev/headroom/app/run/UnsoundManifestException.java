package dev.headroom.app.run;

/** A manifest that can be read, and that no run can have written. */
public final class UnsoundManifestException extends RunRefusedException {
    private static final long serialVersionUID = 1L;

    UnsoundManifestException(String message) {
        super(message);
    }
}
