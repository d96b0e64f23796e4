package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.doctor.Examination;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what a run would see here. */
@Command(
        name = "doctor",
        header = "Tell what is measured here, how, at what cost, and which limits apply.",
        description = {
            "Looks at memory, the disk of the output directory, the CPUs, the Java runtime, formats and plug-ins as a run of"
                    + " the configuration would, and warns of what does not fit. Writes nothing; takes about a second."
        },
        footer = {"%nExamples:", "  headroom doctor", "  headroom doctor --config ledger.yaml --memory-limit 256MB"})
final class DoctorCommand implements Callable<Integer> {
    private final PrintStream out;

    @ArgGroup
    private @Nullable ConfigurationChoice choice;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run directory that is meant, which need not exist; otherwise as the configuration says.")
    private @Nullable String output;

    @Option(
            names = "--format",
            paramLabel = "NAME[,NAME...]",
            description = "The formats that are meant; otherwise as the configuration says.")
    private @Nullable String format;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "The worker threads that are meant; otherwise as the configuration says.")
    private @Nullable String threads;

    @Option(
            names = "--memory-limit",
            paramLabel = "SIZE",
            description = "The memory limit that is meant; otherwise as the configuration says.")
    private @Nullable String memoryLimit;

    DoctorCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Overrides overrides = Overrides.NONE;
        if (output != null) {
            overrides = overrides.with("--output", "output.directory", output);
        }
        if (format != null) {
            overrides = overrides.with("--format", "output.formats", format);
        }
        if (threads != null) {
            overrides = overrides.with("--threads", "global.worker_threads", threads);
        }
        if (memoryLimit != null) {
            overrides = overrides.with("--memory-limit", "global.memory_limit", memoryLimit);
        }
        SinkCatalogue sinks = SinkCatalogue.installed();
        ConfigurationReader reader = new ConfigurationReader(sinks.formats());
        HeadroomConfiguration configuration =
                choice == null ? reader.readJson("defaults", "{}", overrides) : choice.read(reader, overrides);
        out.println("Headroom " + HeadroomVersion.current() + ", for a run of "
                + (choice == null ? "the default configuration" : choice.name()));
        new Examination(configuration, ProbeSelection.load(), sinks, TimeSource.system())
                .report()
                .forEach(out::println);
        return ExitCode.DONE.code();
    }
}
