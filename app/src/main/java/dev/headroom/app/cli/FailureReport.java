package dev.headroom.app.cli;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.Spelling;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a failure in one line, and decides its exit code. */
final class FailureReport implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String DEBUG = "--debug";

    private final PrintStream err;

    FailureReport(PrintStream err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String problem = e instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched.getUnmatched())
                : e instanceof MaxValuesExceededException
                        ? "a configuration is given more than once; give one of --config FILE and --demo, once"
                        : withoutTitle(oneLine(String.valueOf(e.getMessage())));
        err.println(name + ": " + problem + (problem.endsWith("?") ? " '" : "; '") + name + " --help' tells more");
        if (List.of(arguments).contains(DEBUG)) {
            e.printStackTrace(err);
        }
        return ExitCode.BAD_INPUT.code();
    }

    private static String withoutTitle(String message) {
        String text = message.startsWith("Error: ") ? message.substring("Error: ".length()) : message;
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String unmatched(CommandLine command, List<String> words) {
        String word = words.get(0);
        boolean option = word.startsWith("-") && word.length() > 1;
        List<String> known = new ArrayList<>();
        if (option) {
            command.getCommandSpec().options().forEach(each -> known.addAll(List.of(each.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
            known.add("--help");
        }
        String kind = option ? "option" : command.getSubcommands().isEmpty() ? "argument" : "command";
        if (kind.equals("argument") && isConfiguration(command, word)) {
            return "unknown argument '" + oneLine(word) + "'; did you mean --config " + oneLine(word) + "?";
        }
        String asked = word.contains("=") && option ? word.substring(0, word.indexOf('=')) : word;
        return "unknown " + kind + " '" + oneLine(asked) + "'"
                + Spelling.closest(asked, known)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
    }

    /** Whether a word looks like a file for the option that it lacks. */
    private static boolean isConfiguration(CommandLine command, String word) {
        return command.getCommandSpec().findOption("--config") != null
                && (word.endsWith(".yaml") || word.endsWith(".yml"));
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        String name = command.getCommandSpec().qualifiedName();
        if (e instanceof ConfigurationException configuration) {
            showTrace(e, parsed);
            configuration.problems().forEach(err::println);
            return ExitCode.BAD_INPUT.code();
        }
        if (e instanceof CommandFailedException failed) {
            showTrace(e, parsed);
            err.println(name + ": " + oneLine(String.valueOf(failed.getMessage())));
            return failed.exitCode().code();
        }
        return internalError(name, e, parsed.originalArgs());
    }

    private void showTrace(Exception e, ParseResult parsed) {
        if (parsed.originalArgs().contains(DEBUG)) {
            e.printStackTrace(err);
        }
    }

    /** Tells of a fault in the program. */
    int internalError(String command, Throwable fault, List<String> arguments) {
        if (arguments.contains(DEBUG)) {
            fault.printStackTrace(err);
        }
        err.println(command + ": internal error: " + oneLine(fault.toString())
                + (arguments.contains(DEBUG) ? "" : "; please report it with what " + DEBUG + " shows"));
        return ExitCode.INTERNAL_ERROR.code();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }
}
