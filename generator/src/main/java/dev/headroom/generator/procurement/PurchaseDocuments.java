package dev.headroom.generator.procurement;

import dev.headroom.generator.calendar.Months;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.document.OpenItems;
import dev.headroom.generator.document.Settlement;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.function.Function;

/** Writes the documents, references, entries and open items of purchases. One for each worker; not thread-safe. */
public final class PurchaseDocuments {
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

    private final PurchasePostings postings;
    private final EntryPipeline pipeline;
    private final RangeTotals totals;
    private final Months months;
    private final PurchaseOrders orders;
    private final GoodsReceipts receipts;
    private final VendorInvoices invoices;
    private final Payments payments;
    private final DocumentReferences references;
    private final PurchaseItems items;

    /**
     * Makes a writer.
     *
     * @param totals of the worker, which the entries of the pipeline are added to
     * @param references shared with the other documents of the worker
     * @param openItems shared with the other documents of the worker
     * @param outputs output of each of the {@link #TABLES}
     */
    public PurchaseDocuments(
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            RangeTotals totals,
            DocumentReferences references,
            OpenItems openItems,
            Function<TableSchema, TableOutput> outputs) {
        this.postings = new PurchasePostings(bookkeeping, master);
        this.pipeline = pipeline;
        this.totals = totals;
        this.months = master.months();
        this.orders = new PurchaseOrders(
                outputs.apply(PurchaseOrders.SCHEMA), outputs.apply(PurchaseOrders.LINE_SCHEMA), master);
        this.receipts = new GoodsReceipts(
                outputs.apply(GoodsReceipts.SCHEMA), outputs.apply(GoodsReceipts.LINE_SCHEMA), master);
        this.invoices = new VendorInvoices(
                outputs.apply(VendorInvoices.SCHEMA), outputs.apply(VendorInvoices.LINE_SCHEMA), master);
        this.payments = new Payments(outputs.apply(Payments.SCHEMA), outputs.apply(Payments.ALLOCATION_SCHEMA), master);
        this.references = references;
        this.items = new PurchaseItems(openItems, months);
    }

    /** Writes all of a purchase. */
    void write(PurchaseSchedule schedule, Purchase purchase) {
        orders.write(schedule, purchase);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            if (schedule.receiptDay(delivery) != PurchaseSchedule.NONE) {
                writeReceipt(schedule, purchase, delivery);
            }
            if (schedule.returnDay(delivery) != PurchaseSchedule.NONE) {
                writeReturn(schedule, purchase, delivery);
            }
            if (schedule.invoiceDay(delivery) != PurchaseSchedule.NONE) {
                writeInvoice(schedule, purchase, delivery);
            }
            if (schedule.creditDay(delivery) != PurchaseSchedule.NONE) {
                writeCredit(schedule, purchase, delivery);
            }
            for (int part = 0; part < schedule.payments(delivery); part++) {
                if (schedule.paymentDay(delivery, part) != PurchaseSchedule.NONE) {
                    writePayment(schedule, purchase, delivery, part);
                }
            }
        }
        items.write(schedule, purchase);
    }

    private void writeReceipt(PurchaseSchedule schedule, Purchase purchase, int delivery) {
        EntryDraft draft = pipeline.draft();
        postings.receipt(draft, schedule, purchase, delivery);
        pipeline.number();
        receipts.write(schedule, purchase, delivery, draft);
        references.write(
                DocumentType.GOODS_RECEIPT,
                purchase.deliveryNumber(delivery),
                DocumentType.PURCHASE_ORDER,
                purchase.orderNumber());
        pipeline.write();
        int day = schedule.receiptDay(delivery);
        for (int line = 0; line < purchase.lines && day >= months.firstDay(); line++) {
            int quantity = purchase.deliveries[delivery].quantity[line];
            if (purchase.stocked[line] && quantity > 0) {
                totals.receive(purchase.material[line], day, quantity);
            }
        }
    }

    private void writeReturn(PurchaseSchedule schedule, Purchase purchase, int delivery) {
        EntryDraft draft = pipeline.draft();
        postings.returned(draft, schedule, purchase, delivery);
        pipeline.number();
        receipts.writeReturn(schedule, purchase, delivery, draft);
        references.write(
                DocumentType.GOODS_RECEIPT,
                purchase.creditNumber(delivery),
                DocumentType.GOODS_RECEIPT,
                purchase.deliveryNumber(delivery));
        pipeline.write();
        int day = schedule.returnDay(delivery);
        for (int line = 0; line < purchase.lines && day >= months.firstDay(); line++) {
            int quantity = purchase.deliveries[delivery].returnedQuantity[line];
            if (purchase.stocked[line] && quantity > 0) {
                totals.issue(purchase.material[line], day, quantity);
            }
        }
    }

    private void writeInvoice(PurchaseSchedule schedule, Purchase purchase, int delivery) {
        EntryDraft draft = pipeline.draft();
        long number = purchase.deliveryNumber(delivery);
        postings.invoice(draft, schedule, purchase, delivery);
        pipeline.number();
        invoices.write(schedule, purchase, delivery, draft);
        references.write(DocumentType.VENDOR_INVOICE, number, DocumentType.GOODS_RECEIPT, number);
        references.write(DocumentType.VENDOR_INVOICE, number, DocumentType.PURCHASE_ORDER, purchase.orderNumber());
        pipeline.write();
        Purchase.Bill invoice = purchase.deliveries[delivery].invoice;
        owe(schedule, purchase, schedule.invoiceDay(delivery), -invoice.gross(), -invoice.localGross);
    }

    private void writeCredit(PurchaseSchedule schedule, Purchase purchase, int delivery) {
        EntryDraft draft = pipeline.draft();
        long number = purchase.creditNumber(delivery);
        postings.credit(draft, schedule, purchase, delivery);
        pipeline.number();
        invoices.writeCredit(schedule, purchase, delivery, draft);
        references.write(
                DocumentType.VENDOR_INVOICE, number, DocumentType.VENDOR_INVOICE, purchase.deliveryNumber(delivery));
        if (schedule.returnDay(delivery) != PurchaseSchedule.NONE) {
            references.write(DocumentType.VENDOR_INVOICE, number, DocumentType.GOODS_RECEIPT, number);
        }
        pipeline.write();
        Purchase.Bill credit = purchase.deliveries[delivery].credit;
        owe(schedule, purchase, schedule.creditDay(delivery), credit.gross(), credit.localGross);
    }

    private void writePayment(PurchaseSchedule schedule, Purchase purchase, int delivery, int part) {
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
        Settlement payment = purchase.deliveries[delivery].payments[part];
        owe(schedule, purchase, schedule.paymentDay(delivery, part), payment.cleared, payment.localCleared);
    }

    private void owe(PurchaseSchedule schedule, Purchase purchase, int day, long amount, long localAmount) {
        if (!purchase.denomination.isLocal()) {
            totals.owe(schedule.company(), purchase.denomination.currency, day, amount, localAmount);
        }
    }
}
