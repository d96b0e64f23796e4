package dev.headroom.app.verify;

/** What is read is not what it has to be. The message says what is wrong; whoever catches it knows the file. */
class DamageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * Makes an exception.
     *
     * @param offset where in what was read, in bytes from its start
     */
    DamageException(String message, long offset) {
        super(message);
        this.offset = offset;
    }

    final long offset() {
        return offset;
    }
}
