package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Shard;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes runs for the commands. Calls block until the run ends. */
interface GenerateService {
    /**
     * Makes a new run.
     *
     * @param configuration what to generate, and where to
     * @param shard which part of the run to make; null for all of it
     * @param replayLevels where levels are recorded that the run is to replay; null to follow its resources
     * @param overwrite whether a run that is in the directory may be replaced
     * @param progress how the run shows where it is
     * @throws CommandFailedException if the run cannot begin; nothing was changed, but a run that it replaces may be gone
     */
    RunOutcome generate(
            HeadroomConfiguration configuration,
            @Nullable Shard shard,
            @Nullable Path replayLevels,
            boolean overwrite,
            ProgressMode progress)
            throws CommandFailedException;

    /**
     * Puts shards together.
     *
     * @param shards their directories
     * @param output the directory of the whole run
     * @param overrides settings of this machine that take the place of those of the first shard
     * @param overwrite whether a run that is in the directory may be replaced
     * @param progress how the merge shows where it is
     * @throws CommandFailedException if they cannot be merged; nothing was changed
     * @throws ConfigurationException if the configuration in the manifest, or an override, cannot be used
     */
    RunOutcome merge(List<Path> shards, Path output, Overrides overrides, boolean overwrite, ProgressMode progress)
            throws CommandFailedException, ConfigurationException;

    /**
     * Gives the degraded ranges of a run their full content.
     *
     * @param directory the run's directory
     * @param overrides settings of this machine that take the place of the run's
     * @param progress how the repair shows where it is
     * @throws CommandFailedException if the run cannot be repaired; nothing was changed
     * @throws ConfigurationException if the configuration in the manifest, or an override, cannot be used
     */
    RunOutcome repair(Path directory, Overrides overrides, ProgressMode progress)
            throws CommandFailedException, ConfigurationException;

    /**
     * Goes on with a run that stopped.
     *
     * @param directory the run's directory
     * @param overrides settings of this machine that take the place of the run's
     * @param progress how the run shows where it is
     * @throws CommandFailedException if the run cannot go on; nothing was changed
     * @throws ConfigurationException if the configuration in the manifest, or an override, cannot be used
     */
    RunOutcome resume(Path directory, Overrides overrides, ProgressMode progress)
            throws CommandFailedException, ConfigurationException;
}
