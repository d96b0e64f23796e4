package dev.headroom.app.cli;

import dev.headroom.app.run.RunRefusedException;
import dev.headroom.app.verify.RunVerification;
import dev.headroom.app.verify.VerificationReport;
import dev.headroom.app.verify.VerificationReport.CheckedFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a run directory. */
@Command(
        name = "verify",
        header = "Check what is in a run directory.",
        description = {
            "Reads every byte of a finished or stopped run and holds it against the manifest and the log of ranges: sizes,"
                    + " positions, the checksum of each range, compression, fields and columns of each record, and all"
                    + " totals. Of a stopped run, what follows its last checkpoint is told and not checked. Writes nothing.",
            "Each violation is told with its file, range, and byte; the exit code is 4 if there is one."
        },
        footer = {"%nExample:", "  headroom verify demo"})
final class VerifyCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(paramLabel = "DIR", description = "The run directory.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path directory;

    VerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws CommandFailedException {
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
        return (report.violations().isEmpty() ? ExitCode.DONE : ExitCode.VIOLATIONS).code();
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
