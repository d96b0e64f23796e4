package dev.headroom.app.audit;

import dev.headroom.app.audit.EntryFacts.Source;
import dev.headroom.generator.LedgerConfiguration;

/**
 * What a run's statistics are held against: what its configuration asks for.
 *
 * @param configuration what was asked for
 * @param usual what is asked for where nothing is said
 * @param normal whether all of it was written at level Normal
 */
record StatisticsScope(LedgerConfiguration configuration, LedgerConfiguration usual, boolean normal) {

    /** Whether sources, documents and master data are the usual ones, from which Benford's law follows. */
    boolean usualBusiness() {
        LedgerConfiguration.Transactions own = configuration.transactions();
        LedgerConfiguration.Transactions others = usual.transactions();
        return own.manual() == others.manual()
                && own.documents() == others.documents()
                && own.interfaces() == others.interfaces()
                && own.recurring() == others.recurring()
                && own.adjustment() == others.adjustment()
                && configuration.masterData().equals(usual.masterData())
                && configuration.purchaseFlow().equals(usual.purchaseFlow())
                && configuration.salesFlow().equals(usual.salesFlow());
    }

    /** The configured share of a source. */
    double share(Source source) {
        LedgerConfiguration.Transactions transactions = configuration.transactions();
        return switch (source) {
            case MANUAL -> transactions.manual();
            case INTERFACE -> transactions.interfaces();
            case RECURRING -> transactions.recurring();
            case ADJUSTMENT -> transactions.adjustment();
            case DOCUMENT -> transactions.documents();
            case RUN -> 0;
        };
    }

    /** The rate of anomalous entries. */
    double anomalyRate() {
        return configuration.anomalies().enabled() ? configuration.anomalies().totalRate() : 0;
    }
}
