package dev.headroom.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives the degraded ranges of a run their full content. */
@Command(
        name = "repair",
        header = "Give degraded ranges their full content.",
        description = {
            "Generates the ranges that were written below Normal, and nothing else, and puts them in their place: the files"
                    + " are then byte for byte those of a run that was never degraded.",
            "The new files are written beside the present ones, which need as much room again, and take their place when"
                    + " they are complete. A repair that is stopped changes nothing; 'headroom repair' goes on with it."
        },
        footer = {"%nExample:", "  headroom repair demo --memory-limit 1GB"})
final class RepairCommand implements Callable<Integer> {
    private final Supplier<GenerateService> service;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path directory;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    RepairCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        this.service = service;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        ProgressMode progress = runOptions.progress();
        return service.get().repair(directory, runOptions.overrides(), progress).print(out, err);
    }
}
