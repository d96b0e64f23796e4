package dev.headroom.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.app.run.RunTotals;
import dev.headroom.app.run.RunView;
import dev.headroom.degrade.DegradationLevel;
import dev.headroom.guard.MemoryStatus;
import dev.headroom.guard.ResourceSnapshot;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a run is, for people and for what watches it. Unknown figures are null, never 0.
 *
 * @param httpStatus 200, but 503 at level Emergency, so that a probe that reads no body notices
 * @param json the report; its status is {@code healthy} at level Normal, {@code degraded} at Reduced and Minimal, and {@code critical} at
 *     Emergency
 */
record HealthReport(int httpStatus, String json) {
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter()
                    .withSeparators(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));
    private static final double MB = 1 << 20;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    static HealthReport of(RunView run, ResourceSnapshot snapshot, long ageNanos) {
        DegradationLevel level = snapshot.level();
        MemoryStatus memory = snapshot.memory();
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put(
                "status",
                switch (level) {
                    case NORMAL -> "healthy";
                    case REDUCED, MINIMAL -> "degraded";
                    case EMERGENCY -> "critical";
                });
        report.put("memory_usage_mb", megabytes(memory.currentUsage()));
        report.put("memory_limit_mb", megabytes(memory.limit()));
        report.put("memory_percent", percent(memory.currentUsage(), memory.limit()));
        report.put("memory_limit_source", memory.limitSource());
        report.put("memory_pressure", rounded(memory.pressure(), 1000));
        report.put("level", level.name());
        report.put("disk_available_mb", rounded(snapshot.diskAvailableMb(), 10));
        report.put("cpu_load", rounded(snapshot.cpu().load(), 1000));
        report.put("cpu_process_load", rounded(snapshot.cpu().processLoad(), 1000));
        report.put("seconds_to_exhaustion", rounded(snapshot.secondsToExhaustion(), 10));
        report.put("emergency_wait_seconds", rounded(run.emergencyWaitSeconds(), 10));
        report.put("snapshot_age_ms", ageNanos / 1_000_000);
        RunTotals totals = run.totals();
        ObjectNode progress = report.putObject("progress");
        progress.put("entries", totals.entries());
        progress.put("target_entries", run.entryTarget());
        progress.put(
                "percent",
                run.entryTarget() == 0 ? 100 : Math.floor(1000.0 * totals.entries() / run.entryTarget()) / 10);
        progress.put("bytes", totals.bytes());
        try {
            return new HealthReport(
                    level == DegradationLevel.EMERGENCY ? UNAVAILABLE : OK, JSON.writeValueAsString(report) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts is JSON", e);
        }
    }

    private static @Nullable Long megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? Long.valueOf(Math.round(bytes.getAsLong() / MB)) : null;
    }

    private static @Nullable Double percent(OptionalLong part, OptionalLong whole) {
        return part.isPresent() && whole.isPresent() && whole.getAsLong() > 0
                ? Double.valueOf(Math.round(1000.0 * part.getAsLong() / whole.getAsLong()) / 10.0)
                : null;
    }

    /** A number rounded to a part of 1. */
    private static @Nullable Double rounded(OptionalDouble value, int parts) {
        return value.isPresent() ? Double.valueOf(Math.rint(value.getAsDouble() * parts) / parts) : null;
    }
}
