package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.Anomalies;
import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Complexity;
import dev.headroom.generator.LedgerConfiguration.DataQuality;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.MasterData;
import dev.headroom.generator.LedgerConfiguration.PurchaseFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import java.time.LocalDate;
import java.util.List;

/** Configurations for tests: three companies in three currencies, eighteen months that begin in the middle of a year. */
public final class Configurations {
    public static final Anomalies NO_ANOMALIES = new Anomalies(false, .02, .25, .35, .20, .15, .05);
    public static final DataQuality NO_ISSUES =
            new DataQuality(false, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001);

    private Configurations() {}

    public static LedgerConfiguration clean(long targetCount) {
        return with(new Transactions(targetCount, .2, .5, .2, .07, .03), NO_ANOMALIES, NO_ISSUES);
    }

    /** With every kind of injection. */
    public static LedgerConfiguration full(long targetCount) {
        return with(
                new Transactions(targetCount, .2, .5, .2, .07, .03),
                new Anomalies(true, .02, .25, .35, .20, .15, .05),
                new DataQuality(true, .01, .05, .03, .02, .05, .005, .3, .5, .2, .005, .001));
    }

    public static LedgerConfiguration with(Transactions transactions, Anomalies anomalies, DataQuality dataQuality) {
        return new LedgerConfiguration(
                42,
                Industry.MANUFACTURING,
                LocalDate.of(2024, 7, 1),
                18,
                "USD",
                List.of(
                        new Company("US01", "Northfield Industries Inc.", "USD", "US", 3),
                        new Company("DE01", "Nordfeld Werke GmbH", "EUR", "DE", 2),
                        new Company("GB01", "Northfield UK Ltd", "GBP", "GB", 1)),
                Complexity.MEDIUM,
                transactions,
                new MasterData(500, 2000, 5000, 1500, 50, 800),
                new PurchaseFlow(.95, .15, .08, .05, .05, .15, .05, 14, 5, 30),
                new LedgerConfiguration.SalesFlow(.1, .03, .01, 7, 1, 45),
                anomalies,
                dataQuality,
                false);
    }
}
