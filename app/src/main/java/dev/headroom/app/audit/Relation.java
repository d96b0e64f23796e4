package dev.headroom.app.audit;

import java.io.IOException;

/**
 * What rows of several tables say of the same key, such as an order with its receipts. Facts of a key come together, in the order of their
 * roles. A relation has a level; what it finds it can say to relations of higher levels. Used by one thread.
 */
abstract class Relation {
    private final int number;
    private final int level;
    private final long salt;

    Relation(int number, int level) {
        this.number = number;
        this.level = level;
        this.salt = Hash.of(0x5EED, number);
    }

    final int number() {
        return number;
    }

    final int level() {
        return level;
    }

    /** The key as no other relation has it. */
    final long salted(long key) {
        return Hash.of(key, salt);
    }

    /** Begins with a key. */
    abstract void begin();

    /** Takes a fact of the key. */
    abstract void take(Fact fact) throws IOException;

    /** Has all facts of the key. */
    abstract void end() throws IOException;
}
