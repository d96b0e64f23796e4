package dev.headroom.generator.procurement;

import static dev.headroom.generator.ledger.DocumentType.GOODS_RECEIPT;
import static dev.headroom.generator.ledger.DocumentType.PURCHASE_ORDER;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
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

/** The tables {@code goods_receipts} and {@code goods_receipt_lines}. A writer belongs to one worker. */
final class GoodsReceipts {
    static final TableSchema SCHEMA = new TableSchema(
            "goods_receipts",
            "A delivery that a company has received for a purchase order, or what of one it has sent back",
            List.of(
                    Column.text("goods_receipt_id").asKey().describedAs("Number of the receipt or return"),
                    Column.text("receipt_type")
                            .describedAs("receipt or return; quantities and amounts of both are above zero"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that receives"),
                    Column.text("vendor_id").references("vendors.vendor_id").describedAs("Vendor that delivers"),
                    Column.text("purchase_order_id")
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order"),
                    Column.text("returned_receipt_id")
                            .asNullable()
                            .references("goods_receipts.goods_receipt_id")
                            .describedAs("Receipt of which a return takes something back; absent for receipts"),
                    Column.date("receipt_date").describedAs("Day of the receipt or return, and of its posting"),
                    Column.text("received_by").describedAs("User or system that has recorded the receipt"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the receipt posts; absent for one from before the ledger")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "goods_receipt_lines",
            "A line of a goods receipt or return",
            List.of(
                    Column.text("goods_receipt_id")
                            .asKey()
                            .references("goods_receipts.goods_receipt_id")
                            .describedAs("Receipt"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("purchase_order_id")
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order"),
                    Column.integer("purchase_order_line_number").describedAs("Line of the order"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or an asset"),
                    Column.integer("quantity").describedAs("Received or returned quantity in units of the material"),
                    Column.decimal("amount", 2).describedAs("Value at the order's price, in the company's currency")));

    private static final TextDictionary TYPES = TextDictionary.of("receipt", "return");

    private final TableOutput receipts;
    private final TableOutput lines;
    private final JournalIds ids;
    private final Ids vendorIds;
    private final Ids materialIds;

    private final DocumentIds receiptId;
    private final TextVector type;
    private final TextVector company;
    private final TextVector vendor;
    private final DocumentIds orderId;
    private final TextVector returnedReceiptId;
    private final IntVector receiptDate;
    private final TextVector receivedBy;
    private final TextVector journalId;

    private final DocumentIds lineReceiptId;
    private final LongVector lineNumber;
    private final DocumentIds lineOrderId;
    private final LongVector orderLineNumber;
    private final TextVector material;
    private final LongVector quantity;
    private final LongVector amount;

    GoodsReceipts(TableOutput receipts, TableOutput lines, Masters master) {
        this.receipts = receipts;
        this.lines = lines;
        ids = new JournalIds(master.companies().codes());
        vendorIds = master.vendors().ids();
        materialIds = master.materials().ids();
        RecordBatch batch = receipts.batch();
        receiptId = new DocumentIds(GOODS_RECEIPT, batch.texts("goods_receipt_id"));
        type = batch.texts("receipt_type");
        company = batch.texts("company_code");
        vendor = batch.texts("vendor_id");
        orderId = new DocumentIds(PURCHASE_ORDER, batch.texts("purchase_order_id"));
        returnedReceiptId = batch.texts("returned_receipt_id");
        receiptDate = batch.ints("receipt_date");
        receivedBy = batch.texts("received_by");
        journalId = batch.texts("journal_id");
        type.useDictionary(TYPES);
        company.useDictionary(master.companies().codes());
        vendorIds.bind(vendor);
        receivedBy.useDictionary(master.employees().users());

        RecordBatch lineBatch = lines.batch();
        lineReceiptId = new DocumentIds(GOODS_RECEIPT, lineBatch.texts("goods_receipt_id"));
        lineNumber = lineBatch.longs("line_number");
        lineOrderId = new DocumentIds(PURCHASE_ORDER, lineBatch.texts("purchase_order_id"));
        orderLineNumber = lineBatch.longs("purchase_order_line_number");
        material = lineBatch.texts("material_id");
        quantity = lineBatch.longs("quantity");
        amount = lineBatch.longs("amount");
        materialIds.bind(material);
    }

    /** Writes a receipt; the entry that it posts is given as it was before any overlay. */
    void write(PurchaseSchedule schedule, Purchase purchase, int delivery, EntryDraft entry) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long number = purchase.deliveryNumber(delivery);
        int row = addRow(schedule, purchase, number, schedule.receiptDay(delivery), entry);
        type.setCode(row, 0);
        returnedReceiptId.setNull(row);
        writeLines(purchase, number, delivered.quantity, delivered.localValue);
    }

    /** Writes a return; the entry that it posts is given as it was before any overlay. */
    void writeReturn(PurchaseSchedule schedule, Purchase purchase, int delivery, EntryDraft entry) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long number = purchase.creditNumber(delivery);
        int row = addRow(schedule, purchase, number, schedule.returnDay(delivery), entry);
        type.setCode(row, 1);
        returnedReceiptId.setCode(
                row, GOODS_RECEIPT.addId(returnedReceiptId.local(), purchase.deliveryNumber(delivery)));
        writeLines(purchase, number, delivered.returnedQuantity, delivered.localReturnedValue);
    }

    private int addRow(PurchaseSchedule schedule, Purchase purchase, long number, int day, EntryDraft entry) {
        int row = receipts.addRow();
        receiptId.set(row, number);
        company.setCode(row, schedule.company());
        vendorIds.set(vendor, row, purchase.vendor);
        orderId.set(row, purchase.orderNumber());
        receiptDate.set(row, day);
        receivedBy.setCode(row, entry.enteredBy);
        ids.set(journalId, row, entry);
        return row;
    }

    private void writeLines(Purchase purchase, long number, int[] quantities, long[] values) {
        int lineOfReceipt = 0;
        for (int line = 0; line < purchase.lines; line++) {
            if (quantities[line] == 0) {
                continue;
            }
            int row = lines.addRow();
            lineReceiptId.set(row, number);
            lineNumber.set(row, ++lineOfReceipt);
            lineOrderId.set(row, purchase.orderNumber());
            orderLineNumber.set(row, line + 1L);
            if (purchase.material[line] == Purchase.NONE) {
                material.setNull(row);
            } else {
                materialIds.set(material, row, purchase.material[line]);
            }
            quantity.set(row, quantities[line]);
            amount.set(row, values[line]);
        }
    }
}
