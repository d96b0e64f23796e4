package dev.headroom.generator.sequence;

/** Makes the documents and entries of one kind of units. Not thread-safe. */
public interface UnitGenerator {
    /**
     * Makes all of a unit.
     *
     * @param ordinal unit of the kind
     */
    void generate(long ordinal);
}
