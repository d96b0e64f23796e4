package dev.headroom.app.config;

import dev.headroom.degrade.DegradationMode;
import dev.headroom.guard.MemoryGuardConfig;
import dev.headroom.guard.MemorySource;
import dev.headroom.sink.Compression;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The keys that tell a run how and where, and determine no byte of the data. */
final class RunSettings {
    static final Setting<HeadroomConfiguration, Long> WORKER_THREADS = Setting.optional(
            "global.worker_threads",
            new WholeNumber(1, 256),
            "number of processors, as far as there is memory",
            "threads",
            "How many threads generate and encode; more than there is memory for are refused.",
            configuration -> orNull(configuration.workerThreads()));
    static final Setting<HeadroomConfiguration, Long> MEMORY_LIMIT = Setting.optional(
            "global.memory_limit",
            new ByteSize(HeadroomConfiguration.MINIMUM_MEMORY_LIMIT),
            "what the machine and its control groups allow",
            "bytes",
            "The most memory that the process may take; the same setting as"
                    + " global.resource_budget.memory.hard_limit_mb.",
            configuration -> orNull(configuration.memoryLimit()));
    static final Setting<HeadroomConfiguration, Long> HARD_LIMIT_MB = Setting.optional(
            "global.resource_budget.memory.hard_limit_mb",
            new WholeNumber(HeadroomConfiguration.MINIMUM_MEMORY_LIMIT >> 20, 1L << 30),
            "global.memory_limit",
            "MB",
            "The same setting as global.memory_limit; where both are given, they must agree.",
            // The other one stands for it.
            configuration -> null);

