package dev.headroom.app.cli;

import dev.headroom.app.config.Overrides;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Goes on with a run that stopped. */
@Command(
        name = "resume",
        header = "Continue a run that stopped.",
        description =
                "Goes on where a run stopped, for whatever reason it did. At the same levels, the files are byte for"
                        + " byte those of a run that was never stopped.",
        footer = {"%nExample:", "  headroom resume demo --memory-limit 1GB"})
final class ResumeCommand extends ExistingRunCommand {
    ResumeCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        super(service, out, err);
    }

    @Override
    RunOutcome execute(GenerateService service, Path directory, Overrides overrides, ProgressMode progress)
            throws Exception {
        return service.resume(directory, overrides, progress);
    }
}
