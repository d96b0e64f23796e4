package dev.headroom.app.verify;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.OutputState;
import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.run.UnsoundManifestException;
import dev.headroom.generator.Ledger;
import dev.headroom.sink.Compression;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a run directory: that manifest and log of ranges say the same, and that every range of every file is what they say, can be
 * expanded, and is well-formed. Everything is read once, in bounded memory; nothing is written, so that a run that is being made can be
 * checked up to its last checkpoint too.
 */
public final class RunVerification {
    /** Ranges whose lines are held at a time. */
    private static final int RANGES_AT_A_TIME = 256;

    private final Path directory;
    private final Manifest manifest;
    private final Compression.Method compression;
    private final Findings findings = new Findings();
    private final List<FileCheck> checks = new ArrayList<>();
    private final LogTotals log = new LogTotals();

    private RunVerification(Path directory, Manifest manifest) {
        this.directory = directory;
        this.manifest = manifest;
        this.compression = manifest.compression() == null
                ? Compression.Method.NONE
                : manifest.compression().method();
    }

    /**
     * Verifies a run; blocks until everything is read.
     *
     * @throws RunRefusedException if the directory is not that of a run, or its manifest cannot be read
     * @throws IOException if the directory cannot be read
     */
    public static VerificationReport of(Path directory) throws RunRefusedException, IOException {
        if (!Files.isDirectory(directory)) {
            throw new RunRefusedException(directory + " is not a directory; give the directory of a run");
        }
        if (Files.notExists(directory.resolve(Manifest.NAME))) {
            throw new RunRefusedException(directory + " has no " + Manifest.NAME + "; give the directory of a run");
        }
        Manifest manifest;
        try {
            manifest = Manifest.read(directory);
        } catch (UnsoundManifestException e) {
            return new VerificationReport(
                    directory,
                    Manifest.Status.RUNNING,
                    0,
                    0,
                    List.of(),
                    List.of(String.valueOf(e.getMessage())),
                    List.of());
        }
        if (manifest.status() == Manifest.Status.MERGING) {
            throw new RunRefusedException(
                    directory + " is what a merge has left that was killed; there is nothing to verify");
        }
        return new RunVerification(directory, manifest).verify();
    }

    private VerificationReport verify() throws IOException {
        checkConfiguration();
        new TotalsCheck(directory, findings).check(manifest);
        try (Workbenches workbenches = new Workbenches(compression)) {
            openFiles();
            boolean logWhole = checkRanges(workbenches);
            if (logWhole) {
                checkTotals();
            }
            boolean complete = manifest.status() == Manifest.Status.COMPLETED;
            if (logWhole) {
                workbenches.forEach(checks, (check, buffer, expander) -> check.checkTail(complete, buffer, expander));
            }
        } finally {
            for (FileCheck check : checks) {
                check.close();
            }
        }
        return new VerificationReport(
                directory,
                manifest.status(),
                manifest.totals().ranges(),
                manifest.ranges().total(),
                checks.stream()
                        .map(check -> new VerificationReport.CheckedFile(
                                check.output().name(),
                                check.rows(),
                                check.position(),
                                check.ranges(),
                                findings.violations(check.output().name())))
                        .toList(),
                findings.violations(),
                findings.notes());
    }

