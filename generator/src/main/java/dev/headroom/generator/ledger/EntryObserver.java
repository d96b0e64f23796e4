package dev.headroom.generator.ledger;

/** Sees every entry before it is written. One for each worker; not thread-safe. */
@FunctionalInterface
public interface EntryObserver {
    /**
     * Sees an entry, which it leaves as it is.
     *
     * @param anomalous whether an overlay has made it an anomaly
     */
    void entryComplete(EntryDraft draft, boolean anomalous);
}
