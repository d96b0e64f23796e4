package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a configuration comes from: one of the two. */
final class ConfigurationChoice {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration, in YAML; 'headroom init' writes one to begin with.")
    private @Nullable Path file;

    @Option(names = "--demo", description = "A built-in configuration: 10,000 entries of three companies.")
    private boolean demo;

    HeadroomConfiguration read(ConfigurationReader reader, Overrides overrides) throws ConfigurationException {
        return demo || file == null ? reader.readDemo(overrides) : reader.readFile(file, overrides);
    }

    String name() {
        return demo || file == null ? "demo" : file.toString();
    }
}
