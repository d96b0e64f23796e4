package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.random.Discrete;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import java.util.List;

/** Firms that buy goods and services. Immutable; constant time. */
public final class Customers extends BusinessPartners {
    static final TableSchema SCHEMA = schema(
            "customers",
            "A firm that buys goods or services.",
            "Currency in which the customer is invoiced, ISO 4217.",
            "invoices",
            List.of(
                    Column.decimal("credit_limit", 2)
                            .describedAs(
                                    "Largest value of an order that needs no release by a manager, in the customer's currency.")));

    private static final int CREDIT_SLOT = 8;

    /** In hundredths of a dollar. */
    private static final long[] CREDIT_LIMITS = {
        10_000_00, 25_000_00, 100_000_00, 250_000_00, 1_000_000_00, 5_000_000_00
    };

    private static final Discrete CREDIT_LIMIT = new Discrete(.05, .15, .2, .25, .2, .15);

    Customers(LedgerConfiguration configuration, Masters masters) {
        super(
                SCHEMA,
                "C",
                Employees.Job.SALES_CLERK,
                configuration,
                configuration.masterData().customers(),
                0,
                // Customers pay somewhat later than their terms say.
                (configuration.salesFlow().receiptLagDays() * 2 + 1) / 3,
                masters);
    }

    /** The largest value of an order that needs no release by a manager, in hundredths of the customer's currency. */
    public long creditLimit(int customer) {
        return CREDIT_LIMITS[CREDIT_LIMIT.draw(key(customer), CREDIT_SLOT)] * Currencies.scale(currency(customer));
    }

    @Override
    Filler ownFiller(RecordBatch batch) {
        LongVector creditLimit = batch.longs("credit_limit");
        return (index, row) -> creditLimit.set(row, creditLimit(index));
    }
}
