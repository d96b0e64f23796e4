package dev.headroom.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that options of the command line put in the place of the file's. Immutable. */
public final class Overrides {
    /** No overrides. */
    public static final Overrides NONE = new Overrides(Map.of());

    private final Map<String, Option> byPath;

    private Overrides(Map<String, Option> byPath) {
        this.byPath = byPath;
    }

    /**
     * Returns these overrides and one more.
     *
     * @param option the option, such as {@code --seed}
     * @param path the key, such as {@code global.seed}
     * @param text the value as it is written; elements of a list separated by commas
     */
    public Overrides with(String option, String path, String text) {
        Map<String, Option> extended = new LinkedHashMap<>(byPath);
        extended.put(path, new Option(option, text));
        return new Overrides(extended);
    }

    /**
     * Checks the values as such, for those who may not come to read the configuration that they override.
     *
     * @throws ConfigurationException telling every option whose value cannot be
     */
    public void check() throws ConfigurationException {
        Values.read("", new Node.Mapping(Position.START, List.of()), this)
                .problems()
                .throwIfAny();
    }

    Map<String, Option> byPath() {
        return byPath;
    }

    /** An option and its value. */
    record Option(String name, String text) {}
}
