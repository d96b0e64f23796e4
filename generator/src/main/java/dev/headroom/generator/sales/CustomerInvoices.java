package dev.headroom.generator.sales;

import static dev.headroom.generator.ledger.DocumentType.CUSTOMER_INVOICE;
import static dev.headroom.generator.ledger.DocumentType.DELIVERY;
import static dev.headroom.generator.ledger.DocumentType.SALES_ORDER;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/** The tables {@code customer_invoices} and {@code customer_invoice_lines}. A writer belongs to one worker. */
final class CustomerInvoices {
    static final TableSchema SCHEMA = new TableSchema(
            "customer_invoices",
            "An invoice or a credit memo that a company sends to a customer",
            List.of(
                    Column.text("customer_invoice_id").asKey().describedAs("Number of the invoice"),
                    Column.text("invoice_type").describedAs("invoice or credit_memo; amounts of both are above zero"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that invoices"),
                    Column.text("customer_id")
                            .references("customers.customer_id")
                            .describedAs("Customer that is invoiced"),
                    Column.text("sales_order_id")
                            .references("sales_orders.sales_order_id")
                            .describedAs("Order"),
                    Column.text("delivery_id")
                            .references("deliveries.delivery_id")
                            .describedAs(
                                    "Delivery that is invoiced; of a credit memo the return, or the delivery of what cannot be returned"),
                    Column.text("credited_invoice_id")
                            .asNullable()
                            .references("customer_invoices.customer_invoice_id")
                            .describedAs("Invoice that a credit memo is for; absent for invoices"),
                    Column.date("invoice_date").describedAs("Day of the invoice and of its posting"),
                    Column.date("due_date").describedAs("Day on which it is to be paid; of a credit memo its own day"),
                    Column.text("currency").describedAs("ISO 4217 code of the invoice's amounts"),
                    Column.decimal("exchange_rate", 6)
                            .describedAs(
                                    "Company currency for one unit of the invoice's on its day; of a credit memo that of its invoice"),
                    Column.decimal("net_amount", 2)
                            .describedAs("Sum of the lines without tax, in the invoice's currency"),
                    Column.decimal("tax_amount", 2)
                            .describedAs(
                                    "Output tax at the standard rate of the company's country, in the invoice's currency; 0 for a customer"
                                            + " of another country, since exports are not taxed"),
                    Column.decimal("gross_amount", 2).describedAs("Net amount and tax, in the invoice's currency"),
                    Column.integer("revenue_months")
                            .describedAs(
                                    "Months over which the revenue is spread, from that of the invoice on; 0 for none"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the invoice posts; absent for one from before the ledger")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "customer_invoice_lines",
            "A line of a customer invoice or credit memo",
            List.of(
                    Column.text("customer_invoice_id")
                            .asKey()
                            .references("customer_invoices.customer_invoice_id")
                            .describedAs("Invoice"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("sales_order_id")
                            .references("sales_orders.sales_order_id")
                            .describedAs("Order"),
                    Column.integer("sales_order_line_number").describedAs("Line of the order"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or a subscription"),
                    Column.integer("quantity").describedAs("Invoiced or credited quantity"),
                    Column.decimal("unit_price", 2)
                            .describedAs("Price of a unit without tax, in the invoice's currency, as ordered"),
                    Column.decimal("line_amount", 2).describedAs("Quantity times price, in the invoice's currency")));

    private static final TextDictionary TYPES = TextDictionary.of("invoice", "credit_memo");

    private final TableOutput invoices;
    private final SaleLines lines;
    private final JournalIds ids;
    private final Ids customerIds;

    private final DocumentIds invoiceId;
    private final TextVector type;
    private final TextVector company;
    private final TextVector customer;
    private final DocumentIds orderId;
    private final DocumentIds deliveryId;
    private final TextVector creditedInvoiceId;
    private final IntVector invoiceDate;
    private final IntVector dueDate;
    private final TextVector currency;
    private final LongVector rate;
    private final LongVector net;
    private final LongVector tax;
    private final LongVector gross;
    private final LongVector months;
    private final TextVector journalId;

    private final LongVector price;
    private final LongVector lineAmount;

    CustomerInvoices(TableOutput invoices, TableOutput lines, Masters master) {
        this.invoices = invoices;
        this.lines = new SaleLines(lines, master, CUSTOMER_INVOICE, "customer_invoice_id");
        ids = new JournalIds(master.companies().codes());
        customerIds = master.customers().ids();
        RecordBatch batch = invoices.batch();
        invoiceId = new DocumentIds(CUSTOMER_INVOICE, batch.texts("customer_invoice_id"));
        type = batch.texts("invoice_type");
        company = batch.texts("company_code");
        customer = batch.texts("customer_id");
        orderId = new DocumentIds(SALES_ORDER, batch.texts("sales_order_id"));
        deliveryId = new DocumentIds(DELIVERY, batch.texts("delivery_id"));
        creditedInvoiceId = batch.texts("credited_invoice_id");
        invoiceDate = batch.ints("invoice_date");
        dueDate = batch.ints("due_date");
        currency = batch.texts("currency");
        rate = batch.longs("exchange_rate");
        net = batch.longs("net_amount");
        tax = batch.longs("tax_amount");
        gross = batch.longs("gross_amount");
        months = batch.longs("revenue_months");
        journalId = batch.texts("journal_id");
        type.useDictionary(TYPES);
        company.useDictionary(master.companies().codes());
        customerIds.bind(customer);
        currency.useDictionary(Currencies.codes());

        RecordBatch lineBatch = lines.batch();
        price = lineBatch.longs("unit_price");
        lineAmount = lineBatch.longs("line_amount");
    }

    /** Writes an invoice; the entry that it posts is given as it was before any overlay. */
    void write(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        long number = sale.number(delivery);
        int row = addRow(schedule, sale, delivery, number, sale.deliveries[delivery].invoiced, entry);
        type.setCode(row, 0);
        deliveryId.set(row, number);
        creditedInvoiceId.setNull(row);
        invoiceDate.set(row, schedule.invoiceDay(delivery));
        dueDate.set(row, schedule.dueDay(delivery));
        months.set(row, schedule.months());
    }

    /** Writes a credit memo; the entry that it posts is given as it was before any overlay. */
    void writeCredit(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        long number = sale.returnNumber(delivery);
        boolean returned = schedule.returnDay(delivery) != SalesSchedule.NONE;
        int row = addRow(schedule, sale, delivery, number, sale.deliveries[delivery].credited, entry);
        type.setCode(row, 1);
        deliveryId.set(row, returned ? number : sale.number(delivery));
        creditedInvoiceId.setCode(row, CUSTOMER_INVOICE.addId(creditedInvoiceId.local(), sale.number(delivery)));
        invoiceDate.set(row, schedule.creditDay(delivery));
        dueDate.set(row, schedule.creditDay(delivery));
        months.set(row, 0);
    }

    private int addRow(
            SalesSchedule schedule, Sale sale, int delivery, long number, Sale.Amounts amounts, EntryDraft entry) {
        writeLines(sale, number, amounts);
        int row = invoices.addRow();
        invoiceId.set(row, number);
        company.setCode(row, schedule.company());
        customerIds.set(customer, row, schedule.customer());
        orderId.set(row, sale.orderNumber());
        currency.setCode(row, sale.denomination.currency);
        rate.set(row, sale.deliveries[delivery].denomination.rate);
        net.set(row, amounts.netTotal);
        tax.set(row, amounts.tax);
        gross.set(row, amounts.gross());
        ids.set(journalId, row, entry);
        return row;
    }

    private void writeLines(Sale sale, long number, Sale.Amounts amounts) {
        lines.begin(number);
        for (int line = 0; line < sale.lines; line++) {
            if (amounts.quantity[line] == 0) {
                continue;
            }
            int row = lines.add(sale, line, amounts.quantity[line]);
            price.set(row, sale.price[line]);
            lineAmount.set(row, amounts.net[line]);
        }
    }
}
