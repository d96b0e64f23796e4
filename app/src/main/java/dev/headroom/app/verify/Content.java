package dev.headroom.app.verify;

/** Takes the bytes of a range's part of a file, expanded, piece by piece. */
interface Content {
    void accept(byte[] bytes, int start, int end) throws DamageException;
}
