package dev.headroom.app.cli;

import dev.headroom.app.DocumentedPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class InterfaceDocumentationTest {
    private final CommandLine commandLine = Headroom.commandLine(System.out, System.err, () -> {
        throw new AssertionError("no command runs here");
    });

    @Test
    void theInterfaceListsEveryCommandAndOption() throws Exception {
        StringBuilder text = new StringBuilder();
        text.append("### Every command\n\n");
        List<OptionSpec> shared = commandLine.getCommandSpec().options();
        appendArguments(text, List.of(), shared);
        for (CommandLine command : commandLine.getSubcommands().values()) {
            text.append("\n### `")
                    .append(command.getCommandSpec().qualifiedName())
                    .append("`\n\n");
            text.append(String.join(" ", command.getCommandSpec().usageMessage().header()))
                    .append(' ');
            text.append(String.join(" ", command.getCommandSpec().usageMessage().description()));
            text.append("\n\n");
            List<String> sharedNames =
                    shared.stream().map(OptionSpec::longestName).toList();
            appendArguments(
                    text,
                    command.getCommandSpec().positionalParameters(),
                    command.getCommandSpec().options().stream()
                            .filter(option -> !sharedNames.contains(option.longestName()))
                            .toList());
        }
        new DocumentedPage("interface.md").has("commands", text.toString());
    }

    private static void appendArguments(
            StringBuilder text, List<PositionalParamSpec> parameters, List<OptionSpec> options) {
        if (parameters.isEmpty() && options.isEmpty()) {
            return;
        }
        text.append("| argument | meaning |\n|---|---|\n");
        for (PositionalParamSpec parameter : parameters) {
            append(text, parameter.paramLabel(), parameter);
        }
        for (OptionSpec option : options) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            append(text, String.join(", ", option.names()) + label, option);
        }
    }

    private static void append(StringBuilder text, String name, ArgSpec argument) {
        text.append("| `").append(name.replace("|", "\\|")).append("` | ");
        text.append(String.join(" ", argument.description())).append(" |\n");
    }

    @Test
    void theInterfaceListsEveryExitCode() throws Exception {
        StringBuilder text = new StringBuilder("| code | meaning |\n|---|---|\n");
        for (ExitCode exitCode : ExitCode.values()) {
            text.append("| ")
                    .append(exitCode.code())
                    .append(" | ")
                    .append(exitCode.meaning())
                    .append(" |\n");
        }
        new DocumentedPage("interface.md").has("exit codes", text.toString());
    }
}
