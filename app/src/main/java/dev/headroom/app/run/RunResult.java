package dev.headroom.app.run;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param directory the run's directory
 * @param manifest the manifest that stands there now; that of an earlier checkpoint if the last one could not be written
 * @param elapsedNanos how long this process worked on it, in nanoseconds
 * @param generated what this process has generated of what the manifest has
 * @param nothingToDo whether the run had been complete already
 * @param checkpointed whether the manifest has everything that was completed; false if the last checkpoint could not be written
 * @param resumable whether every sink can go on where it stopped
 * @param reason why the run stopped, or null if it is complete
 * @param failure the fault behind a stop, or null
 */
public record RunResult(
        Path directory,
        Manifest manifest,
        long elapsedNanos,
        GeneratedCount generated,
        boolean nothingToDo,
        boolean checkpointed,
        boolean resumable,
        Manifest.@Nullable Stop reason,
        @Nullable Throwable failure) {

    /** Why the run stopped; empty if it is complete. */
    public Optional<Manifest.Stop> stop() {
        return Optional.ofNullable(reason);
    }
}
