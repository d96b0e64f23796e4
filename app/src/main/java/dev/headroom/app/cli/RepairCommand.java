package dev.headroom.app.cli;

import dev.headroom.app.config.Overrides;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;

/** Gives the degraded ranges of a run their full content. */
@Command(
        name = "repair",
        header = "Give degraded ranges their full content.",
        description = {
            "Generates the ranges that were written below Normal, and the epilogue, which follows from all ranges, and"
                    + " puts them in their place: the files are then byte for byte those of a run that was never degraded.",
            "The new files are written beside the present ones, which need as much room again, and take their place when"
                    + " they are complete. A repair that is stopped changes nothing; 'headroom repair' goes on with it."
        },
        footer = {"%nExample:", "  headroom repair demo --memory-limit 1GB"})
final class RepairCommand extends ExistingRunCommand {
    RepairCommand(Supplier<GenerateService> service, PrintStream out, PrintStream err) {
        super(service, out, err);
    }

    @Override
    RunOutcome execute(GenerateService service, Path directory, Overrides overrides, ProgressMode progress)
            throws Exception {
        return service.repair(directory, overrides, progress);
    }
}
