package dev.headroom.app.verify;

/** A record is not one of its table, or not well-formed; the offset counts bytes of the expanded data. */
final class DamagedRecordException extends DamageException {
    private static final long serialVersionUID = 1L;

    DamagedRecordException(String message, long offset) {
        super(message, offset);
    }
}
