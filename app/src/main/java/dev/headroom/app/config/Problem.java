package dev.headroom.app.config;

/**
 * One thing that is wrong with a configuration.
 *
 * @param where file with line and column, or the option of the command line
 * @param key the configuration key; empty where the document as a whole is meant
 * @param message what is wrong and what to do, on one line
 */
public record Problem(String where, String key, String message) {
    /** {@code file:line:column: key: what is wrong; what to do}. */
    @Override
    public String toString() {
        return where + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
