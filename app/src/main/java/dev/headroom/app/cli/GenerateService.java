package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes runs for the commands. Calls block until the run ends. */
interface GenerateService {
    /**
     * Makes a new run.
     *
     * @param configuration what to generate, and where to
     * @param replayLevels where levels are recorded that the run is to replay; null to follow its resources
     * @param overwrite whether a run that is in the directory may be replaced
     * @param progress how the run shows where it is
     * @throws CommandFailedException if the run cannot begin; nothing was changed
     */
    RunOutcome generate(
            HeadroomConfiguration configuration, @Nullable Path replayLevels, boolean overwrite, ProgressMode progress)
            throws CommandFailedException;

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
