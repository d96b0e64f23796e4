package dev.headroom.app.cli;

import dev.headroom.app.config.ByteSize;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.SinkCatalogue;
import dev.headroom.generator.LedgerConfiguration;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** Checks a configuration and tells what it would make. */
@Command(
        name = "validate",
        header = "Check a configuration.",
        description = "Tells everything that is wrong with a configuration, each with file, line and column and what to"
                + " do; or, where nothing is wrong, what would be generated. Writes nothing.",
        footer = {"%nExample:", "  headroom validate --config ledger.yaml"})
final class ValidateCommand implements Callable<Integer> {
    private final PrintStream out;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationChoice choice;

    ValidateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        HeadroomConfiguration configuration =
                choice.read(new ConfigurationReader(SinkCatalogue.installed().formats()), Overrides.NONE);
        LedgerConfiguration settings = configuration.ledger();
        out.println(choice.name() + ": valid");
        out.println("  entries      "
                + String.format(Locale.ROOT, "%,d", settings.transactions().targetCount()) + ", "
                + settings.startDate() + " to "
                + settings.startDate().plusMonths(settings.periodMonths()).minusDays(1));
        out.println("  companies    "
                + settings.companies().stream()
                        .map(company -> company.code() + " in " + company.currency())
                        .collect(Collectors.joining(", "))
                + "; group in " + settings.groupCurrency());
        out.println("  output       " + String.join(", ", configuration.output().formats()) + ", to "
                + configuration.output().directory());
        out.println("  injections   anomalies " + onOrOff(settings.anomalies().enabled()) + ", data quality "
                + onOrOff(settings.dataQuality().enabled()));
        out.println("  memory limit "
                + (configuration.memoryLimit().isPresent()
                        ? ByteSize.format(configuration.memoryLimit().getAsLong())
                        : "what the machine allows"));
        return ExitCode.DONE.code();
    }

    private static String onOrOff(boolean enabled) {
        return enabled ? "on" : "off";
    }
}