    static final Setting<HeadroomConfiguration, Long> SOFT_LIMIT_MB = Setting.derived(
            "global.resource_budget.memory.soft_limit_mb",
            new WholeNumber(1, 1L << 30),
            "80 % of the memory limit",
            "MB",
            "Where the run flushes and drops caches; at most the memory limit, which must be given too.",
            configuration -> configuration.guards().memory().softLimit() == MemoryGuardConfig.NO_LIMIT
                    ? null
                    : configuration.guards().memory().softLimit() >> 20);
    static final Setting<HeadroomConfiguration, Long> CHECK_INTERVAL_MS = Setting.of(
            "global.resource_budget.memory.check_interval_ms",
            new WholeNumber(1, 60_000),
            200L,
            "ms",
            "Longest time between two readings; a run never waits longer than 200 ms.",
            configuration -> configuration.guards().memory().checkIntervalMs());
    static final Setting<HeadroomConfiguration, Double> GROWTH_RATE_THRESHOLD = Setting.of(
            "global.resource_budget.memory.growth_rate_threshold",
            DecimalNumber.above(0, 1e15),
            1e8,
            "bytes per second",
            "Growth from which on it is logged, with --debug, and the run slows down where exhaustion is near.",
            configuration -> configuration.guards().memory().growthRateThreshold());
    static final Setting<HeadroomConfiguration, MemorySource> MEMORY_SOURCE = Setting.of(
            "global.resource_budget.memory.source",
            Choice.of(MemorySource.class),
            MemorySource.WORKING_SET,
            "",
            "What the limit is compared with: what cannot be dropped, or the plain resident set.",
            configuration -> configuration.guards().memory().source());
    static final Setting<HeadroomConfiguration, Long> MIN_FREE_MB = Setting.of(
            "global.resource_budget.disk.min_free_mb",
            new WholeNumber(0, 1L << 30),
            100L,
            "MB",
            "Free space below which the level is Emergency; higher thresholds rise to stay in order.",
            configuration -> configuration.guards().disk().hardLimitMb());
    static final Setting<HeadroomConfiguration, Long> RESERVE_BUFFER_MB = Setting.of(
            "global.resource_budget.disk.reserve_buffer_mb",
            new WholeNumber(0, 1L << 30),
            0L,
            "MB",
            "Free space that counts as used.",
            configuration -> configuration.guards().disk().reserveBufferMb());
    static final Setting<HeadroomConfiguration, Boolean> CPU_ENABLED = Setting.of(
            "global.resource_budget.cpu.enabled",
            new Flag(),
            true,
            "",
            "Whether the load of the CPUs is watched; if so, fewer workers work while a CPU quota holds the run back or others want the CPUs too.",
            configuration -> configuration.guards().cpu().enabled());
    static final Setting<HeadroomConfiguration, Double> HIGH_LOAD_THRESHOLD = Setting.derived(
            "global.resource_budget.cpu.high_load_threshold",
            DecimalNumber.above(0, 1),
            "0.85, or critical_load_threshold where that is smaller",
            "share",
            "Load from which on it is logged, with --debug.",
            configuration -> configuration.guards().cpu().highLoadThreshold());
    static final Setting<HeadroomConfiguration, Double> CRITICAL_LOAD_THRESHOLD = Setting.optional(
            "global.resource_budget.cpu.critical_load_threshold",
            DecimalNumber.above(0, 1),
            "0.95, or high_load_threshold where that is larger",
            "share",
            "Load from which on the run is throttled. Where it is given, it is a ceiling on the share that the run takes of the CPUs it may use; the default acts only on a CPU quota or where others want the CPUs too.",
            configuration -> configuration.guards().cpu().criticalIsCeiling()
                    ? configuration.guards().cpu().criticalLoadThreshold()
                    : null);
    static final Setting<HeadroomConfiguration, Long> SAMPLE_INTERVAL_MS = Setting.of(
            "global.resource_budget.cpu.sample_interval_ms",
            new WholeNumber(1, 60_000),
            1000L,
            "ms",
            "Time between two readings of the load.",
            configuration -> configuration.guards().cpu().sampleIntervalMs());
    static final Setting<HeadroomConfiguration, Boolean> AUTO_THROTTLE = Setting.derived(
            "global.resource_budget.cpu.auto_throttle",
            new Flag(),
            "true where critical_load_threshold is given, otherwise false",
            "",
            "Whether workers wait while the load is critical.",
            configuration -> configuration.guards().cpu().autoThrottle());
    static final Setting<HeadroomConfiguration, Long> THROTTLE_DELAY_MS = Setting.of(
            "global.resource_budget.cpu.throttle_delay_ms",
            new WholeNumber(0, 10_000),
            50L,
            "ms",
            "How long a worker waits at a time, at most; 0 is never.",
            configuration -> configuration.guards().cpu().throttleDelayMs());
    static final Setting<HeadroomConfiguration, Boolean> DEGRADATION_ENABLED = Setting.of(
            "global.resource_budget.degradation.enabled",
            new Flag(),
            true,
            "",
            "Whether the level follows the resources; otherwise it is always Normal.",
            configuration -> configuration.guards().degradation().enabled());
    static final Setting<HeadroomConfiguration, DegradationMode> DEGRADATION_MODE = Setting.of(
            "global.resource_budget.degradation.mode",
            Choice.of(DegradationMode.class),
            DegradationMode.ENFORCE,
            "",
            "enforce: the run acts on its level. shadow: levels are decided and recorded, and the run stays at Normal; hard limits and a full"
                    + " disk still stop it.",
            configuration -> configuration.guards().degradation().mode());
    static final Setting<HeadroomConfiguration, Double> REDUCED_THRESHOLD = Setting.of(
            "global.resource_budget.degradation.reduced_threshold",
            DecimalNumber.above(0, 1),
            0.70,
            "share",
            "Memory pressure from which on the level is Reduced.",
            configuration -> configuration.guards().degradation().memory().reduced());
    static final Setting<HeadroomConfiguration, Double> MINIMAL_THRESHOLD = Setting.of(
            "global.resource_budget.degradation.minimal_threshold",
            DecimalNumber.above(0, 1),
            0.85,
            "share",
            "Memory pressure from which on the level is Minimal.",
            configuration -> configuration.guards().degradation().memory().minimal());
    static final Setting<HeadroomConfiguration, Double> EMERGENCY_THRESHOLD = Setting.of(
            "global.resource_budget.degradation.emergency_threshold",
            DecimalNumber.above(0, 1),
            0.95,
            "share",
            "Memory pressure beyond which the level is Emergency and the run stops, resumable.",
            configuration -> configuration.guards().degradation().memory().emergency());
    static final Setting<HeadroomConfiguration, Double> MEMORY_HYSTERESIS = Setting.of(
            "global.resource_budget.degradation.memory_hysteresis",
            DecimalNumber.between(0, 1),
            0.05,
            "share",
            "How far below a threshold the pressure must be to recover from its level; below reduced_threshold.",
            configuration -> configuration.guards().degradation().memory().hysteresis());
    static final Setting<HeadroomConfiguration, Long> MEMORY_DWELL_MS = Setting.of(
            "global.resource_budget.degradation.memory_dwell_ms",
            new WholeNumber(0, 3_600_000),
            5000L,
            "ms",
            "How long the pressure must have been that low before each step of recovery.",
            configuration ->
                    configuration.guards().degradation().memory().dwell().toMillis());
    static final Setting<HeadroomConfiguration, Double> DISK_REDUCED_MB = Setting.derived(
            "global.resource_budget.degradation.disk_reduced_mb",
            DecimalNumber.above(0, 1L << 30),
            "1024, or 524 above disk_minimal_mb where that is larger",
            "MB",
            "Free space from which down the level is Reduced.",
            configuration -> configuration.guards().degradation().disk().reducedMb());
    static final Setting<HeadroomConfiguration, Double> DISK_MINIMAL_MB = Setting.derived(
            "global.resource_budget.degradation.disk_minimal_mb",
            DecimalNumber.above(0, 1L << 30),
            "500, or 400 above disk.min_free_mb where that is larger",
            "MB",
            "Free space below which the level is Minimal.",
            configuration -> configuration.guards().degradation().disk().minimalMb());
    static final Setting<HeadroomConfiguration, Double> DISK_HYSTERESIS = Setting.of(
            "global.resource_budget.degradation.disk_hysteresis",
            DecimalNumber.between(0, 10),
            0.10,
            "share of the threshold",
            "How far above a threshold the free space must be to recover from its level.",
            configuration -> configuration.guards().degradation().disk().hysteresis());
    static final Setting<HeadroomConfiguration, Long> DISK_DWELL_MS = Setting.of(
            "global.resource_budget.degradation.disk_dwell_ms",
            new WholeNumber(0, 3_600_000),
            5000L,
            "ms",
            "How long the space must have been that large before each step of recovery.",
            configuration -> configuration.guards().degradation().disk().dwell().toMillis());
    static final Setting<HeadroomConfiguration, Boolean> AUTO_RECOVERY = Setting.of(
            "global.resource_budget.degradation.auto_recovery",
            new Flag(),
            true,
            "",
            "Whether the level recovers; otherwise it only gets worse.",
            configuration -> configuration.guards().degradation().autoRecovery());
    static final Setting<HeadroomConfiguration, Boolean> ESCALATE_ON_UNKNOWN = Setting.of(
            "global.resource_budget.degradation.escalate_on_unknown",
            new Flag(),
            false,
            "",
            "Whether a resource that stays unknown for its dwell counts as Reduced.",
            configuration -> configuration.guards().degradation().escalateOnUnknown());
    static final Setting<HeadroomConfiguration, OnEmergency> ON_EMERGENCY = Setting.of(
            "global.resource_budget.degradation.on_emergency",
            Choice.of(OnEmergency.class),
            OnEmergency.STOP,
            "",
            "What a run does at level Emergency, after a checkpoint: stop, or wait for the level to recover and go on. To"
                    + " wait, auto_recovery must be true.",
            configuration -> configuration.emergency().action());
    static final Setting<HeadroomConfiguration, Long> EMERGENCY_MAX_WAIT_MS = Setting.of(
            "global.resource_budget.degradation.emergency_max_wait_ms",
            new WholeNumber(1, 86_400_000),
            600_000L,
            "ms",
            "The longest that a run waits at a time for an emergency to pass before it stops, where on_emergency is wait.",
            configuration -> configuration.emergency().maxWait().toMillis());

