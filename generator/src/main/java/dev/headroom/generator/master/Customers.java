package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.table.TableSchema;

/** Firms that buy goods and services. Immutable; constant time. */
public final class Customers extends BusinessPartners {
    static final TableSchema SCHEMA = schema(
            "customers",
            "A firm that buys goods or services.",
            "Currency in which the customer is invoiced, ISO 4217.",
            "invoices");

    private static final int PAYMENT_DAYS = 30;

    Customers(LedgerConfiguration configuration, Masters masters) {
        super(
                SCHEMA,
                "C",
                Employees.Job.SALES_CLERK,
                configuration,
                configuration.masterData().customers(),
                PAYMENT_DAYS,
                masters);
    }
}
