package dev.headroom.app.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * How a run ended.
 *
 * @param exitCode the exit code of the process
 * @param results lines for standard output
 * @param messages lines for standard error
 */
record RunOutcome(ExitCode exitCode, List<String> results, List<String> messages) {
    /** Prints the lines and returns the exit code. */
    int print(PrintStream out, PrintStream err) {
        results.forEach(out::println);
        messages.forEach(err::println);
        return exitCode.code();
    }
}
