package dev.headroom.generator.sales;

import static dev.headroom.generator.ledger.DocumentType.CUSTOMER_INVOICE;
import static dev.headroom.generator.ledger.DocumentType.RECEIPT;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.document.Settlement;
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

/** The tables {@code receipts} and {@code receipt_allocations}. A writer belongs to one worker. */
final class Receipts {
    static final TableSchema SCHEMA = new TableSchema(
            "receipts",
            "A payment from a customer, a refund to one, or a write-off of what will not be paid",
            List.of(
                    Column.text("receipt_id").asKey().describedAs("Number of the receipt"),
                    Column.text("receipt_type")
                            .describedAs("receipt, refund or write_off; amounts of all are above zero"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that is paid"),
                    Column.text("customer_id")
                            .references("customers.customer_id")
                            .describedAs("Customer that pays"),
                    Column.date("receipt_date").describedAs("Day of the receipt and of its posting"),
                    Column.text("currency").describedAs("ISO 4217 code of the receipt's amount"),
                    Column.decimal("amount", 2)
                            .describedAs("What is paid, without discount, or written off, in the receipt's currency"),
                    Column.decimal("local_amount", 2)
                            .describedAs(
                                    "What reaches or leaves the bank, or is written off, in the company's currency"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the receipt posts; absent for one from before the ledger")));

    static final TableSchema ALLOCATION_SCHEMA = new TableSchema(
            "receipt_allocations",
            "What of an invoice a receipt or a write-off clears, or of a credit memo a refund",
            List.of(
                    Column.text("receipt_id")
                            .asKey()
                            .references("receipts.receipt_id")
                            .describedAs("Receipt"),
                    Column.text("customer_invoice_id")
                            .asKey()
                            .references("customer_invoices.customer_invoice_id")
                            .describedAs("Invoice; of a refund the credit memo"),
                    Column.decimal("amount", 2)
                            .describedAs("What is cleared, discount included, in the invoice's currency"),
                    Column.decimal("discount_amount", 2).describedAs("Cash discount, in the invoice's currency"),
                    Column.decimal("local_amount", 2)
                            .describedAs("What is cleared, at the invoice's rate, in the company's currency")));

    private static final TextDictionary TYPES = TextDictionary.of("receipt", "refund", "write_off");

    private final TableOutput receipts;
    private final TableOutput allocations;
    private final JournalIds ids;
    private final Ids customerIds;

    private final DocumentIds receiptId;
    private final TextVector type;
    private final TextVector company;
    private final TextVector customer;
    private final IntVector receiptDate;
    private final TextVector currency;
    private final LongVector amount;
    private final LongVector localAmount;
    private final TextVector journalId;

    private final DocumentIds allocationReceiptId;
    private final DocumentIds invoiceId;
    private final LongVector cleared;
    private final LongVector discount;
    private final LongVector localCleared;

    Receipts(TableOutput receipts, TableOutput allocations, Masters master) {
        this.receipts = receipts;
        this.allocations = allocations;
        ids = new JournalIds(master.companies().codes());
        customerIds = master.customers().ids();
        RecordBatch batch = receipts.batch();
        receiptId = new DocumentIds(RECEIPT, batch.texts("receipt_id"));
        type = batch.texts("receipt_type");
        company = batch.texts("company_code");
        customer = batch.texts("customer_id");
        receiptDate = batch.ints("receipt_date");
        currency = batch.texts("currency");
        amount = batch.longs("amount");
        localAmount = batch.longs("local_amount");
        journalId = batch.texts("journal_id");
        type.useDictionary(TYPES);
        company.useDictionary(master.companies().codes());
        customerIds.bind(customer);
        currency.useDictionary(Currencies.codes());

        RecordBatch allocationBatch = allocations.batch();
        allocationReceiptId = new DocumentIds(RECEIPT, allocationBatch.texts("receipt_id"));
        invoiceId = new DocumentIds(CUSTOMER_INVOICE, allocationBatch.texts("customer_invoice_id"));
        cleared = allocationBatch.longs("amount");
        discount = allocationBatch.longs("discount_amount");
        localCleared = allocationBatch.longs("local_amount");
    }

    /** Writes a receipt; the entry that it posts is given as it was before any overlay. */
    void writeReceipt(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        int row = addRow(schedule, sale, sale.number(delivery), sale.deliveries[delivery].receipt, entry);
        type.setCode(row, 0);
        receiptDate.set(row, schedule.receiptDay(delivery));
    }

    /** Writes a refund; the entry that it posts is given as it was before any overlay. */
    void writeRefund(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        int row = addRow(schedule, sale, sale.returnNumber(delivery), sale.deliveries[delivery].refund, entry);
        type.setCode(row, 1);
        receiptDate.set(row, schedule.refundDay(delivery));
    }

    /** Writes a write-off; the entry that it posts is given as it was before any overlay. */
    void writeWriteOff(SalesSchedule schedule, Sale sale, int delivery, EntryDraft entry) {
        int row = addRow(schedule, sale, sale.number(delivery), sale.deliveries[delivery].receipt, entry);
        type.setCode(row, 2);
        receiptDate.set(row, schedule.writeOffDay(delivery));
    }

    private int addRow(SalesSchedule schedule, Sale sale, long number, Settlement settlement, EntryDraft entry) {
        int allocation = allocations.addRow();
        allocationReceiptId.set(allocation, number);
        invoiceId.set(allocation, number);
        cleared.set(allocation, settlement.cleared);
        discount.set(allocation, settlement.discount);
        localCleared.set(allocation, settlement.localCleared);

        int row = receipts.addRow();
        receiptId.set(row, number);
        company.setCode(row, schedule.company());
        customerIds.set(customer, row, schedule.customer());
        currency.setCode(row, sale.denomination.currency);
        amount.set(row, settlement.paid());
        localAmount.set(row, settlement.localPaid);
        ids.set(journalId, row, entry);
        return row;
    }
}
