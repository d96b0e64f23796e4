package dev.headroom.app.cli;

import dev.headroom.app.run.GeneratedCount;
import dev.headroom.app.run.LevelSpan;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RepairResult;
import dev.headroom.app.run.RunResult;
import dev.headroom.degrade.DegradationLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells how a run ended: where the data is, how much, at which levels, and what it took. */
final class RunReport {
    private RunReport() {}

    /** Lines for standard output. */
    static List<String> summary(RunResult result) {
        Manifest manifest = result.manifest();
        List<String> lines = content(result.directory(), manifest, result.resumable());
        if (manifest.shard() != null) {
            lines.add("Shard      " + manifest.shard() + " of a run; 'headroom merge' puts all of them together");
        }
        if (result.generated().ranges() < manifest.totals().ranges()) {
            lines.add("Generated  " + ProgressText.count(result.generated().ranges()) + " of "
                    + ProgressText.count(manifest.totals().ranges()) + " ranges with "
                    + ProgressText.count(result.generated().entries()) + " journal entries; the others were there");
        }
        lines.add("Levels     " + levels(manifest) + remedy(result));
        lines.add("Resources  " + resources(manifest, result.elapsedNanos(), result.generated()));
        return lines;
    }

    /** What gives a complete run what it left out; empty where it left nothing out, or keeps nothing that could be completed. */
    private static String remedy(RunResult result) {
        Manifest manifest = result.manifest();
        boolean degraded = manifest.levels().stream().anyMatch(span -> span.level() != DegradationLevel.NORMAL);
        return degraded
                        && result.stop().isEmpty()
                        && result.resumable()
                        && !manifest.outputs().isEmpty()
                ? "; 'headroom repair " + result.directory() + "' gives those below NORMAL their full content"
                : "";
    }

    /** Lines for standard output after a repair. */
    static List<String> repaired(RepairResult result) {
        Manifest manifest = result.manifest();
        List<String> lines = content(result.directory(), manifest, true);
        lines.add("Repaired   " + ProgressText.count(result.generated().ranges()) + " of "
                + ProgressText.count(manifest.totals().ranges()) + " ranges with "
                + ProgressText.count(result.generated().entries()) + " journal entries were generated; the others were"
                + " copied");
        lines.add("Levels     " + levels(manifest));
        lines.add("Resources  " + resources(manifest, result.elapsedNanos(), result.generated()));
        return lines;
    }

    private static List<String> content(Path directory, Manifest manifest, boolean resumable) {
        long tables = manifest.outputs().stream()
                .map(output -> output.table())
                .distinct()
                .count();
        List<String> lines = new ArrayList<>();
        boolean discarded = manifest.outputs().isEmpty();
        lines.add("Data       " + directory + ": "
                + (discarded
                        ? "the manifest and its log alone; format " + String.join(", ", manifest.formats())
                                + " generates and discards"
                        : manifest.outputs().size() + " files (" + String.join(", ", manifest.formats()) + "), "
                                + ProgressText.bytes((double) manifest.totals().bytes())
                                + (resumable ? "" : " without the sinks that do not tell")));
        lines.add("Content    " + ProgressText.count(manifest.totals().entries()) + " journal entries with "
                + ProgressText.count(manifest.totals().journalLines()) + " lines; "
                + ProgressText.count(manifest.totals().rows()) + " rows"
                + (discarded ? ", none of them kept" : " in " + tables + " tables"));
        return lines;
    }

    /** The line for standard error that says why a repair stopped and how to go on. */
    static String repairStopped(RepairResult result, Manifest.Stop stop) {
        return "headroom: the repair stopped: " + stop.message()
                + "; the files of the run are as they were; continue with" + " 'headroom repair " + result.directory()
                + "'";
    }

    /** The line for standard error that says why a merge stopped. */
    static String mergeStopped(Manifest.Stop stop) {
        return "headroom: the merge stopped: " + stop.message()
                + "; nothing of it was kept, and the shards are as they were: merge them again";
    }

    private static String levels(Manifest manifest) {
        Map<DegradationLevel, Long> ranges = new EnumMap<>(DegradationLevel.class);
        for (LevelSpan span : manifest.levels()) {
            ranges.merge(span.level(), span.to() - span.from(), Long::sum);
        }
        if (ranges.size() == 1) {
            return "all at " + ranges.keySet().iterator().next();
        }
        List<String> parts = new ArrayList<>();
        ranges.forEach((level, count) -> parts.add(level + " in " + ProgressText.count(count)));
        return parts.isEmpty()
                ? "no range is complete"
                : String.join(", ", parts) + " of "
                        + ProgressText.count(manifest.ranges().total()) + " ranges";
    }

    private static String resources(Manifest manifest, long elapsedNanos, GeneratedCount generated) {
        Manifest.Resources resources = manifest.resources();
        double seconds = elapsedNanos / 1e9;
        StringBuilder text = new StringBuilder("peak memory ");
        Long peak = resources.peakResidentBytes();
        text.append(peak == null ? "unknown" : ProgressText.bytes((double) peak));
        Long limit = resources.memoryLimitBytes();
        if (limit != null) {
            text.append(" of ")
                    .append(ProgressText.bytes((double) limit))
                    .append(" (")
                    .append(resources.memoryLimitSource())
                    .append(')');
        }
        text.append(", ").append(resources.threads()).append(resources.threads() == 1 ? " thread" : " threads");
        text.append(", ").append(ProgressText.seconds(seconds));
        long entries = generated.entries();
        if (seconds > 0 && entries > 0) {
            text.append(", ")
                    .append(ProgressText.count(Math.round(entries / seconds)))
                    .append(" entries/s");
        }
        return text.toString();
    }

    /** The line for standard error that says why a run stopped and how to go on. */
    static String stopped(RunResult result, Manifest.Stop stop) {
        return "headroom: stopped: " + stop.message()
                + (result.checkpointed() ? "" : "; the last checkpoint could not be written, an earlier one stands")
                + (result.resumable()
                        ? "; continue with 'headroom resume " + result.directory() + "'"
                        : "; a format of this run cannot be resumed in place: generate anew into another directory");
    }
}
