package dev.headroom.generator.ledger;

/** Alters some entries between the case that makes them and the table. One for each worker; not thread-safe. */
@FunctionalInterface
public interface EntryOverlay {
    /**
     * Alters a complete entry, or leaves it as it is. What structure determines stays.
     *
     * @return whether the entry is an anomaly
     */
    boolean apply(EntryDraft draft);
}
