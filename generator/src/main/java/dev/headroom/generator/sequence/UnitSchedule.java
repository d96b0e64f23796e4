package dev.headroom.generator.sequence;

/**
 * Companies and dates of the entries of one kind of units, which is all that their numbers depend on. Implementations may keep what
 * they last computed, so they are not thread-safe.
 */
public interface UnitSchedule {
    /**
     * Counts the entries of a unit.
     *
     * @param ordinal unit of the kind
     * @param numbering entries by {@link Timetable#slot}; those of the unit are added
     * @return number of entries
     */
    int count(long ordinal, long[] numbering);
}
