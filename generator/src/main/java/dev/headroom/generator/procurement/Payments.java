package dev.headroom.generator.procurement;

import static dev.headroom.generator.ledger.DocumentType.PAYMENT;
import static dev.headroom.generator.ledger.DocumentType.VENDOR_INVOICE;

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
import dev.headroom.table.TextVector;
import java.util.List;

/** The tables {@code payments} and {@code payment_allocations}. A writer belongs to one worker. */
final class Payments {
    static final TableSchema SCHEMA = new TableSchema(
            "payments",
            "A payment of a company to a vendor",
            List.of(
                    Column.text("payment_id").asKey().describedAs("Number of the payment"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that pays"),
                    Column.text("vendor_id").references("vendors.vendor_id").describedAs("Vendor that is paid"),
                    Column.date("payment_date").describedAs("Day of the payment and of its posting"),
                    Column.text("currency").describedAs("ISO 4217 code of the payment's amount"),
                    Column.decimal("amount", 2)
                            .describedAs("What is paid, without discount, in the payment's currency"),
                    Column.decimal("local_amount", 2).describedAs("What leaves the bank, in the company's currency"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the payment posts; absent for one from before the ledger")));

    static final TableSchema ALLOCATION_SCHEMA = new TableSchema(
            "payment_allocations",
            "What of an invoice a payment clears",
            List.of(
                    Column.text("payment_id")
                            .asKey()
                            .references("payments.payment_id")
                            .describedAs("Payment"),
                    Column.text("vendor_invoice_id")
                            .asKey()
                            .references("vendor_invoices.vendor_invoice_id")
                            .describedAs("Invoice"),
                    Column.decimal("amount", 2)
                            .describedAs("What is cleared, discount included, in the invoice's currency"),
                    Column.decimal("discount_amount", 2).describedAs("Cash discount, in the invoice's currency"),
                    Column.decimal("local_amount", 2)
                            .describedAs("What is cleared, at the invoice's rate, in the company's currency")));

    private final TableOutput payments;
    private final TableOutput allocations;
    private final JournalIds ids;
    private final Ids vendorIds;

    private final DocumentIds paymentId;
    private final TextVector company;
    private final TextVector vendor;
    private final IntVector paymentDate;
    private final TextVector currency;
    private final LongVector amount;
    private final LongVector localAmount;
    private final TextVector journalId;

    private final DocumentIds allocationPaymentId;
    private final DocumentIds invoiceId;
    private final LongVector cleared;
    private final LongVector discount;
    private final LongVector localCleared;

    Payments(TableOutput payments, TableOutput allocations, Masters master) {
        this.payments = payments;
        this.allocations = allocations;
        ids = new JournalIds(master.companies().codes());
        vendorIds = master.vendors().ids();
        RecordBatch batch = payments.batch();
        paymentId = new DocumentIds(PAYMENT, batch.texts("payment_id"));
        company = batch.texts("company_code");
        vendor = batch.texts("vendor_id");
        paymentDate = batch.ints("payment_date");
        currency = batch.texts("currency");
        amount = batch.longs("amount");
        localAmount = batch.longs("local_amount");
        journalId = batch.texts("journal_id");
        company.useDictionary(master.companies().codes());
        vendorIds.bind(vendor);
        currency.useDictionary(Currencies.codes());

        RecordBatch allocationBatch = allocations.batch();
        allocationPaymentId = new DocumentIds(PAYMENT, allocationBatch.texts("payment_id"));
        invoiceId = new DocumentIds(VENDOR_INVOICE, allocationBatch.texts("vendor_invoice_id"));
        cleared = allocationBatch.longs("amount");
        discount = allocationBatch.longs("discount_amount");
        localCleared = allocationBatch.longs("local_amount");
    }

    /** Writes a payment; the entry that it posts is given as it was before any overlay. */
    void write(PurchaseSchedule schedule, Purchase purchase, int delivery, int payment, EntryDraft entry) {
        Settlement paid = purchase.deliveries[delivery].payments[payment];
        long number = purchase.paymentNumber(delivery, payment);
        int row = payments.addRow();
        paymentId.set(row, number);
        company.setCode(row, schedule.company());
        vendorIds.set(vendor, row, purchase.vendor);
        paymentDate.set(row, schedule.paymentDay(delivery, payment));
        currency.setCode(row, purchase.denomination.currency);
        amount.set(row, paid.paid());
        localAmount.set(row, paid.localPaid);
        ids.set(journalId, row, entry);

        int allocation = allocations.addRow();
        allocationPaymentId.set(allocation, number);
        invoiceId.set(allocation, purchase.deliveryNumber(delivery));
        cleared.set(allocation, paid.cleared);
        discount.set(allocation, paid.discount);
        localCleared.set(allocation, paid.localCleared);
    }
}
