package dev.headroom.app.config;

import dev.headroom.generator.LedgerShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * Reads a configuration to begin with: that of the demonstration, with companies whose names fit the industry.
     *
     * @param overrides values that take the place of the configuration's
     * @throws ConfigurationException telling everything that is wrong with the overrides
     */
    public HeadroomConfiguration readExample(Overrides overrides) throws ConfigurationException {
        HeadroomConfiguration demo = readDemo(overrides);
        return new HeadroomConfiguration(
                CompanyNames.fitting(demo.ledger()),
                demo.shape(),
                demo.workerThreads(),
                demo.guards(),
                demo.emergency(),
                demo.output(),
                demo.server());
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
        return read(name, ConfigurationDocument.parseJson(name, json), overrides, null);
    }

    /**
     * Reads what {@link HeadroomConfiguration#toJson} wrote, without counting anew.
     *
     * @param name what the text is called in messages
     * @param json the text
     * @param shape the shape of that configuration's ledger
     * @param overrides values that take the place of the text's, and determine no bytes
     * @throws ConfigurationException telling everything that is wrong
     * @throws IllegalArgumentException if no ledger of the configuration can have the shape
     */
    public HeadroomConfiguration readJson(String name, String json, LedgerShape shape, Overrides overrides)
            throws ConfigurationException {
        return read(name, ConfigurationDocument.parseJson(name, json), overrides, shape);
    }

    HeadroomConfiguration readYaml(String name, String text, Overrides overrides) throws ConfigurationException {
        return read(name, ConfigurationDocument.parseYaml(name, text), overrides, null);
    }

    private HeadroomConfiguration read(String name, Node.Mapping root, Overrides overrides, @Nullable LedgerShape shape)
            throws ConfigurationException {
        Values values = Values.read(name, root, overrides);
        HeadroomConfiguration configuration = new ConfigurationBinding(values, formats).bind(shape);
        values.problems().throwIfAny();
        return Objects.requireNonNull(configuration, "a configuration without problems");
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
