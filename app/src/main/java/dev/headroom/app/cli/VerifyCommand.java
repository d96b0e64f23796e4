package dev.headroom.app.cli;

import dev.headroom.app.audit.AuditReport;
import dev.headroom.app.audit.AuditReport.ProvenRule;
import dev.headroom.app.audit.JournalFindings;
import dev.headroom.app.audit.RunAudit;
import dev.headroom.app.run.Manifest;
import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.verify.RunVerification;
import dev.headroom.app.verify.VerificationReport;
import dev.headroom.app.verify.VerificationReport.CheckedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a run directory. */
@Command(
        name = "verify",
        header = "Check what is in a run directory.",
        description = {
            "Reads every byte of a finished or stopped run and holds it against the manifest and the log of ranges: sizes,"
                    + " positions, the checksum of each range, compression, fields and columns of each record, and all"
                    + " totals. Of a stopped run, what follows its last checkpoint is told and not checked.",
            "Where all that holds and the run is complete and no shard, it reads the tables again and proves the rules of accounting on"
                    + " them, once what labels name is undone. What does not fit in memory is put aside in a directory that"
                    + " is gone at the end; nothing else is written.",
            "Then it audits the journal as it was written: statistics beside their gates, the standard journal-entry tests,"
                    + " and the test for each kind of anomaly, with recall and precision by the labels.",
            "Each violation is told with its file and range or row; the exit code is 4 if there is one."
        },
        footer = {"%nExample:", "  headroom verify demo"})
final class VerifyCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path directory;

    @Option(
            names = "--temp-dir",
            paramLabel = "DIR",
            description = "An existing directory for what does not fit in memory; otherwise the system's own.")
    private @Nullable Path temporary;

    VerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws CommandFailedException {
        // Before hours of reading.
        Path parent = temporary();
        VerificationReport report;
        try {
            report = RunVerification.of(directory);
        } catch (RunRefusedException e) {
            throw new CommandFailedException(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.BAD_INPUT, directory + " cannot be read: " + e.getMessage(), e);
        }
        if (!report.files().isEmpty()) {
            print(report);
        }
        report.notes().forEach(note -> out.println("Note: " + note));
        report.violations().forEach(violation -> out.println("Violation: " + violation));
        out.println(summary(report));
        if (!report.violations().isEmpty()) {
            out.println("The rules of accounting were not proven, as the files are not what they should be.");
            return ExitCode.VIOLATIONS.code();
        }
        try (RunAudit run = RunAudit.of(directory, Manifest.read(directory), parent)) {
            AuditReport audit = run.rules();
            print(audit);
            JournalFindings journal = journal(run, parent);
            new JournalText(out).print(journal);
            boolean holds = audit.violations().isEmpty() && journal.violations().isEmpty();
            return (holds ? ExitCode.DONE : ExitCode.VIOLATIONS).code();
        } catch (RunRefusedException e) {
            throw new CommandFailedException(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw failed("the rules could not be proven", parent, e);
        }
    }

    private JournalFindings journal(RunAudit run, Path parent) throws CommandFailedException {
        try {
            return run.journal();
        } catch (IOException e) {
            throw failed("the journal could not be audited", parent, e);
        }
    }

    private CommandFailedException failed(String what, Path parent, IOException e) {
        return new CommandFailedException(
                ExitCode.BAD_INPUT,
                what + ", as " + directory + " could not be read, or nothing be put aside in " + parent + ": "
                        + e.getMessage() + "; where room is missing, give another directory with --temp-dir",
                e);
    }

    private void print(VerificationReport report) {
        int width = report.files().stream()
                .mapToInt(file -> file.name().length())
                .max()
                .orElse(0);
        String line = "%-" + width + "s %7s %15s %18s  %s%n";
        out.printf(Locale.ROOT, line, "file", "ranges", "records", "bytes", "");
        for (CheckedFile file : report.files()) {
            out.printf(
                    Locale.ROOT,
                    line,
                    file.name(),
                    number(file.ranges()),
                    number(file.rows()),
                    number(file.bytes()),
                    file.violations() == 0 ? "holds" : "does not hold");
        }
    }

    private Path temporary() throws CommandFailedException {
        Path parent = temporary == null ? Path.of(System.getProperty("java.io.tmpdir")) : temporary;
        if (!Files.isDirectory(parent)) {
            throw new CommandFailedException(
                    ExitCode.BAD_INPUT, parent + " is not a directory; give an existing one with --temp-dir");
        }
        return parent;
    }

    private void print(AuditReport audit) {
        if (audit.notProven() != null) {
            out.println("The rules of accounting were not proven: " + audit.notProven() + ".");
            return;
        }
        out.println();
        int width = audit.rules().stream()
                .mapToInt(rule -> rule.name().length())
                .max()
                .orElse(0);
        String line = "%-" + width + "s %15s  %s%n";
        out.printf(Locale.ROOT, line, "rule", "checked", "");
        for (ProvenRule rule : audit.rules()) {
            String result = rule.notApplicable() != null
                    ? "not applicable: " + rule.notApplicable()
                    : rule.violations() == 0 ? "holds" : number(rule.violations()) + " violations";
            out.printf(Locale.ROOT, line, rule.name(), number(rule.checked()), result);
        }
        audit.violations().forEach(violation -> out.println("Violation: " + violation));
        long broken =
                audit.rules().stream().filter(rule -> rule.violations() > 0).count();
        long proven = audit.rules().stream()
                .filter(rule -> rule.notApplicable() == null)
                .count();
        out.println("Rules: " + number(proven) + " proven on " + audit.format() + ", "
                + (broken == 0 ? "all hold" : number(broken) + " do not hold") + "; "
                + number(audit.bytesPutAside()) + " bytes were put aside");
    }

    private static String summary(VerificationReport report) {
        String status = report.status().name().toLowerCase(Locale.ROOT);
        String what = report.directory() + ": " + status + ", " + number(report.ranges()) + " of "
                + number(report.rangesOfRun()) + " ranges, "
                + number(report.files().size()) + " files, "
                + number(report.files().stream().mapToLong(CheckedFile::bytes).sum()) + " bytes";
        return report.violations().isEmpty() ? what + ": all holds" : what + ": there are violations";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
