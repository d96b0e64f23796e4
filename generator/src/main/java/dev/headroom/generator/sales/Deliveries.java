package dev.headroom.generator.sales;

import static dev.headroom.generator.ledger.DocumentType.DELIVERY;
import static dev.headroom.generator.ledger.DocumentType.SALES_ORDER;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Employees;
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

/** The tables {@code deliveries} and {@code delivery_lines}. A writer belongs to one worker. */
final class Deliveries {
    static final TableSchema SCHEMA = new TableSchema(
            "deliveries",
            "What a company has delivered for a sales order, or taken back",
            List.of(
                    Column.text("delivery_id").asKey().describedAs("Number of the delivery"),
                    Column.text("delivery_type").describedAs("delivery or return"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that delivers"),
                    Column.text("customer_id")
                            .references("customers.customer_id")
                            .describedAs("Customer that receives"),
                    Column.text("sales_order_id")
                            .references("sales_orders.sales_order_id")
                            .describedAs("Order"),
                    Column.date("delivery_date").describedAs("Day of the delivery and of its posting"),
                    Column.text("delivered_by").describedAs("User or system that has recorded the delivery"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs(
                                    "Entry that the delivery posts; absent for services and subscriptions, and for one from before the ledger")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "delivery_lines",
            "A line of a delivery",
            List.of(
                    Column.text("delivery_id")
                            .asKey()
                            .references("deliveries.delivery_id")
                            .describedAs("Delivery"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("sales_order_id")
                            .references("sales_orders.sales_order_id")
                            .describedAs("Order"),
                    Column.integer("sales_order_line_number").describedAs("Line of the order"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or a subscription"),
                    Column.integer("quantity").describedAs("Delivered or returned quantity"),
                    Column.decimal("cost_amount", 2)
                            .describedAs("Standard cost of goods, in the company's currency; 0 for others")));

    private static final TextDictionary TYPES = TextDictionary.of("delivery", "return");

    private final TableOutput deliveries;
    private final SaleLines lines;
    private final JournalIds ids;
    private final Ids customerIds;

    private final DocumentIds deliveryId;
    private final TextVector type;
    private final TextVector company;
    private final TextVector customer;
    private final DocumentIds orderId;
    private final IntVector deliveryDate;
    private final TextVector deliveredBy;
    private final TextVector journalId;

    private final LongVector cost;

    Deliveries(TableOutput deliveries, TableOutput lines, Masters master) {
        this.deliveries = deliveries;
        this.lines = new SaleLines(lines, master, DELIVERY, "delivery_id");
        ids = new JournalIds(master.companies().codes());
        customerIds = master.customers().ids();
        RecordBatch batch = deliveries.batch();
        deliveryId = new DocumentIds(DELIVERY, batch.texts("delivery_id"));
        type = batch.texts("delivery_type");
        company = batch.texts("company_code");
        customer = batch.texts("customer_id");
        orderId = new DocumentIds(SALES_ORDER, batch.texts("sales_order_id"));
        deliveryDate = batch.ints("delivery_date");
        deliveredBy = batch.texts("delivered_by");
        journalId = batch.texts("journal_id");
        type.useDictionary(TYPES);
        company.useDictionary(master.companies().codes());
        customerIds.bind(customer);
        deliveredBy.useDictionary(master.employees().users());

        RecordBatch lineBatch = lines.batch();
        cost = lineBatch.longs("cost_amount");
    }

    /** Writes a delivery of goods; the entry that it posts is given as it was before any overlay. */
    void write(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        int row = addRow(schedule, sale, sale.number(delivery), 0, schedule.deliveryDay(delivery));
        deliveredBy.setCode(row, entry.enteredBy);
        ids.set(journalId, row, entry);
        writeLines(sale, sale.number(delivery), sale.deliveries[delivery].invoiced);
    }

    /** Writes a delivery that posts nothing. */
    void writeService(SalesSchedule schedule, Sale sale, int delivery) {
        int row = addRow(schedule, sale, sale.number(delivery), 0, schedule.deliveryDay(delivery));
        deliveredBy.setCode(row, Employees.SystemUser.BILLING.code());
        journalId.setNull(row);
        writeLines(sale, sale.number(delivery), sale.deliveries[delivery].invoiced);
    }

    /** Writes a return; the entry that it posts is given as it was before any overlay. */
    void writeReturn(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        int row = addRow(schedule, sale, sale.returnNumber(delivery), 1, schedule.returnDay(delivery));
        deliveredBy.setCode(row, entry.enteredBy);
        ids.set(journalId, row, entry);
        writeLines(sale, sale.returnNumber(delivery), sale.deliveries[delivery].credited);
    }

    private int addRow(SalesSchedule schedule, Sale sale, long number, int typeCode, int day) {
        int row = deliveries.addRow();
        deliveryId.set(row, number);
        type.setCode(row, typeCode);
        company.setCode(row, schedule.company());
        customerIds.set(customer, row, schedule.customer());
        orderId.set(row, sale.orderNumber());
        deliveryDate.set(row, day);
        return row;
    }

    private void writeLines(Sale sale, long number, Sale.Amounts amounts) {
        lines.begin(number);
        for (int line = 0; line < sale.lines; line++) {
            if (amounts.quantity[line] == 0) {
                continue;
            }
            cost.set(lines.add(sale, line, amounts.quantity[line]), amounts.cost[line]);
        }
    }
}
