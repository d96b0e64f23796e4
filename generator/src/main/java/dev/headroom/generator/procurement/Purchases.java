package dev.headroom.generator.procurement;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.sequence.UnitGenerator;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.function.Function;

/** Makes purchases: their documents, references and entries. One for each worker; not thread-safe. */
public final class Purchases implements UnitGenerator {
    /** The tables that purchases fill beside the journal and the references. */
    public static final List<TableSchema> TABLES = List.of(
            PurchaseOrders.SCHEMA,
            PurchaseOrders.LINE_SCHEMA,
            GoodsReceipts.SCHEMA,
            GoodsReceipts.LINE_SCHEMA,
            VendorInvoices.SCHEMA,
            VendorInvoices.LINE_SCHEMA,
            Payments.SCHEMA,
            Payments.ALLOCATION_SCHEMA);

    private final PurchaseSchedule schedule;
    private final PurchaseCase purchaseCase;
    private final Purchase purchase = new Purchase();
    private final PurchasePostings postings;
    private final EntryPipeline pipeline;
    private final PurchaseOrders orders;
    private final GoodsReceipts receipts;
    private final VendorInvoices invoices;
    private final Payments payments;
    private final DocumentReferences references;

    /**
     * Makes the generator of a schedule, which it alone uses.
     *
     * @param references shared with the other generators of the worker
     * @param outputs output of each of the {@link #TABLES}
     */
    public Purchases(
            PurchaseSchedule schedule,
            LedgerConfiguration configuration,
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            DocumentReferences references,
            Function<TableSchema, TableOutput> outputs) {
        this.schedule = schedule;
        this.purchaseCase = new PurchaseCase(configuration, master);
        this.postings = new PurchasePostings(bookkeeping, master);
        this.pipeline = pipeline;
        this.orders = new PurchaseOrders(
                outputs.apply(PurchaseOrders.SCHEMA), outputs.apply(PurchaseOrders.LINE_SCHEMA), master);
        this.receipts = new GoodsReceipts(
                outputs.apply(GoodsReceipts.SCHEMA), outputs.apply(GoodsReceipts.LINE_SCHEMA), master);
        this.invoices = new VendorInvoices(
                outputs.apply(VendorInvoices.SCHEMA), outputs.apply(VendorInvoices.LINE_SCHEMA), master);
        this.payments = new Payments(outputs.apply(Payments.SCHEMA), outputs.apply(Payments.ALLOCATION_SCHEMA), master);
        this.references = references;
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        purchaseCase.fill(purchase, schedule, ordinal);
        orders.write(schedule, purchase);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            generateDelivery(delivery);
        }
    }

    private void generateDelivery(int delivery) {
        if (schedule.receiptDay(delivery) == PurchaseSchedule.NONE) {
            return;
        }
        EntryDraft draft = pipeline.draft();
        long number = purchase.deliveryNumber(delivery);
        postings.receipt(draft, schedule, purchase, delivery);
        pipeline.number();
        receipts.write(schedule, purchase, delivery, draft);
        references.write(DocumentType.GOODS_RECEIPT, number, DocumentType.PURCHASE_ORDER, purchase.orderNumber());
        pipeline.write();
        if (schedule.invoiceDay(delivery) == PurchaseSchedule.NONE) {
            return;
        }
        postings.invoice(draft, schedule, purchase, delivery);
        pipeline.number();
        invoices.write(schedule, purchase, delivery, draft);
        references.write(DocumentType.VENDOR_INVOICE, number, DocumentType.GOODS_RECEIPT, number);
        references.write(DocumentType.VENDOR_INVOICE, number, DocumentType.PURCHASE_ORDER, purchase.orderNumber());
        pipeline.write();
        for (int part = 0; part < schedule.payments(delivery); part++) {
            if (schedule.paymentDay(delivery, part) != PurchaseSchedule.NONE) {
                generatePayment(delivery, part);
            }
        }
    }

    private void generatePayment(int delivery, int part) {
        EntryDraft draft = pipeline.draft();
        postings.payment(draft, schedule, purchase, delivery, part);
        pipeline.number();
        payments.write(schedule, purchase, delivery, part, draft);
        references.write(
                DocumentType.PAYMENT,
                purchase.paymentNumber(delivery, part),
                DocumentType.VENDOR_INVOICE,
                purchase.deliveryNumber(delivery));
        pipeline.write();
    }
}
