package dev.headroom.generator;

/** A ledger configuration that contradicts itself or asks for what cannot be; names the key and says what to do. */
public final class InvalidLedgerConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    /**
     * Makes an exception.
     *
     * @param key the configuration key, such as {@code transactions.target_count}
     * @param message what is wrong and what to do, without the key
     */
    public InvalidLedgerConfigurationException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The configuration key, such as {@code transactions.target_count}. */
    public String key() {
        return key;
    }
}
