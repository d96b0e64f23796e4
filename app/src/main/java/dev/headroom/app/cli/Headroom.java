package dev.headroom.app.cli;

import com.google.inject.Guice;
import dev.headroom.app.wiring.ConfiguredRuns;
import dev.headroom.app.wiring.HeadroomModule;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of the packaged application. */
@Command(
        name = "headroom",
        mixinStandardHelpOptions = true,
        versionProvider = HeadroomVersion.class,
        scope = ScopeType.INHERIT,
        description = "Generates enterprise accounting data inside the memory, disk and CPU it is given.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        commandListHeading = "%nCommands:%n")
public final class Headroom implements Runnable {
    /** Read when the first logger is made; set by {@code --debug}. */
    static final String LOG_LEVEL_PROPERTY = "headroom.log.level";

    /** Set by the launcher where standard error is a terminal, which Java 17 cannot tell. */
    static final String TERMINAL_PROPERTY = "headroom.terminal";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show stack traces and log what happens inside.")
    void debug(boolean debug) {
        if (debug) {
            System.setProperty(LOG_LEVEL_PROPERTY, "DEBUG");
        }
    }

    private Headroom() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments the command line's words
     */
    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("--version")) {
            // Asked by scripts, again and again: no need to put the whole command line together.
            System.out.println(new HeadroomVersion().getVersion()[0]);
            return;
        }
        StandardOutput written = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = utf8(new BufferedOutputStream(written));
        PrintStream err = utf8(System.err);
        Interruption interruption = new Interruption(err);
        int exitCode = execute(arguments, out, err, () -> generation(interruption, err));
        if (out.checkError() && !written.isAbandoned() && exitCode == ExitCode.DONE.code()) {
            err.println("headroom: standard output cannot be written; what was printed is not complete");
            exitCode = ExitCode.INTERNAL_ERROR.code();
        }
        err.flush();
        interruption.commandEnded();
        System.exit(exitCode);
    }

    private static GenerateService generation(Interruption interruption, PrintStream err) {
        ConfiguredRuns runs = Guice.createInjector(new HeadroomModule(HeadroomVersion.current()))
                .getInstance(ConfiguredRuns.class);
        return new GuardedGeneration(runs, interruption, err, Boolean.getBoolean(TERMINAL_PROPERTY));
    }

    private static PrintStream utf8(OutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /** Runs the command line and returns its exit code. The service is asked for by commands that need it alone. */
    static int execute(String[] arguments, PrintStream out, PrintStream err, Supplier<GenerateService> service) {
        try {
            return commandLine(out, err, service).execute(arguments);
        } catch (Error e) {
            // Not an exception, so the command line lets it pass.
            return new FailureReport(err).internalError("headroom", e, List.of(arguments));
        }
    }

    static CommandLine commandLine(PrintStream out, PrintStream err, Supplier<GenerateService> service) {
        CommandLine commandLine = new CommandLine(new Headroom());
        commandLine.addSubcommand(new GenerateCommand(service, out, err));
        commandLine.addSubcommand(new ResumeCommand(service, out, err));
        commandLine.addSubcommand(new RepairCommand(service, out, err));
        commandLine.addSubcommand(new MergeCommand(service, out, err));
        commandLine.addSubcommand(new VerifyCommand(out));
        commandLine.addSubcommand(new ValidateCommand(out));
        commandLine.addSubcommand(new InitCommand(out, err));
        commandLine.addSubcommand(new DoctorCommand(out));
        commandLine.addSubcommand(new TablesCommand(out));
        for (CommandLine makesRuns : List.of(
                commandLine,
                commandLine.getSubcommands().get("generate"),
                commandLine.getSubcommands().get("resume"),
                commandLine.getSubcommands().get("repair"),
                commandLine.getSubcommands().get("merge"))) {
            makesRuns
                    .getCommandSpec()
                    .usageMessage()
                    .exitCodeListHeading("%nExit codes:%n")
                    .exitCodeList(exitCodes());
        }
        // After the subcommands, since these settings reach those that are there.
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        FailureReport failures = new FailureReport(err);
        commandLine.setParameterExceptionHandler(failures);
        commandLine.setExecutionExceptionHandler(failures);
        return commandLine;
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitCode exitCode : ExitCode.values()) {
            meanings.put(" " + exitCode.code(), exitCode.meaning());
        }
        return meanings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "no command is given; begin with 'headroom generate --demo --output demo'");
    }
}
