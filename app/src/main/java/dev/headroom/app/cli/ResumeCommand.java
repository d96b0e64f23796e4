package dev.headroom.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a run that stopped. */
@Command(
        name = "resume",
        header = "Continue a run that stopped.",
        description =
                "Goes on where a run stopped, for whatever reason it did. At the same levels, the files are byte for"
                        + " byte those of a run that was never stopped.",
        footer = {"%nExample:", "  headroom resume demo --memory-limit 1GB"})
final class ResumeCommand implements Callable<Integer> {
    private final Supplier<GenerateService> service;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path directory;

    @Mixin
    private final RunOptions runOptions = new RunOptions();

    ResumeCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        this.service = service;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        ProgressMode progress = runOptions.progress();
        return service.get().resume(directory, runOptions.overrides(), progress).print(out, err);
    }
}
