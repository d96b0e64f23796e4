package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RepairResult;
import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.run.RunResult;
import dev.headroom.app.run.Shard;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.app.run.StopRequest;
import dev.headroom.app.wiring.ConfiguredRuns;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes guarded runs, shows their progress, and stops them on a signal. */
final class GuardedGeneration implements GenerateService {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedGeneration.class);

    private static final String CHECKPOINT = "a checkpoint";

    private final ConfiguredRuns runs;
    private final Interruption interruption;
    private final PrintStream err;
    private final boolean terminal;

    /** Makes runs that show their progress on {@code err}, which may be a terminal. */
    GuardedGeneration(ConfiguredRuns runs, Interruption interruption, PrintStream err, boolean terminal) {
        this.runs = runs;
        this.interruption = interruption;
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public RunOutcome generate(
            HeadroomConfiguration configuration,
            @Nullable Shard shard,
            @Nullable Path replayLevels,
            boolean overwrite,
            ProgressMode progress)
            throws CommandFailedException {
        StopRequest stop = stopOnSignal(CHECKPOINT);
        try (ShownRun shown = shown(progress)) {
            shown.serve(configuration.server());
            return outcome(runs.generate(configuration, shard, replayLevels, overwrite, stop, shown));
        } catch (RunRefusedException e) {
            throw refused(e);
        }
    }

    @Override
    public RunOutcome resume(Path directory, Overrides overrides, ProgressMode progress)
            throws CommandFailedException, ConfigurationException {
        StopRequest stop = stopOnSignal(CHECKPOINT);
        try (ShownRun shown = shown(progress)) {
            return outcome(runs.resume(directory, manifest -> configuration(manifest, overrides, shown), stop, shown));
        } catch (RunRefusedException e) {
            throw refused(e);
        } catch (UnusableManifestException e) {
            throw e.unwrapped();
        }
    }

    @Override
    public RunOutcome repair(Path directory, Overrides overrides, ProgressMode progress)
            throws CommandFailedException, ConfigurationException {
        StopRequest stop = stopOnSignal(CHECKPOINT);
        try (ShownRun shown = shown(progress)) {
            return outcome(runs.repair(directory, manifest -> configuration(manifest, overrides, shown), stop, shown));
        } catch (RunRefusedException e) {
            throw refused(e);
        } catch (UnusableManifestException e) {
            throw e.unwrapped();
        }
    }

    @Override
    public RunOutcome merge(
            List<Path> shards, Path output, Overrides overrides, boolean overwrite, ProgressMode progress)
            throws CommandFailedException, ConfigurationException {
        StopRequest stop = stopOnSignal("nothing of the merge kept");
        try (ShownRun shown = shown(progress)) {
            RunResult result = runs.merge(
                    shards, output, overwrite, manifest -> configuration(manifest, overrides, shown), stop, shown);
            Manifest.Stop why = result.stop().orElse(null);
            return why == null
                    ? outcome(result)
                    : new RunOutcome(exitCode(why), List.of(), List.of(RunReport.mergeStopped(why)));
        } catch (RunRefusedException e) {
            throw refused(e);
        } catch (UnusableManifestException e) {
            throw e.unwrapped();
        }
    }

    private StopRequest stopOnSignal(String keeping) {
        StopRequest stop = new StopRequest();
        interruption.stopOnSignal(stop, keeping);
        return stop;
    }

    private ShownRun shown(ProgressMode progress) {
        return new ShownRun(new ProgressDisplay(progress, err, terminal), err);
    }

    private static HeadroomConfiguration configuration(Manifest manifest, Overrides overrides, ShownRun shown) {
        try {
            HeadroomConfiguration configuration = new ConfigurationReader(
                            SinkCatalogue.installed().formats())
                    .readJson(
                            Manifest.NAME,
                            manifest.configuration().toString(),
                            manifest.ranges().shape(),
                            overrides);
            shown.serve(configuration.server());
            return configuration;
        } catch (ConfigurationException | CommandFailedException e) {
            throw new UnusableManifestException(e);
        }
    }

    /** Carries a checked exception through a function. */
    private static final class UnusableManifestException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Exception problem;

        UnusableManifestException(Exception problem) {
            super(problem);
            this.problem = problem;
        }

        /** Throws a fault of the configuration, and returns any other. */
        CommandFailedException unwrapped() throws ConfigurationException {
            if (problem instanceof ConfigurationException configuration) {
                throw configuration;
            }
            return (CommandFailedException) problem;
        }
    }

    private static CommandFailedException refused(RunRefusedException e) {
        return new CommandFailedException(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()));
    }

    private RunOutcome outcome(RunResult result) {
        if (result.failure() != null) {
            LOG.debug("The run failed", result.failure());
        }
        if (result.nothingToDo()) {
            return new RunOutcome(
                    ExitCode.DONE, List.of(result.directory() + " is complete; there is nothing to resume"), List.of());
        }
        List<String> messages = result.stop()
                .map(stop -> RunReport.stopped(result, stop))
                .map(List::of)
                .orElse(List.of());
        return new RunOutcome(exitCode(result.stop().orElse(null)), RunReport.summary(result), messages);
    }

    private RunOutcome outcome(RepairResult result) {
        if (result.failure() != null) {
            LOG.debug("The repair failed", result.failure());
        }
        if (result.nothingToDo()) {
            return new RunOutcome(
                    ExitCode.DONE,
                    List.of("every range of " + result.directory() + " is at NORMAL; there is nothing to repair"),
                    List.of());
        }
        Manifest.Stop stop = result.stop();
        return stop == null
                ? new RunOutcome(ExitCode.DONE, RunReport.repaired(result), List.of())
                : new RunOutcome(exitCode(stop), List.of(), List.of(RunReport.repairStopped(result, stop)));
    }

    private ExitCode exitCode(Manifest.@Nullable Stop stop) {
        if (stop == null) {
            return ExitCode.DONE;
        }
        return switch (stop.reason()) {
            case INTERRUPTED -> interruption.exitCode();
            case INTERNAL_ERROR -> ExitCode.INTERNAL_ERROR;
            case EMERGENCY, PRESSURE, MEMORY_LIMIT, DISK_FULL, SINK_FAILURE, HEAP_EXHAUSTED -> ExitCode.STOPPED;
        };
    }
}
