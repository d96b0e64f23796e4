package dev.headroom.app.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Inject;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RecordedConfiguration;
import dev.headroom.app.run.RepairResult;
import dev.headroom.app.run.ReplayLevels;
import dev.headroom.app.run.ResourceRunGuard;
import dev.headroom.app.run.Run;
import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.run.RunRequest;
import dev.headroom.app.run.RunResult;
import dev.headroom.app.run.Shard;
import dev.headroom.app.run.StopRequest;
import dev.headroom.generator.Ledger;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes runs of configurations: the ledger, the guards and the sinks that they ask for. */
public final class ConfiguredRuns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Run run;
    private final ProbeSelection probes;
    private final TimeSource time;

    @Inject
    ConfiguredRuns(Run run, ProbeSelection probes, TimeSource time) {
        this.run = run;
        this.probes = probes;
        this.time = time;
    }

    /**
     * Makes a new run in the configuration's output directory; blocks until it ends.
     *
     * @param shard which part of the run to make; null for all of it
     * @param replayLevels where levels are recorded that the run is to replay; null to follow its resources
     * @param overwrite whether a run that is there may be replaced
     * @throws RunRefusedException if it cannot begin; nothing was changed, but a run that it replaces may be gone
     */
    public RunResult generate(
            HeadroomConfiguration configuration,
            @Nullable Shard shard,
            @Nullable Path replayLevels,
            boolean overwrite,
            StopRequest stop,
            RunObserver observer)
            throws RunRefusedException {
        Path directory = configuration.output().directory();
        RunRequest request = request(configuration, stop, observer);
        return run.generate(
                directory,
                overwrite,
                request,
                shard,
                replayLevels == null ? null : ReplayLevels.read(replayLevels, request.configuration()));
    }

    /**
     * Puts the shards of a run together; blocks until that ends.
     *
     * @param shards their directories
     * @param configuration reads the configuration in the manifest of the first
     * @throws RunRefusedException if they cannot be merged; nothing was changed
     */
    public RunResult merge(
            List<Path> shards,
            Path output,
            boolean overwrite,
            Function<Manifest, HeadroomConfiguration> configuration,
            StopRequest stop,
            RunObserver observer)
            throws RunRefusedException {
        return run.merge(shards, output, overwrite, manifest -> request(configuration.apply(manifest), stop, observer));
    }

    /**
     * Gives the degraded ranges of a run their full content; blocks until that ends.
     *
     * @param configuration reads the configuration in the manifest
     * @throws RunRefusedException if the run cannot be repaired; nothing was changed
     */
    public RepairResult repair(
            Path directory,
            Function<Manifest, HeadroomConfiguration> configuration,
            StopRequest stop,
            RunObserver observer)
            throws RunRefusedException {
        return run.repair(directory, manifest -> request(configuration.apply(manifest), stop, observer));
    }

    /**
     * Goes on with a run that stopped; blocks until it ends.
     *
     * @param configuration reads the configuration in the manifest
     * @throws RunRefusedException if it cannot go on; nothing was changed
     */
    public RunResult resume(
            Path directory,
            Function<Manifest, HeadroomConfiguration> configuration,
            StopRequest stop,
            RunObserver observer)
            throws RunRefusedException {
        return run.resume(directory, manifest -> request(configuration.apply(manifest), stop, observer));
    }

    private RunRequest request(HeadroomConfiguration configuration, StopRequest stop, RunObserver observer) {
        return new RunRequest(
                Ledger.of(configuration.ledger(), configuration.shape()),
                new RecordedConfiguration(json(configuration), configuration.hash(), configuration.checksums()),
                configuration.output().formats(),
                configuration.output().compression(),
                configuration.workerThreads(),
                configuration.memoryLimit(),
                configuration.output().batchRows(),
                configuration.output().checkpointInterval(),
                (output, decisions) -> {
                    ResourceGuard guard =
                            new ResourceGuard(configuration.guards(), probes, time).withOutputPath(output);
                    observer.guarded(guard);
                    return ResourceRunGuard.start(guard, decisions);
                },
                configuration.emergency(),
                stop,
                observer::started);
    }

    private static JsonNode json(HeadroomConfiguration configuration) {
        try {
            return JSON.readTree(configuration.toJson());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the configuration renders itself as JSON", e);
        }
    }
}
