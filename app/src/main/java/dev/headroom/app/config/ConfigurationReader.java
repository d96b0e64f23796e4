package dev.headroom.app.config;

import dev.headroom.generator.InvalidLedgerConfigurationException;
import dev.headroom.generator.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads configurations. Strict: what it returns is complete and checked, and everything that is wrong is told at once. Immutable. */
public final class ConfigurationReader {
    private static final String DEMO = "demo.yaml";

    private final List<String> formats;

    /**
     * Makes a reader.
     *
     * @param formats the names of the formats that can be written; {@code none} need not be among them
     */
    public ConfigurationReader(Collection<String> formats) {
        this.formats = List.copyOf(formats);
    }

    /**
     * Reads a YAML file. Blocks on the file.
     *
     * @param file the file
     * @param overrides values that take the place of the file's
     * @throws ConfigurationException telling everything that is wrong
     */
    public HeadroomConfiguration readFile(Path file, Overrides overrides) throws ConfigurationException {
        return readYaml(file.toString(), ConfigurationText.read(file), overrides);
    }

    /**
     * Reads the configuration of the demonstration: 10,000 entries of three companies with all injections.
     *
     * @param overrides values that take the place of the configuration's
     * @throws ConfigurationException telling everything that is wrong with the overrides
     */
    public HeadroomConfiguration readDemo(Overrides overrides) throws ConfigurationException {
        return readYaml(DEMO, demoText(), overrides);
    }

    /**
     * Reads what {@link HeadroomConfiguration#toJson} wrote.
     *
     * @param name what the text is called in messages
     * @param json the text
     * @param overrides values that take the place of the text's
     * @throws ConfigurationException telling everything that is wrong
     */
    public HeadroomConfiguration readJson(String name, String json, Overrides overrides) throws ConfigurationException {
        return read(name, ConfigurationDocument.parseJson(name, json), overrides);
    }

    HeadroomConfiguration readYaml(String name, String text, Overrides overrides) throws ConfigurationException {
        return read(name, ConfigurationDocument.parseYaml(name, text), overrides);
    }

    private HeadroomConfiguration read(String name, Node.Mapping root, Overrides overrides)
            throws ConfigurationException {
        Values values = Values.read(name, root, overrides);
        HeadroomConfiguration configuration = new ConfigurationBinding(values, formats).bind();
        if (configuration != null) {
            try {
                Ledger.of(configuration.ledger());
            } catch (InvalidLedgerConfigurationException e) {
                values.reject(writtenKey(values, e.key()), String.valueOf(e.getMessage()));
            }
        }
        values.problems().throwIfAny();
        return Objects.requireNonNull(configuration, "a configuration without problems");
    }

    /** The key that somebody wrote: where the group's currency is left out, it is the first company's. */
    private static String writtenKey(Values values, String key) {
        return key.equals(LedgerSettings.GROUP_CURRENCY.path()) && !values.isWritten(key)
                ? Values.pathOf(LedgerSettings.CURRENCY, 0)
                : key;
    }

    /** The YAML of the demonstration. */
    public static String demoText() {
        try (InputStream in = Objects.requireNonNull(ConfigurationReader.class.getResourceAsStream(DEMO), DEMO)) {
            return ConfigurationText.decode(DEMO, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