    static final Setting<HeadroomConfiguration, Boolean> SERVER_ENABLED = Setting.optional(
            "server.enabled",
            new Flag(),
            "true where the section is given, otherwise false",
            "",
            "Whether a run answers GET /health and GET /metrics while it runs.",
            configuration -> configuration.server().enabled());
    static final Setting<HeadroomConfiguration, String> SERVER_ADDRESS = Setting.of(
            "server.address",
            Text.matching("[\\p{Graph}&&[^/]]{1,255}", "a host name or address", "127.0.0.1"),
            "127.0.0.1",
            "",
            "The interface to listen on; the default is reached from this machine alone. Whoever reaches it can read it.",
            configuration -> configuration.server().address());
    static final Setting<HeadroomConfiguration, Long> SERVER_PORT = Setting.of(
            "server.port",
            new WholeNumber(0, 65_535),
            3000L,
            "",
            "The port to listen on; 0 takes any that is free, and the run says which.",
            configuration -> (long) configuration.server().port());

    static final Setting<HeadroomConfiguration, String> DIRECTORY = Setting.of(
            "output.directory",
            Text.matching("\\P{Cntrl}{1,4000}", "a path", "out/ledger"),
            "output",
            "",
            "The run directory; relative to the working directory; made where it is missing.",
            configuration -> configuration.output().directory().toString());
    static final Setting<HeadroomConfiguration, List<String>> FORMATS = Setting.of(
            "output.formats",
            new FormatNames(),
            List.of("csv"),
            "",
            "The formats in which every table is written.",
            configuration -> configuration.output().formats());
    static final Setting<HeadroomConfiguration, Compression.Method> COMPRESSION = Setting.of(
            "output.compression",
            Choice.of(Compression.Method.class),
            Compression.Method.NONE,
            "",
            "What the files are compressed with. The data in them are the same.",
            configuration -> configuration.output().compression().method());
    static final Setting<HeadroomConfiguration, Long> COMPRESSION_LEVEL = Setting.optional(
            "output.compression_level",
            new WholeNumber(1, Compression.Method.ZSTD.highestLevel()),
            "6 for gzip, 3 for zstd",
            "",
            "How much effort compression takes: 1 to 9 for gzip, 1 to 19 for zstd; higher levels take more time and less space.",
            configuration -> configuration.output().compression().method() == Compression.Method.NONE
                    ? null
                    : (long) configuration.output().compression().level());
    static final Setting<HeadroomConfiguration, Long> BATCH_ROWS = Setting.of(
            "output.batch_rows",
            new WholeNumber(64, 65_536),
            4096L,
            "rows",
            "Rows that are generated and encoded at a time at level Normal; fewer take less memory.",
            configuration -> (long) configuration.output().batchRows());
    static final Setting<HeadroomConfiguration, Long> CHECKPOINT_INTERVAL_MS = Setting.of(
            "output.checkpoint_interval_ms",
            new WholeNumber(1, 3_600_000),
            10_000L,
            "ms",
            "Time between two checkpoints: what a run that is killed has to generate again at most. Each makes all files durable.",
            configuration -> configuration.output().checkpointInterval().toMillis());

