package dev.headroom.generator.sales;

import static dev.headroom.generator.ledger.DocumentType.SALES_ORDER;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The tables {@code sales_orders} and {@code sales_order_lines}. A writer belongs to one worker. */
final class SalesOrders {
    static final TableSchema SCHEMA = new TableSchema(
            "sales_orders",
            "An order that a customer places with a company",
            List.of(
                    Column.text("sales_order_id").asKey().describedAs("Number of the order"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that sells"),
                    Column.text("customer_id")
                            .references("customers.customer_id")
                            .describedAs("Customer that orders"),
                    Column.date("order_date").describedAs("Day on which the order is placed"),
                    Column.text("order_type")
                            .describedAs("goods, service, or subscription, whose revenue is spread over months"),
                    Column.text("currency").describedAs("ISO 4217 code of the order's prices"),
                    Column.decimal("total_amount", 2)
                            .describedAs("Value of all lines without tax, in the order's currency"),
                    Column.text("created_by").references("employees.user_id").describedAs("Sales clerk"),
                    Column.text("credit_released_by")
                            .asNullable()
                            .references("employees.user_id")
                            .describedAs(
                                    "Manager who has released an order above the customer's credit limit; absent for others")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "sales_order_lines",
            "A line of a sales order",
            List.of(
                    Column.text("sales_order_id")
                            .asKey()
                            .references("sales_orders.sales_order_id")
                            .describedAs("Order"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or a subscription"),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Revenue account"),
                    Column.integer("quantity").describedAs("Ordered units of the material, hours, cases or seats"),
                    Column.decimal("list_price", 2)
                            .describedAs("Price of a unit before discount and tax, in the order's currency"),
                    Column.integer("discount_percent").describedAs("Discount that is agreed, 0 to 25 percent"),
                    Column.decimal("unit_price", 2)
                            .describedAs("Price of a unit after discount and without tax, in the order's currency"),
                    Column.decimal("line_amount", 2)
                            .describedAs("Quantity times unit price, in the order's currency")));

    private final TableOutput orders;
    private final TableOutput lines;
    private final Ids customerIds;
    private final Ids materialIds;

    private final DocumentIds orderId;
    private final TextVector company;
    private final TextVector customer;
    private final IntVector orderDate;
    private final TextVector type;
    private final TextVector currency;
    private final LongVector total;
    private final TextVector createdBy;
    private final TextVector releasedBy;

    private final DocumentIds lineOrderId;
    private final LongVector lineNumber;
    private final TextVector material;
    private final TextVector account;
    private final LongVector quantity;
    private final LongVector listPrice;
    private final LongVector discount;
    private final LongVector price;
    private final LongVector lineAmount;

    SalesOrders(TableOutput orders, TableOutput lines, Masters master) {
        this.orders = orders;
        this.lines = lines;
        customerIds = master.customers().ids();
        materialIds = master.materials().ids();
        RecordBatch batch = orders.batch();
        orderId = new DocumentIds(SALES_ORDER, batch.texts("sales_order_id"));
        company = batch.texts("company_code");
        customer = batch.texts("customer_id");
        orderDate = batch.ints("order_date");
        type = batch.texts("order_type");
        currency = batch.texts("currency");
        total = batch.longs("total_amount");
        createdBy = batch.texts("created_by");
        releasedBy = batch.texts("credit_released_by");
        company.useDictionary(master.companies().codes());
        customerIds.bind(customer);
        type.useDictionary(SalesMix.KIND_NAMES);
        currency.useDictionary(Currencies.codes());
        createdBy.useDictionary(master.employees().users());
        releasedBy.useDictionary(master.employees().users());

        RecordBatch lineBatch = lines.batch();
        lineOrderId = new DocumentIds(SALES_ORDER, lineBatch.texts("sales_order_id"));
        lineNumber = lineBatch.longs("line_number");
        material = lineBatch.texts("material_id");
        account = lineBatch.texts("gl_account_number");
        quantity = lineBatch.longs("quantity");
        listPrice = lineBatch.longs("list_price");
        discount = lineBatch.longs("discount_percent");
        price = lineBatch.longs("unit_price");
        lineAmount = lineBatch.longs("line_amount");
        materialIds.bind(material);
        account.useDictionary(master.accounts().numbers());
    }

    void write(SalesSchedule schedule, Sale sale) {
        int row = orders.addRow();
        orderId.set(row, sale.orderNumber());
        company.setCode(row, schedule.company());
        customerIds.set(customer, row, schedule.customer());
        orderDate.set(row, schedule.orderDay());
        type.setCode(row, schedule.kind().code());
        currency.setCode(row, sale.denomination.currency);
        total.set(row, sale.orderTotal());
        createdBy.setCode(row, sale.clerk);
        if (sale.releasedBy == Sale.NONE) {
            releasedBy.setNull(row);
        } else {
            releasedBy.setCode(row, sale.releasedBy);
        }
        for (int line = 0; line < sale.lines; line++) {
            writeLine(sale, line);
        }
    }

    private void writeLine(Sale sale, int line) {
        int row = lines.addRow();
        lineOrderId.set(row, sale.orderNumber());
        lineNumber.set(row, line + 1L);
        if (sale.material[line] == Sale.NONE) {
            material.setNull(row);
        } else {
            materialIds.set(material, row, sale.material[line]);
        }
        account.setCode(row, sale.account[line]);
        quantity.set(row, sale.quantity[line]);
        listPrice.set(row, sale.listPrice[line]);
        discount.set(row, sale.discountPercent[line]);
        price.set(row, sale.price[line]);
        lineAmount.set(row, sale.quantity[line] * sale.price[line]);
    }
}
