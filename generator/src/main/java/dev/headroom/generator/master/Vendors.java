package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.util.List;

/** Firms that deliver goods and services. Immutable; constant time. */
public final class Vendors extends BusinessPartners {
    static final TableSchema SCHEMA = schema(
            "vendors",
            "A firm that delivers goods or services.",
            "Currency in which the vendor invoices, ISO 4217.",
            "orders",
            List.of());

    /** One of a hundred, but not more than this. */
    private static final int MOST_FICTITIOUS = 50;

    Vendors(LedgerConfiguration configuration, Masters masters) {
        super(
                SCHEMA,
                "V",
                Employees.Job.BUYER,
                configuration,
                configuration.masterData().vendors(),
                Math.min(configuration.masterData().vendors() / 100, MOST_FICTITIOUS),
                configuration.purchaseFlow().paymentLagDays(),
                masters);
    }

    @Override
    Filler ownFiller(RecordBatch batch) {
        return (index, row) -> {};
    }
}
