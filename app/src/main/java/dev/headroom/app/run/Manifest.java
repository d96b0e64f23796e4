package dev.headroom.app.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.generator.LedgerShape;
import dev.headroom.sink.Compression;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run directory says of itself, as {@code manifest.json}. A public format; {@code docs/interface.md} describes each field.
 *
 * @param formatVersion version of this format
 * @param headroomVersion version of the program that wrote it last
 * @param algorithmVersion version of the generator's algorithm: another one makes other bytes
 * @param status where the run is
 * @param stop why it stopped; null unless it did
 * @param configurationSha256 hash of the keys that determine bytes
 * @param configurationChecksums a checksum of each of these keys, to tell which of them was changed
 * @param configuration the whole configuration as it was in force
 * @param formats formats in the order they were asked for
 * @param compression how the files are compressed; null if they are not
 * @param shard which part of a whole run it is; null if it is a whole one
 * @param replayLevels levels that the run replays; null if it follows its resources
 * @param ranges the ranges of the run, and what is needed to go on after the completed ones
 * @param levels the level of every completed range
 * @param outputs each file with its rows and its position after the last completed range
 * @param totals completed ranges and what they add up to
 * @param ledgerTotals what {@code totals.bin} holds; null before the first range
 * @param generated what the process that wrote the manifest last has generated of them
 * @param resources limits and peaks
 * @param decisions every change of level, with what was measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "format_version",
    "headroom_version",
    "algorithm_version",
    "status",
    "stop",
    "configuration_sha256",
    "formats",
    "compression",
    "shard",
    "replay_levels",
    "ranges",
    "levels",
    "totals",
    "ledger_totals",
    "generated",
    "resources",
    "outputs",
    "decisions",
    "configuration",
    "configuration_checksums"
})
public record Manifest(
        @JsonProperty("format_version") int formatVersion,
        @JsonProperty("headroom_version") String headroomVersion,
        @JsonProperty("algorithm_version") String algorithmVersion,
        @JsonProperty("status") Status status,
        @JsonProperty("stop") @Nullable Stop stop,
        @JsonProperty("configuration_sha256") String configurationSha256,
        @JsonProperty("configuration_checksums") Map<String, String> configurationChecksums,
        @JsonProperty("configuration") JsonNode configuration,
        @JsonProperty("formats") List<String> formats,
        @JsonProperty("compression") @Nullable Compression compression,
        @JsonProperty("shard") @Nullable Shard shard,
        @JsonProperty("replay_levels") @Nullable List<LevelSpan> replayLevels,
        @JsonProperty("ranges") Ranges ranges,
        @JsonProperty("levels") List<LevelSpan> levels,
        @JsonProperty("outputs") List<OutputState> outputs,
        @JsonProperty("totals") RunTotals totals,
        @JsonProperty("ledger_totals") @Nullable RecordedTotals ledgerTotals,
        @JsonProperty("generated") GeneratedCount generated,
        @JsonProperty("resources") Resources resources,
        @JsonProperty("decisions") List<Decision> decisions) {

    /** The manifest's file in a run directory. */
    public static final String NAME = "manifest.json";

    /** The file beside it that has a line for each completed range. */
    public static final String RANGE_LOG_NAME = "ranges.ndjson";

    /** The file beside it that holds the totals of the ledger; where a process was killed, they may be in the other one. */
    public static final String TOTALS_NAME = "totals.bin";

    /** The file of the next totals, while a run is written. */
    public static final String NEXT_TOTALS_NAME = ".totals.next";

    static final int FORMAT_VERSION = 1;

    /**
     * Reads the manifest of a run directory.
     *
     * @throws RunRefusedException if there is none, or it is not one that this version of Headroom can have written
     */
    public static Manifest read(Path directory) throws RunRefusedException {
        return ManifestFile.read(directory);
    }

    /** Whether its ranges and levels are what was written, as their checksum says. */
    public boolean rangesHold() {
        return ranges.sha256().equals(RangesChecksum.of(this));
    }

    /** The range after the last completed one. */
    long nextRange() {
        return ranges.first() + totals.ranges();
    }

    /** Where a run is. */
    public enum Status {
        /** It is being written, or its process was killed. */
        RUNNING,
        /** Shards are being put together, or the process that did was killed: nothing of it can be used. */
        MERGING,
        /** It stopped and can be resumed. */
        STOPPED,
        /** It is complete. */
        COMPLETED;

        /** Whether a process writes no manifest after one that says so. */
        boolean isLast() {
            return this == STOPPED || this == COMPLETED;
        }
    }

    /**
     * Why a run stopped.
     *
     * @param reason what kind of reason
     * @param message what happened
     */
    @JsonPropertyOrder({"reason", "message"})
    public record Stop(StopReason reason, String message) {}

    /**
     * The ranges of a run; how many of them are complete is one of the sums.
     *
     * @param first number of the first range: 0, or in a shard that of its first
     * @param total ranges of the run
     * @param units how many units of each kind its ledger has, so that nobody counts them again
     * @param numbering the generator's numbering after the completed ones
     * @param logBytes length of {@code ranges.ndjson} up to there
     * @param sha256 what {@link RangesChecksum} says of all this
     */
    @JsonPropertyOrder({"first", "total", "units", "numbering", "log_bytes", "sha256"})
    @SuppressWarnings("ArrayRecordComponent") // handed through, never compared
    public record Ranges(
            long first,
            long total,
            List<Long> units,
            long[] numbering,
            @JsonProperty("log_bytes") long logBytes,
            String sha256) {
        /** The shape of the run's ledger. */
        public LedgerShape shape() {
            return new LedgerShape(units);
        }
    }

    /**
     * Limits and peaks of the process that wrote the manifest last.
     *
     * @param memoryLimitBytes the effective memory limit; null if there is none
     * @param memoryLimitSource where it comes from
     * @param peakResidentBytes largest resident set; null if unknown
     * @param threads worker threads
     * @param inFlightBytes bound on what is encoded and not yet written
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"memory_limit_bytes", "memory_limit_source", "peak_resident_bytes", "threads", "in_flight_bytes"
    })
    public record Resources(
            @JsonProperty("memory_limit_bytes") @Nullable Long memoryLimitBytes,
            @JsonProperty("memory_limit_source") String memoryLimitSource,
            @JsonProperty("peak_resident_bytes") @Nullable Long peakResidentBytes,
            @JsonProperty("threads") int threads,
            @JsonProperty("in_flight_bytes") long inFlightBytes) {}

    /**
     * A change of level, or in shadow mode what would have been one.
     *
     * @param sequence counts the decisions of a run, from 1
     * @param elapsedMilliseconds since the process's guards started
     * @param afterRange ranges that were handed out before
     * @param from the level before
     * @param to the level after
     * @param mode whether it took effect
     * @param resource the resource that decided
     * @param rule the rule that fired
     * @param measured what was measured: a share of the limit for memory, MB free for disk; null if unknown
     * @param threshold what it was compared with; null if unknown
     * @param source what the measured value is that of: a limit, the heap, or a path; null if unknown
     * @param limitBytes the memory limit that applied; null for disk, or if there was none
     * @param limitSource where that limit came from; null where there is no limit
     * @param readingAgeMilliseconds age of the reading
     * @param secondsToExhaustion forecast; null if nothing was being used up
     * @param memoryPressure memory at that moment; null if unknown
     * @param diskAvailableMb disk space at that moment; null if unknown
     * @param cpuLoad load of the machine at that moment; null if unknown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "sequence",
        "elapsed_ms",
        "after_range",
        "from",
        "to",
        "mode",
        "resource",
        "rule",
        "measured",
        "threshold",
        "source",
        "limit_bytes",
        "limit_source",
        "reading_age_ms",
        "seconds_to_exhaustion",
        "memory_pressure",
        "disk_available_mb",
        "cpu_load"
    })
    public record Decision(
            long sequence,
            @JsonProperty("elapsed_ms") long elapsedMilliseconds,
            @JsonProperty("after_range") long afterRange,
            String from,
            String to,
            String mode,
            String resource,
            String rule,
            @Nullable Double measured,
            @Nullable Double threshold,
            @Nullable String source,
            @JsonProperty("limit_bytes") @Nullable Long limitBytes,
            @JsonProperty("limit_source") @Nullable String limitSource,
            @JsonProperty("reading_age_ms") long readingAgeMilliseconds,
            @JsonProperty("seconds_to_exhaustion") @Nullable Double secondsToExhaustion,
            @JsonProperty("memory_pressure") @Nullable Double memoryPressure,
            @JsonProperty("disk_available_mb") @Nullable Double diskAvailableMb,
            @JsonProperty("cpu_load") @Nullable Double cpuLoad) {
        /** The same decision in another place of the order. */
        Decision withSequence(long place) {
            return new Decision(
                    place,
                    elapsedMilliseconds,
                    afterRange,
                    from,
                    to,
                    mode,
                    resource,
                    rule,
                    measured,
                    threshold,
                    source,
                    limitBytes,
                    limitSource,
                    readingAgeMilliseconds,
                    secondsToExhaustion,
                    memoryPressure,
                    diskAvailableMb,
                    cpuLoad);
        }
    }
}