    private void checkConfiguration() {
        if (!manifest.rangesHold()) {
            findings.violation(Manifest.NAME, "ranges.sha256 is not that of its ranges and levels");
        }
        try {
            String hash = new ConfigurationReader(manifest.formats())
                    .readJson(Manifest.NAME, manifest.configuration().toString(), Overrides.NONE)
                    .hash();
            if (!hash.equals(manifest.configurationSha256())) {
                findings.violation(
                        Manifest.NAME,
                        "configuration_sha256 is not that of the configuration beside it, which is " + hash);
            }
        } catch (ConfigurationException e) {
            findings.violation(
                    Manifest.NAME,
                    "its configuration cannot be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void openFiles() {
        Map<String, List<String>> columns = new HashMap<>();
        Map<String, List<String>> headers = new HashMap<>();
        for (TableSchema table : Ledger.catalogue()) {
            columns.put(table.name(), table.columns().stream().map(Column::name).toList());
            headers.put(
                    table.name(), table.columns().stream().map(Column::header).toList());
        }
        for (OutputState output : manifest.outputs()) {
            Map<String, List<String>> names = output.format().equals("csv") ? headers : columns;
            @Nullable Records records = Records.of(output.format(), names.get(output.table()));
            if (records == null) {
                findings.note(output.name(), "not checked: format " + output.format() + " is that of a plug-in");
                continue;
            }
            String expected = output.table() + "." + output.format() + compression.fileExtension();
            if (!output.name().equals(expected)) {
                findings.violation(Manifest.NAME, "outputs names " + output.name() + ", which should be " + expected);
                continue;
            }
            checks.add(FileCheck.open(directory, output, findings, records, compression));
        }
    }

    /** Whether the log could be read to its end. */
    private boolean checkRanges(Workbenches workbenches) throws IOException {
        Path file = directory.resolve(Manifest.RANGE_LOG_NAME);
        if (Files.notExists(file)
                && manifest.ranges().logBytes() == 0
                && manifest.totals().ranges() == 0) {
            return true;
        }
        try (RangeLogReader reader = new RangeLogReader(file, manifest.ranges().logBytes())) {
            boolean more = true;
            while (more) {
                List<LoggedRange> ranges = new ArrayList<>();
                more = read(reader, ranges);
                workbenches.forEach(checks, (check, buffer, expander) -> check.check(ranges, buffer, expander));
            }
            checkBeyond(file);
            return log.isWhole();
        } catch (IOException e) {
            findings.violation(
                    Manifest.RANGE_LOG_NAME,
                    Files.notExists(file) ? "it is missing" : "it cannot be read: " + e.getMessage());
            return false;
        }
    }

    /** Reads some ranges; false at the end of the log. */
    private boolean read(RangeLogReader reader, List<LoggedRange> ranges) throws IOException {
        try {
            while (ranges.size() < RANGES_AT_A_TIME) {
                LoggedRange range = reader.next();
                if (range == null) {
                    return false;
                }
                if (!log.add(range, manifest, findings)) {
                    return false;
                }
                ranges.add(range);
            }
            return true;
        } catch (DamageException e) {
            log.broken();
            findings.violation(
                    Manifest.RANGE_LOG_NAME,
                    e.getMessage() + " (byte " + e.offset() + "); ranges from " + log.ranges()
                            + " on cannot be checked");
            return false;
        }
    }

    private void checkBeyond(Path file) throws IOException {
        long beyond = Files.size(file) - manifest.ranges().logBytes();
        if (beyond > 0 && manifest.status() == Manifest.Status.COMPLETED) {
            findings.violation(
                    Manifest.RANGE_LOG_NAME,
                    "there are " + beyond + " bytes after byte "
                            + manifest.ranges().logBytes() + ", up to which the manifest knows it");
        }
    }

    private void checkTotals() {
        log.compare(manifest, findings);
        long bytes = 0;
        long rows = 0;
        boolean known = checks.size() == manifest.outputs().size();
        for (FileCheck check : checks) {
            OutputState output = check.output();
            compare(output.name() + " has rows", output.rows(), check.rows());
            compare(output.name() + " has bytes", output.bytes(), check.position());
            bytes += check.position();
            if (output.format().equals(manifest.formats().get(0))) {
                rows += check.rows();
                if (output.table().equals("journal_entries")) {
                    compare("totals.journal_lines is", manifest.totals().journalLines(), check.rows());
                }
            }
        }
        if (known && !checks.isEmpty()) {
            compare("totals.bytes is", manifest.totals().bytes(), bytes);
            compare("totals.rows is", manifest.totals().rows(), rows);
        }
    }

    private void compare(String what, long claimed, long found) {
        if (claimed != found) {
            findings.violation(
                    Manifest.NAME, what + " " + claimed + "; by " + Manifest.RANGE_LOG_NAME + " it is " + found);
        }
    }
}
