package dev.headroom.app.config;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerShape;
import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.ResourceGuardConfig;
import dev.headroom.sink.Compression;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Everything that a run is told: what to generate, and how and where. Immutable, and checked: every part is in its range and fits
 * the others.
 *
 * @param ledger what determines the bytes of the data; nothing else does
 * @param shape the shape of its ledger
 * @param workerThreads number of threads that generate and encode, 1 to 256; absent: as many as there are processors, and memory for
 * @param guards how memory, disk and CPU are guarded; without output paths, which the run adds
 * @param emergency what the run does at level Emergency
 * @param output where to and in which formats
 * @param server where the run can be asked how it is
 */
public record HeadroomConfiguration(
        LedgerConfiguration ledger,
        LedgerShape shape,
        OptionalInt workerThreads,
        ResourceGuardConfig guards,
        Emergency emergency,
        Output output,
        Server server) {

    /** The smallest memory limit that a run can work in, in bytes: what the Java runtime itself needs, and a little to work with. */
    public static final long MINIMUM_MEMORY_LIMIT = 160L << 20;

    /**
     * What a run does at level Emergency.
     *
     * @param action stop or wait
     * @param maxWait the longest wait, above 0
     */
    public record Emergency(OnEmergency action, Duration maxWait) {
        /** To stop, as is the default. */
        public static final Emergency STOP = new Emergency(OnEmergency.STOP, Duration.ofMinutes(10));
    }

    /**
     * Where the data goes.
     *
     * @param directory the run directory; relative to the working directory
     * @param formats names of formats, each once, at least one; {@code none} only alone
     * @param compression how the files of all formats are compressed
     * @param batchRows rows in a batch at level Normal, 64 to 65,536; determines no bytes
     * @param checkpointInterval between two checkpoints, at least 1 ms
     */
    public record Output(
            Path directory,
            List<String> formats,
            Compression compression,
            int batchRows,
            Duration checkpointInterval) {}

    /**
     * Where a run can be asked how it is.
     *
     * @param enabled whether it can be
     * @param address host name or address of the interface to listen on
     * @param port the port; 0 for any that is free
     */
    public record Server(boolean enabled, String address, int port) {}

    /** The most memory that the process may take, in bytes; absent: what the machine and its control groups allow. */
    public OptionalLong memoryLimit() {
        long limit = guards.memory().hardLimit();
        return limit == MemoryGuardConfig.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    /**
     * This configuration as JSON that {@link ConfigurationReader#readJson} takes: every key that has a value, defaults included. Equal
     * configurations have equal texts, on every Java version.
     */
    public String toJson() {
        return ConfigurationRendering.toJson(this);
    }

    /** This configuration as YAML for people, with a comment on every key. */
    public String toCommentedYaml() {
        return ConfigurationTemplate.yaml(this);
    }

    /**
     * A checksum, in hexadecimal, of each key that determines the bytes of the data, defaults included: where two configurations differ in
     * their {@link #hash}, it tells in which keys. The companies are one key.
     */
    public Map<String, String> checksums() {
        return ConfigurationRendering.checksums(ledger);
    }

    /** SHA-256, in lower-case hexadecimal, of the keys that determine the bytes of the data, defaults included. */
    public String hash() {
        return ConfigurationRendering.hash(ledger);
    }
}
