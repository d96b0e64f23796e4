package dev.headroom.app.audit;

import java.io.IOException;

/**
 * What rows of several tables say of the same key, such as an order with its receipts. Facts of a key come together, in the order of their
 * roles. A relation has a level; what it finds it can say to relations of higher levels. Used by one thread.
 */
abstract class Relation {
    private final int level;
    private int number;
    private long salt;

    Relation(int level) {
        this.level = level;
    }

    /** Is given the number that its facts are told apart by, before the first is told. */
    final void setNumber(int given) {
        number = given;
        salt = Hash.of(0x5EED, given);
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
