package dev.headroom.app.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a repair ended.
 *
 * @param directory the run's directory
 * @param manifest the run's manifest as it stands there now
 * @param elapsedNanos how long this process worked on it, in nanoseconds
 * @param generated what this process has generated
 * @param nothingToDo whether every range had been at Normal
 * @param stop why the repair stopped; null if it is complete
 * @param failure the fault behind a stop, or null
 */
public record RepairResult(
        Path directory,
        Manifest manifest,
        long elapsedNanos,
        GeneratedCount generated,
        boolean nothingToDo,
        Manifest.@Nullable Stop stop,
        @Nullable Throwable failure) {}
