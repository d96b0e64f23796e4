package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.ConfigurationSchema;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.SinkCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a configuration to begin with. */
@Command(
        name = "init",
        header = "Write a configuration to begin with.",
        description = {
            "Writes a complete configuration in YAML with a comment on every key, and beside it the JSON Schema by"
                    + " which editors complete and check it. Overwrites nothing."
        },
        footer = {"%nExample:", "  headroom init --industry retail --complexity medium -o ledger.yaml"})
final class InitCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Option(
            names = "--industry",
            paramLabel = "NAME",
            description = "manufacturing, retail, financial_services, healthcare or technology.")
    private @Nullable String industry;

    @Option(
            names = "--complexity",
            paramLabel = "SIZE",
            description = "Size of the chart of accounts: small, medium or large.")
    private @Nullable String complexity;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; otherwise the configuration goes to standard output.")
    private @Nullable Path file;

    InitCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        Overrides overrides = Overrides.NONE;
        if (industry != null) {
            overrides = overrides.with("--industry", "global.industry", industry);
        }
        if (complexity != null) {
            overrides = overrides.with("--complexity", "chart_of_accounts.complexity", complexity);
        }
        String yaml = new ConfigurationReader(SinkCatalogue.installed().formats())
                .readExample(overrides)
                .toCommentedYaml();
        if (file == null) {
            out.print(yaml);
            return ExitCode.DONE.code();
        }
        write(file, yaml);
        Path schema = file.resolveSibling(ConfigurationSchema.FILE_NAME);
        if (Files.notExists(schema)) {
            write(schema, ConfigurationSchema.json());
        }
        err.println("Wrote " + file + "; change what you need, then: headroom generate --config " + file);
        return ExitCode.DONE.code();
    }

    private static void write(Path file, String text) throws CommandFailedException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT, file + " is there already; name another file, or remove it first", e);
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT, file + " cannot be written: its directory is missing; make it first", e);
        } catch (AccessDeniedException e) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT, file + " cannot be written: permission denied; name another file", e);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT, file + " cannot be written (" + e.getMessage() + "); name another file", e);
        }
    }
}
