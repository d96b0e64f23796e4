package dev.headroom.app.cli;

import dev.headroom.app.config.Overrides;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that goes to work on a run that is there. */
abstract class ExistingRunCommand implements Callable<Integer> {
    private final Supplier<GenerateService> service;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path directory;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    ExistingRunCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        this.service = service;
        this.out = out;
        this.err = err;
    }

    /** Does what the command is for; blocks until that ends. */
    abstract RunOutcome execute(GenerateService service, Path directory, Overrides overrides, ProgressMode progress)
            throws Exception;

    @Override
    public Integer call() throws Exception {
        ProgressMode progress = runOptions.progress();
        Overrides overrides = runOptions.overrides();
        // A run that needs no work has no use for them.
        overrides.check();
        return execute(service.get(), directory, overrides, progress).print(out, err);
    }
}
