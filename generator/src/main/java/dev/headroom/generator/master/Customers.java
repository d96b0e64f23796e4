package dev.headroom.generator.master;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.List;

/** Firms that buy goods and services. Immutable; constant time. */
public final class Customers extends BusinessPartners {
    static final TableSchema SCHEMA = new TableSchema(
            "customers",
            "A firm that buys goods or services.",
            List.of(
                    Column.text("customer_id").asKey().describedAs("Customer number."),
                    Column.text("name").asOptional().describedAs("Name of the firm."),
                    Column.text("country").describedAs("Country of residence, ISO 3166 alpha-2."),
                    Column.text("currency").describedAs("Currency in which the customer is invoiced, ISO 4217."),
                    Column.text("tax_id").asOptional().describedAs("Tax number of the country."),
                    Column.text("bank_account")
                            .asOptional()
                            .describedAs("Bank account: IBAN, or what the country uses."),
                    Column.text("street").asOptional().describedAs("Street and house number."),
                    Column.text("postal_code").asOptional().describedAs("Postal code."),
                    Column.text("city").asOptional().describedAs("City."),
                    Column.text("payment_terms")
                            .asOptional()
                            .describedAs("Terms as printed on invoices, such as 2/10 NET 30."),
                    Column.integer("payment_days").describedAs("Days from invoice to due date."),
                    Column.decimal("discount_percent", 2)
                            .describedAs("Discount for early payment, in percent; 0 for none."),
                    Column.integer("discount_days")
                            .describedAs("Days from invoice within which the discount is granted."),
                    Column.date("created_on").asOptional().describedAs("Day on which the record was made."),
                    Column.text("created_by")
                            .asOptional()
                            .references("employees.employee_id")
                            .describedAs("Employee who made the record.")));

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
