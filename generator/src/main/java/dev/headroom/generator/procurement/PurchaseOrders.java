package dev.headroom.generator.procurement;

import static dev.headroom.generator.ledger.DocumentType.PURCHASE_ORDER;

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

/** The tables {@code purchase_orders} and {@code purchase_order_lines}. A writer belongs to one worker. */
final class PurchaseOrders {
    static final TableSchema SCHEMA = new TableSchema(
            "purchase_orders",
            "An order that a company places with a vendor",
            List.of(
                    Column.text("purchase_order_id").asKey().describedAs("Number of the order"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that orders"),
                    Column.text("vendor_id").references("vendors.vendor_id").describedAs("Vendor that is to deliver"),
                    Column.date("order_date").describedAs("Day on which the order is placed"),
                    Column.text("currency").describedAs("ISO 4217 code of the order's prices"),
                    Column.decimal("exchange_rate", 6)
                            .describedAs(
                                    "Company currency for one unit of the order's, agreed for receipts and invoices"),
                    Column.decimal("total_amount", 2)
                            .describedAs("Value of all lines without tax, in the order's currency"),
                    Column.text("created_by").references("employees.user_id").describedAs("Buyer"),
                    Column.text("approved_by")
                            .references("employees.user_id")
                            .describedAs("Manager whose approval limit covers the order"),
                    Column.date("approved_date").describedAs("Day of approval")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "purchase_order_lines",
            "A line of a purchase order",
            List.of(
                    Column.text("purchase_order_id")
                            .asKey()
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or an asset"),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Inventory, expense or asset account that receipts are posted to"),
                    Column.text("cost_center_id")
                            .asNullable()
                            .references("cost_centers.cost_center_id")
                            .describedAs("Cost center; absent for what is put to stock and for assets"),
                    Column.integer("quantity").describedAs("Ordered quantity in units of the material"),
                    Column.decimal("unit_price", 2).describedAs("Price of a unit without tax, in the order's currency"),
                    Column.decimal("line_amount", 2).describedAs("Quantity times price, in the order's currency")));

    private final TableOutput orders;
    private final TableOutput lines;
    private final Ids vendorIds;
    private final Ids materialIds;
    private final Ids costCenterIds;

    private final DocumentIds orderId;
    private final TextVector company;
    private final TextVector vendor;
    private final IntVector orderDate;
    private final TextVector currency;
    private final LongVector rate;
    private final LongVector total;
    private final TextVector createdBy;
    private final TextVector approvedBy;
    private final IntVector approvedDate;

    private final DocumentIds lineOrderId;
    private final LongVector lineNumber;
    private final TextVector material;
    private final TextVector account;
    private final TextVector costCenter;
    private final LongVector quantity;
    private final LongVector price;
    private final LongVector lineAmount;

    PurchaseOrders(TableOutput orders, TableOutput lines, Masters master) {
        this.orders = orders;
        this.lines = lines;
        vendorIds = master.vendors().ids();
        materialIds = master.materials().ids();
        costCenterIds = master.costCenters().ids();
        RecordBatch batch = orders.batch();
        orderId = new DocumentIds(PURCHASE_ORDER, batch.texts("purchase_order_id"));
        company = batch.texts("company_code");
        vendor = batch.texts("vendor_id");
        orderDate = batch.ints("order_date");
        currency = batch.texts("currency");
        rate = batch.longs("exchange_rate");
        total = batch.longs("total_amount");
        createdBy = batch.texts("created_by");
        approvedBy = batch.texts("approved_by");
        approvedDate = batch.ints("approved_date");
        company.useDictionary(master.companies().codes());
        vendorIds.bind(vendor);
        currency.useDictionary(Currencies.codes());
        createdBy.useDictionary(master.employees().users());
        approvedBy.useDictionary(master.employees().users());

        RecordBatch lineBatch = lines.batch();
        lineOrderId = new DocumentIds(PURCHASE_ORDER, lineBatch.texts("purchase_order_id"));
        lineNumber = lineBatch.longs("line_number");
        material = lineBatch.texts("material_id");
        account = lineBatch.texts("gl_account_number");
        costCenter = lineBatch.texts("cost_center_id");
        quantity = lineBatch.longs("quantity");
        price = lineBatch.longs("unit_price");
        lineAmount = lineBatch.longs("line_amount");
        materialIds.bind(material);
        account.useDictionary(master.accounts().numbers());
        costCenterIds.bind(costCenter);
    }

    void write(PurchaseSchedule schedule, Purchase purchase) {
        int row = orders.addRow();
        orderId.set(row, purchase.orderNumber());
        company.setCode(row, schedule.company());
        vendorIds.set(vendor, row, purchase.vendor);
        orderDate.set(row, schedule.orderDay());
        currency.setCode(row, purchase.denomination.currency);
        rate.set(row, purchase.denomination.rate);
        total.set(row, purchase.orderTotal());
        createdBy.setCode(row, purchase.buyer);
        approvedBy.setCode(row, purchase.approver);
        approvedDate.set(row, purchase.approvedDay);
        for (int line = 0; line < purchase.lines; line++) {
            writeLine(purchase, line);
        }
    }

    private void writeLine(Purchase purchase, int line) {
        int row = lines.addRow();
        lineOrderId.set(row, purchase.orderNumber());
        lineNumber.set(row, line + 1L);
        if (purchase.material[line] == Purchase.NONE) {
            material.setNull(row);
        } else {
            materialIds.set(material, row, purchase.material[line]);
        }
        account.setCode(row, purchase.account[line]);
        if (purchase.costCenter[line] == Purchase.NONE) {
            costCenter.setNull(row);
        } else {
            costCenterIds.set(costCenter, row, purchase.costCenter[line]);
        }
        quantity.set(row, purchase.quantity[line]);
        price.set(row, purchase.price[line]);
        lineAmount.set(row, purchase.quantity[line] * purchase.price[line]);
    }
}
