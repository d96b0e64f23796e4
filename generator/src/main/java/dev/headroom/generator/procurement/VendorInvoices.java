package dev.headroom.generator.procurement;

import static dev.headroom.generator.ledger.DocumentType.GOODS_RECEIPT;
import static dev.headroom.generator.ledger.DocumentType.PURCHASE_ORDER;
import static dev.headroom.generator.ledger.DocumentType.VENDOR_INVOICE;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.random.Draw;
import dev.headroom.generator.random.RandomStream;
import dev.headroom.table.BooleanVector;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LocalTextDictionary;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import java.util.List;

/** The tables {@code vendor_invoices} and {@code vendor_invoice_lines}. A writer belongs to one worker. */
final class VendorInvoices {
    static final TableSchema SCHEMA = new TableSchema(
            "vendor_invoices",
            "An invoice or a credit memo that a company has received from a vendor",
            List.of(
                    Column.text("vendor_invoice_id").asKey().describedAs("The company's number of the invoice"),
                    Column.text("invoice_type").describedAs("invoice or credit_memo; amounts of both are above zero"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that is invoiced"),
                    Column.text("vendor_id").references("vendors.vendor_id").describedAs("Vendor that invoices"),
                    Column.text("vendor_invoice_number").describedAs("The vendor's number of the invoice"),
                    Column.text("purchase_order_id")
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order"),
                    Column.text("goods_receipt_id")
                            .references("goods_receipts.goods_receipt_id")
                            .describedAs(
                                    "Receipt that is invoiced; of a credit memo the return, or the receipt whose invoice it corrects"),
                    Column.text("credited_invoice_id")
                            .asNullable()
                            .references("vendor_invoices.vendor_invoice_id")
                            .describedAs(
                                    "Invoice of which a credit memo is deducted before it is paid; absent for invoices"),
                    Column.date("invoice_date").describedAs("Day of the invoice and of its posting"),
                    Column.date("due_date")
                            .describedAs("Day on which it is to be paid at the latest; of a credit memo its own day"),
                    Column.text("currency").describedAs("ISO 4217 code of the invoice's amounts"),
                    Column.decimal("exchange_rate", 6)
                            .describedAs("Company currency for one unit of the invoice's, as agreed in the order"),
                    Column.decimal("net_amount", 2)
                            .describedAs("Sum of the lines without tax, in the invoice's currency"),
                    Column.decimal("tax_amount", 2)
                            .describedAs(
                                    "Input tax at the standard rate of the company's country, in the invoice's currency; 0 for a vendor"
                                            + " of another country, since tax on imports and reverse charge are out of scope"),
                    Column.decimal("gross_amount", 2).describedAs("Net amount and tax, in the invoice's currency"),
                    Column.text("match_status")
                            .asNullable()
                            .describedAs(
                                    "matched, within_tolerance or unmatched: how it agrees with order and receipt; absent for credit memos"),
                    Column.bool("payment_block")
                            .describedAs(
                                    "Whether it must not be paid: it is unmatched, and no credit memo has corrected it up to the ledger's end"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the invoice posts; absent for one from before the ledger")));

    static final TableSchema LINE_SCHEMA = new TableSchema(
            "vendor_invoice_lines",
            "A line of a vendor invoice or credit memo",
            List.of(
                    Column.text("vendor_invoice_id")
                            .asKey()
                            .references("vendor_invoices.vendor_invoice_id")
                            .describedAs("Invoice"),
                    Column.integer("line_number").asKey().describedAs("Line, from 1"),
                    Column.text("purchase_order_id")
                            .references("purchase_orders.purchase_order_id")
                            .describedAs("Order"),
                    Column.integer("purchase_order_line_number").describedAs("Line of the order"),
                    Column.integer("goods_receipt_line_number").describedAs("Line of the receipt that is invoiced"),
                    Column.text("material_id")
                            .asNullable()
                            .references("materials.material_id")
                            .describedAs("Material; absent for a service or an asset"),
                    Column.integer("quantity").describedAs("Invoiced or credited quantity in units of the material"),
                    Column.decimal("unit_price", 2)
                            .describedAs(
                                    "Invoiced price of a unit without tax, in the invoice's currency; of a credit memo for a wrong"
                                            + " price the difference"),
                    Column.decimal("line_amount", 2).describedAs("Quantity times price, in the invoice's currency")));

    private static final TextDictionary TYPES = TextDictionary.of("invoice", "credit_memo");
    /** By the code of {@link Purchase.Match}. */
    private static final TextDictionary MATCHES = TextDictionary.of("matched", "within_tolerance", "unmatched");

    private static final int NUMBER_STYLE = 0;
    private static final int FIRST_NUMBER = 1;
    /** So many that none comes twice on one day. */
    private static final int RUNNING_NUMBERS = 1_000_000;

    private final TableOutput invoices;
    private final TableOutput lines;
    private final JournalIds ids;
    private final Ids vendorIds;
    private final Ids materialIds;
    private final Months months;
    private final RandomStream vendorsNumbers;

    private final DocumentIds invoiceId;
    private final TextVector type;
    private final TextVector company;
    private final TextVector vendor;
    private final TextVector vendorsNumber;
    private final DocumentIds orderId;
    private final DocumentIds receiptId;
    private final TextVector creditedInvoiceId;
    private final IntVector invoiceDate;
    private final IntVector dueDate;
    private final TextVector currency;
    private final LongVector rate;
    private final LongVector net;
    private final LongVector tax;
    private final LongVector gross;
    private final TextVector match;
    private final BooleanVector block;
    private final TextVector journalId;

    private final DocumentIds lineInvoiceId;
    private final LongVector lineNumber;
    private final DocumentIds lineOrderId;
    private final LongVector orderLineNumber;
    private final LongVector receiptLineNumber;
    private final TextVector material;
    private final LongVector quantity;
    private final LongVector price;
    private final LongVector lineAmount;

    VendorInvoices(TableOutput invoices, TableOutput lines, Masters master) {
        this.invoices = invoices;
        this.lines = lines;
        ids = new JournalIds(master.companies().codes());
        vendorIds = master.vendors().ids();
        materialIds = master.materials().ids();
        months = master.months();
        vendorsNumbers = new RandomStream(master.configuration().seed(), "numbers of vendors' invoices");
        RecordBatch batch = invoices.batch();
        invoiceId = new DocumentIds(VENDOR_INVOICE, batch.texts("vendor_invoice_id"));
        type = batch.texts("invoice_type");
        company = batch.texts("company_code");
        vendor = batch.texts("vendor_id");
        vendorsNumber = batch.texts("vendor_invoice_number");
        orderId = new DocumentIds(PURCHASE_ORDER, batch.texts("purchase_order_id"));
        receiptId = new DocumentIds(GOODS_RECEIPT, batch.texts("goods_receipt_id"));
        creditedInvoiceId = batch.texts("credited_invoice_id");
        invoiceDate = batch.ints("invoice_date");
        dueDate = batch.ints("due_date");
        currency = batch.texts("currency");
        rate = batch.longs("exchange_rate");
        net = batch.longs("net_amount");
        tax = batch.longs("tax_amount");
        gross = batch.longs("gross_amount");
        match = batch.texts("match_status");
        block = batch.booleans("payment_block");
        journalId = batch.texts("journal_id");
        type.useDictionary(TYPES);
        company.useDictionary(master.companies().codes());
        vendorIds.bind(vendor);
        currency.useDictionary(Currencies.codes());
        match.useDictionary(MATCHES);

        RecordBatch lineBatch = lines.batch();
        lineInvoiceId = new DocumentIds(VENDOR_INVOICE, lineBatch.texts("vendor_invoice_id"));
        lineNumber = lineBatch.longs("line_number");
        lineOrderId = new DocumentIds(PURCHASE_ORDER, lineBatch.texts("purchase_order_id"));
        orderLineNumber = lineBatch.longs("purchase_order_line_number");
        receiptLineNumber = lineBatch.longs("goods_receipt_line_number");
        material = lineBatch.texts("material_id");
        quantity = lineBatch.longs("quantity");
        price = lineBatch.longs("unit_price");
        lineAmount = lineBatch.longs("line_amount");
        materialIds.bind(material);
    }

    /** Writes an invoice; the entry that it posts is given as it was before any overlay. */
    void write(PurchaseSchedule schedule, Purchase purchase, int delivery, EntryDraft entry) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long number = purchase.deliveryNumber(delivery);
        int day = schedule.invoiceDay(delivery);
        int row = addRow(schedule, purchase, number, day, delivered.invoice, entry);
        type.setCode(row, 0);
        vendorsNumber.setCode(row, addVendorsNumber(purchase, number, day));
        receiptId.set(row, number);
        creditedInvoiceId.setNull(row);
        dueDate.set(row, schedule.dueDay(delivery));
        match.setCode(row, delivered.match.code());
        boolean corrected = schedule.creditDay(delivery) != PurchaseSchedule.NONE;
        block.set(row, delivered.match == Purchase.Match.UNMATCHED && !corrected);
        writeLines(purchase, delivery, number, delivered.invoice);
    }

    /** Writes a credit memo; the entry that it posts is given as it was before any overlay. */
    void writeCredit(PurchaseSchedule schedule, Purchase purchase, int delivery, EntryDraft entry) {
        Purchase.Delivery delivered = purchase.deliveries[delivery];
        long number = purchase.creditNumber(delivery);
        boolean returned = schedule.returnDay(delivery) != PurchaseSchedule.NONE;
        int day = schedule.creditDay(delivery);
        int row = addRow(schedule, purchase, number, day, delivered.credit, entry);
        type.setCode(row, 1);
        vendorsNumber.setCode(row, addVendorsNumber(purchase, number, day));
        receiptId.set(row, returned ? number : purchase.deliveryNumber(delivery));
        creditedInvoiceId.setCode(
                row, VENDOR_INVOICE.addId(creditedInvoiceId.local(), purchase.deliveryNumber(delivery)));
        dueDate.set(row, day);
        match.setNull(row);
        block.set(row, false);
        writeLines(purchase, delivery, number, delivered.credit);
    }

    private int addRow(
            PurchaseSchedule schedule, Purchase purchase, long number, int day, Purchase.Bill bill, EntryDraft entry) {
        int row = invoices.addRow();
        invoiceId.set(row, number);
        company.setCode(row, schedule.company());
        vendorIds.set(vendor, row, purchase.vendor);
        orderId.set(row, purchase.orderNumber());
        invoiceDate.set(row, day);
        currency.setCode(row, purchase.denomination.currency);
        rate.set(row, purchase.denomination.rate);
        net.set(row, bill.net);
        tax.set(row, bill.tax);
        gross.set(row, bill.gross());
        ids.set(journalId, row, entry);
        return row;
    }

    /**
     * Each vendor has one of three ways to number its invoices: their day in its own form, and a number that follows the document's, so
     * that of the documents of a company and year hardly two have both alike.
     */
    private int addVendorsNumber(Purchase purchase, long document, int day) {
        long key = vendorsNumbers.key(purchase.vendor);
        int month = months.monthOf(day);
        int year = months.yearOf(month);
        int monthAndDay = months.periodOf(month) * 100 + day - months.firstDayOf(month) + 1;
        LocalTextDictionary numbers = vendorsNumber.local();
        switch (Draw.below(key, NUMBER_STYLE, 3)) {
            case 0 -> {
                numbers.append('R');
                numbers.appendNumber(year % 100, 2);
            }
            case 1 -> {
                numbers.appendNumber(year, 4);
                numbers.append('/');
            }
            default -> numbers.appendNumber(year, 4);
        }
        numbers.appendNumber(monthAndDay, 4);
        numbers.appendNumber((Draw.below(key, FIRST_NUMBER, RUNNING_NUMBERS) + document) % RUNNING_NUMBERS, 6);
        return numbers.endText();
    }

    private void writeLines(Purchase purchase, int delivery, long number, Purchase.Bill bill) {
        boolean returned = bill == purchase.deliveries[delivery].credit
                && purchase.deliveries[delivery].match != Purchase.Match.UNMATCHED;
        int lineOfReceipt = 0;
        int lineOfInvoice = 0;
        for (int line = 0; line < purchase.lines; line++) {
            if (purchase.deliveries[delivery].quantity[line] > 0) {
                lineOfReceipt++;
            }
            if (bill.quantity[line] == 0) {
                continue;
            }
            int row = lines.addRow();
            lineInvoiceId.set(row, number);
            lineNumber.set(row, ++lineOfInvoice);
            lineOrderId.set(row, purchase.orderNumber());
            orderLineNumber.set(row, line + 1L);
            // Lines of the credit memo for a return are those of the return.
            receiptLineNumber.set(row, returned ? lineOfInvoice : lineOfReceipt);
            if (purchase.material[line] == Purchase.NONE) {
                material.setNull(row);
            } else {
                materialIds.set(material, row, purchase.material[line]);
            }
            quantity.set(row, bill.quantity[line]);
            price.set(row, bill.price[line]);
            lineAmount.set(row, bill.quantity[line] * bill.price[line]);
        }
    }
}