    /** The keys in the order of the documentation. */
    static final List<Setting<HeadroomConfiguration, ?>> ALL = List.of(
            WORKER_THREADS,
            MEMORY_LIMIT,
            HARD_LIMIT_MB,
            SOFT_LIMIT_MB,
            CHECK_INTERVAL_MS,
            GROWTH_RATE_THRESHOLD,
            MEMORY_SOURCE,
            MIN_FREE_MB,
            RESERVE_BUFFER_MB,
            CPU_ENABLED,
            HIGH_LOAD_THRESHOLD,
            CRITICAL_LOAD_THRESHOLD,
            SAMPLE_INTERVAL_MS,
            AUTO_THROTTLE,
            THROTTLE_DELAY_MS,
            DEGRADATION_ENABLED,
            DEGRADATION_MODE,
            REDUCED_THRESHOLD,
            MINIMAL_THRESHOLD,
            EMERGENCY_THRESHOLD,
            MEMORY_HYSTERESIS,
            MEMORY_DWELL_MS,
            DISK_REDUCED_MB,
            DISK_MINIMAL_MB,
            DISK_HYSTERESIS,
            DISK_DWELL_MS,
            AUTO_RECOVERY,
            ESCALATE_ON_UNKNOWN,
            ON_EMERGENCY,
            EMERGENCY_MAX_WAIT_MS,
            DIRECTORY,
            FORMATS,
            COMPRESSION,
            COMPRESSION_LEVEL,
            BATCH_ROWS,
            CHECKPOINT_INTERVAL_MS,
            SERVER_ENABLED,
            SERVER_ADDRESS,
            SERVER_PORT);

    private RunSettings() {}

    private static @Nullable Long orNull(OptionalInt value) {
        return value.isPresent() ? (long) value.getAsInt() : null;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
