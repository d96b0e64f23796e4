package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Shard;
import dev.headroom.app.run.SinkCatalogue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Generates data. */
@Command(
        name = "generate",
        header = "Generate accounting data.",
        description = {
            "Makes a run directory with a file for each table and format, and a manifest of what is in them. The same"
                    + " configuration and seed give the same bytes, whatever the threads, limits and machine.",
            "A run that is stopped, by Ctrl-C, a guard or a full disk, leaves sound files, and 'headroom resume' goes on"
                    + " where it stopped."
        },
        footer = {
            "%nExamples:",
            "  headroom generate --demo --output demo",
            "  headroom generate --config ledger.yaml --memory-limit 256MB"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Supplier<GenerateService> service;
    private final PrintStream out;
    private final PrintStream err;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationChoice choice;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "The run directory; made where it is missing; otherwise output.directory of the configuration.")
    private @Nullable String output;

    @Option(
            names = "--format",
            paramLabel = "NAME[,NAME...]",
            description = "The formats: csv, json, ndjson, those of plug-ins; or none, which generates and discards.")
    private @Nullable String format;

    @Option(
            names = "--compression",
            paramLabel = "none|gzip|zstd",
            description = "What the files are compressed with; otherwise output.compression of the configuration.")
    private @Nullable String compression;

    @Option(names = "--seed", paramLabel = "N", description = "Another seed gives another ledger of the same shape.")
    private @Nullable String seed;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Make the I-th of N parts of the run, each of which may be made on another machine; 'headroom merge'"
                            + " puts them together.")
    private @Nullable String shard;

    @Option(
            names = "--replay-levels",
            paramLabel = "FILE",
            description =
                    "Write each range at the level that is recorded: by the manifest of a run, which may also be given by its"
                            + " directory, or in a file with levels like a manifest's. Resources still stop the run, and change no"
                            + " level.")
    private @Nullable Path replayLevels;

    @Option(names = "--overwrite", description = "Replace the run that is in the directory.")
    private boolean overwrite;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    GenerateCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        this.service = service;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        ProgressMode progress = runOptions.progress();
        Shard chosenShard = shard == null ? null : ShardChoice.read(shard);
        Overrides overrides = runOptions.overrides();
        if (seed != null) {
            overrides = overrides.with("--seed", "global.seed", seed);
        }
        if (format != null) {
            overrides = overrides.with("--format", "output.formats", format);
        }
        if (compression != null) {
            overrides = overrides.with("--compression", "output.compression", compression);
        }
        if (output != null) {
            overrides = overrides.with("--output", "output.directory", output);
        }
        var configuration =
                choice.read(new ConfigurationReader(SinkCatalogue.installed().formats()), overrides);
        RunOutcome outcome = service.get().generate(configuration, chosenShard, replayLevels, overwrite, progress);
        return outcome.print(out, err);
    }
}
