package dev.headroom.app.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.headroom.app.config.HeadroomConfiguration.Emergency;
import dev.headroom.app.config.OnEmergency;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.probe.TimeSource;
import dev.headroom.sink.Compression;
import dev.headroom.sink.SinkProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Runs of a small ledger with every kind of content, in a few ranges. */
final class SmallRuns {
    static final Ledger LEDGER = Ledger.of(new LedgerConfiguration(
            5,
            LedgerConfiguration.Industry.RETAIL,
            LocalDate.of(2024, 1, 1),
            6,
            "EUR",
            List.of(new Company("1000", "Alpha GmbH", "EUR", "DE", 1)),
            LedgerConfiguration.Complexity.SMALL,
            new LedgerConfiguration.Transactions(7_000, .20, .50, .20, .07, .03),
            new LedgerConfiguration.MasterData(50, 50, 100, 30, 10, 10),
            new LedgerConfiguration.PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
            new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45),
            new LedgerConfiguration.Anomalies(true, .01, .25, .35, .20, .15, .05),
            new LedgerConfiguration.DataQuality(true, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001),
            false));
    static final long RANGES = LEDGER.rangeCount();
    static final SinkCatalogue SINKS = SinkCatalogue.installed();

    private SmallRuns() {}

    static Run run() {
        return run(SINKS);
    }

    static Run run(SinkCatalogue sinks) {
        return new Run(sinks, TimeSource.system(), "test");
    }

    static RunRequest request(List<String> formats, int threads, RunGuard guard, Duration checkpointInterval) {
        return request(
                new RecordedConfiguration(JsonNodeFactory.instance.objectNode(), "hash", Map.of("seed", "5")),
                formats,
                threads,
                guard,
                checkpointInterval);
    }

    /** A calm request in CSV, said to be of another configuration. */
    static RunRequest of(RecordedConfiguration configuration) {
        return request(configuration, List.of("csv"), 2, ScriptedGuard.calm(), Duration.ofSeconds(10));
    }

    private static RunRequest request(
            RecordedConfiguration configuration,
            List<String> formats,
            int threads,
            RunGuard guard,
            Duration checkpointInterval) {
        return new RunRequest(
                LEDGER,
                configuration,
                plain(formats),
                compression(formats),
                OptionalInt.of(threads),
                OptionalLong.empty(),
                700,
                checkpointInterval,
                (output, decisions) -> guard,
                Emergency.STOP,
                new StopRequest(),
                view -> {});
    }

    /** The same as a request, but that it waits for an emergency to pass. */
    static RunRequest waiting(RunRequest request, Duration maxWait) {
        return new RunRequest(
                request.ledger(),
                request.configuration(),
                request.formats(),
                request.compression(),
                request.threads(),
                request.memoryLimit(),
                request.batchRows(),
                request.checkpointInterval(),
                request.guards(),
                new Emergency(OnEmergency.WAIT, maxWait),
                request.stop(),
                request.onStart());
    }

    static RunRequest request(List<String> formats, int threads, RunGuard guard) {
        return request(formats, threads, guard, Duration.ofSeconds(10));
    }

    /** Every format with every compression, such as {@code csv+gzip}. */
    static List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (String format : SINKS.formats()) {
            for (Compression.Method method : Compression.Method.values()) {
                forms.add(method == Compression.Method.NONE ? format : format + "+" + method);
            }
        }
        return forms;
    }

    private static List<String> plain(List<String> forms) {
        return forms.stream().map(form -> form.replaceAll("\\+.*", "")).toList();
    }

    private static Compression compression(List<String> forms) {
        int plus = forms.get(0).indexOf('+');
        if (plus < 0) {
            return Compression.NONE;
        }
        Compression.Method method = Compression.Method.valueOf(forms.get(0).substring(plus + 1));
        return new Compression(method, method.defaultLevel());
    }

    /** The providers of forms, which do not compress yet. */
    static List<SinkProvider> providers(List<String> forms) {
        try {
            return SINKS.providersOf(plain(forms), Compression.NONE);
        } catch (RunRefusedException e) {
            throw new AssertionError(e);
        }
    }
}
