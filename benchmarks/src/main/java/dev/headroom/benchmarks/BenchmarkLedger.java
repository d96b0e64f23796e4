package dev.headroom.benchmarks;

import dev.headroom.app.config.ConfigurationException;
import dev.headroom.app.config.ConfigurationReader;
import dev.headroom.app.config.HeadroomConfiguration;
import dev.headroom.app.config.Overrides;
import dev.headroom.app.run.SinkCatalogue;

/** The ledger that is measured: the demonstration's with another number of entries, with or without its injections. */
final class BenchmarkLedger {
    private BenchmarkLedger() {}

    static HeadroomConfiguration of(long entries, boolean injections) {
        Overrides overrides = Overrides.NONE
                .with("entries", "transactions.target_count", Long.toString(entries))
                // The peer, which runs in the same process, takes more than the demonstration is allowed.
                .with("limit", "global.memory_limit", "4GB");
        if (!injections) {
            overrides = overrides
                    .with("injections", "anomaly_injection.enabled", "false")
                    .with("injections", "data_quality.enabled", "false");
        }
        try {
            return new ConfigurationReader(SinkCatalogue.installed().formats()).readDemo(overrides);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
