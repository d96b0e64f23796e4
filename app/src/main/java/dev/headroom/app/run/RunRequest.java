package dev.headroom.app.run;

import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.generator.Ledger;
import dev.headroom.sink.Compression;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What a run is asked to do, apart from where.
 *
 * @param ledger what to generate
 * @param configuration the configuration, as the manifest keeps it
 * @param formats output formats; {@link SinkCatalogue#NONE} for none
 * @param compression how the files of all formats are compressed
 * @param threads worker threads, at least 1; empty: as many as there are processors, and memory for
 * @param memoryLimit configured limit in bytes; empty if there is none
 * @param batchRows rows of a batch, before degradation
 * @param checkpointInterval between two checkpoints
 * @param guards starts the guards
 * @param emergency what to do at level Emergency
 * @param stop where a stop is asked for from outside
 * @param onStart told when ranges begin to be produced; what it is given can be read from any thread until the run ends
 */
public record RunRequest(
        Ledger ledger,
        RecordedConfiguration configuration,
        List<String> formats,
        Compression compression,
        OptionalInt threads,
        OptionalLong memoryLimit,
        int batchRows,
        Duration checkpointInterval,
        GuardFactory guards,
        Emergency emergency,
        StopRequest stop,
        Consumer<RunView> onStart) {
    /** The same without checkpoints before the end, but where it waits for an emergency to pass. */
    RunRequest withoutCheckpoints() {
        return new RunRequest(
                ledger,
                configuration,
                formats,
                compression,
                threads,
                memoryLimit,
                batchRows,
                Duration.ofNanos(Long.MAX_VALUE),
                guards,
                emergency,
                stop,
                onStart);
    }
}
