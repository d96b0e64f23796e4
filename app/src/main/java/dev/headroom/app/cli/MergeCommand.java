package dev.headroom.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts shards together. */
@Command(
        name = "merge",
        header = "Put shards together.",
        description = {
            "Writes what the shards of a run hold as one run, and what follows from all of them: the files are byte for byte"
                    + " those of a run that was made as a whole. The shards, which 'headroom generate --shard' makes, stay as"
                    + " they are; there has to be room for both.",
            "A merge that is stopped keeps nothing."
        },
        footer = {
            "%nExample:",
            "  headroom generate --demo --shard 1/2 --output first",
            "  headroom generate --demo --shard 2/2 --output second",
            "  headroom merge first second --output whole"
        })
final class MergeCommand implements Callable<Integer> {
    private final Supplier<GenerateService> service;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The directories of all shards, in any order.")
    private List<Path> shards = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The directory of the whole run; made where it is missing.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path output;

    @Option(names = "--overwrite", description = "Replace the run that is in the directory.")
    private boolean overwrite;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    MergeCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        this.service = service;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        ProgressMode progress = runOptions.progress();
        return service.get()
                .merge(shards, output, runOptions.overrides(), overwrite, progress)
                .print(out, err);
    }
}
