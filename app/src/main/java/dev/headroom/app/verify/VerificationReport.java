package dev.headroom.app.verify;

import dev.headroom.app.run.Manifest;
import java.nio.file.Path;
import java.util.List;

/**
 * What a verification found.
 *
 * @param directory the run's directory
 * @param status where the run is, by its manifest
 * @param ranges completed ranges
 * @param rangesOfRun ranges of the whole run
 * @param files the files, in the order of the manifest
 * @param violations what does not hold, each with its file; empty if all does
 * @param notes what is worth saying and is no violation, each with its file
 */
public record VerificationReport(
        Path directory,
        Manifest.Status status,
        long ranges,
        long rangesOfRun,
        List<CheckedFile> files,
        List<String> violations,
        List<String> notes) {

    /**
     * A file that was checked.
     *
     * @param name its name
     * @param rows rows in its ranges
     * @param bytes bytes of its ranges
     * @param ranges ranges that have a part in it
     * @param violations how much does not hold
     */
    public record CheckedFile(String name, long rows, long bytes, long ranges, long violations) {}
}
