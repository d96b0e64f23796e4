package dev.headroom.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.run.GuardFactory;
import dev.headroom.app.run.RecordedConfiguration;
import dev.headroom.app.run.ResourceRunGuard;
import dev.headroom.app.run.Run;
import dev.headroom.app.run.RunRequest;
import dev.headroom.app.run.RunResult;
import dev.headroom.app.run.RunTotals;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.app.run.StopRequest;
import dev.headroom.generator.Ledger;
import dev.headroom.guard.ResourceGuard;
import dev.headroom.probe.ProbeSelection;
import dev.headroom.probe.TimeSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A whole run, as {@code headroom generate} makes it. */
final class BenchmarkRun {
    private BenchmarkRun() {}

    static Volume of(HeadroomConfiguration configuration, Path directory, String format, int threads, boolean guarded)
            throws Exception {
        GuardFactory guards = guarded
                ? (output, decisions) -> ResourceRunGuard.start(
                        new ResourceGuard(configuration.guards(), ProbeSelection.load(), TimeSource.system())
                                .withOutputPath(output),
                        decisions)
                : (output, decisions) -> new UnguardedRun();
        return of(
                configuration,
                directory,
                format,
                threads,
                guards,
                configuration.output().checkpointInterval());
    }

    /** A run that nobody guards, with checkpoints at an interval. */
    static Volume of(HeadroomConfiguration configuration, Path directory, String format, Duration checkpointInterval)
            throws Exception {
        return of(configuration, directory, format, 1, (output, decisions) -> new UnguardedRun(), checkpointInterval);
    }

    private static Volume of(
            HeadroomConfiguration configuration,
            Path directory,
            String format,
            int threads,
            GuardFactory guards,
            Duration checkpointInterval)
            throws Exception {
        RunRequest request = new RunRequest(
                Ledger.of(configuration.ledger()),
                new RecordedConfiguration(JsonNodeFactory.instance.objectNode(), configuration.hash(), Map.of()),
                List.of(format),
                configuration.output().compression(),
                OptionalInt.of(threads),
                configuration.memoryLimit(),
                configuration.output().batchRows(),
                checkpointInterval,
                guards,
                configuration.emergency(),
                new StopRequest(),
                view -> {});
        RunResult result = new Run(SinkCatalogue.installed(), TimeSource.system(), "benchmark")
                .generate(directory, false, request, null, null);
        if (result.stop().isPresent()) {
            throw new IllegalStateException("the run stopped: " + result.stop().get(), result.failure());
        }
        RunTotals totals = result.manifest().totals();
        return new Volume(totals.journalLines(), totals.rows(), totals.bytes());
    }

    /** Deletes a run. */
    static void delete(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
