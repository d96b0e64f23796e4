package dev.headroom.generator.sales;

import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.document.DocumentReferences;
import dev.headroom.generator.document.OpenItems;
import dev.headroom.generator.ledger.Bookkeeping;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.EntryPipeline;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.sales.SalesMix.Kind;
import dev.headroom.generator.sequence.UnitGenerator;
import dev.headroom.generator.totals.RangeTotals;
import dev.headroom.table.TableSchema;
import java.util.List;
import java.util.function.Function;

/** Makes sales: their documents, references and entries. One for each worker; not thread-safe. */
public final class Sales implements UnitGenerator {
    /** The tables that sales fill beside the journal and the references. */
    public static final List<TableSchema> TABLES = List.of(
            SalesOrders.SCHEMA,
            SalesOrders.LINE_SCHEMA,
            Deliveries.SCHEMA,
            Deliveries.LINE_SCHEMA,
            CustomerInvoices.SCHEMA,
            CustomerInvoices.LINE_SCHEMA,
            Receipts.SCHEMA,
            Receipts.ALLOCATION_SCHEMA);

    private static final int NONE = SalesSchedule.NONE;

    private final SalesSchedule schedule;
    private final SalesCase salesCase;
    private final Sale sale = new Sale();
    private final SalesPostings postings;
    private final EntryPipeline pipeline;
    private final SalesOrders orders;
    private final Deliveries deliveries;
    private final CustomerInvoices invoices;
    private final Receipts receipts;
    private final DocumentReferences references;
    private final SalesBalances balances;

    /**
     * Makes the generator of a schedule, which it alone uses.
     *
     * @param totals collects what the worker adds to stocks and open amounts
     * @param references shared with the other generators of the worker
     * @param outputs output of each of the {@link #TABLES}
     */
    public Sales(
            SalesSchedule schedule,
            LedgerConfiguration configuration,
            Bookkeeping bookkeeping,
            Masters master,
            EntryPipeline pipeline,
            RangeTotals totals,
            DocumentReferences references,
            OpenItems openItems,
            Function<TableSchema, TableOutput> outputs) {
        this.schedule = schedule;
        this.salesCase = new SalesCase(configuration, master);
        this.postings = new SalesPostings(bookkeeping, master);
        this.pipeline = pipeline;
        this.orders =
                new SalesOrders(outputs.apply(SalesOrders.SCHEMA), outputs.apply(SalesOrders.LINE_SCHEMA), master);
        this.deliveries =
                new Deliveries(outputs.apply(Deliveries.SCHEMA), outputs.apply(Deliveries.LINE_SCHEMA), master);
        this.invoices = new CustomerInvoices(
                outputs.apply(CustomerInvoices.SCHEMA), outputs.apply(CustomerInvoices.LINE_SCHEMA), master);
        this.receipts = new Receipts(outputs.apply(Receipts.SCHEMA), outputs.apply(Receipts.ALLOCATION_SCHEMA), master);
        this.references = references;
        this.balances = new SalesBalances(totals, openItems, master.months());
    }

    @Override
    public void generate(long ordinal) {
        schedule.compute(ordinal);
        if (schedule.isPast()) {
            return;
        }
        salesCase.fill(sale, schedule, ordinal);
        orders.write(schedule, sale);
        for (int delivery = 0; delivery < schedule.deliveries(); delivery++) {
            if (schedule.deliveryDay(delivery) != NONE) {
                generateDelivery(delivery);
                balances.add(schedule, sale, delivery);
            }
        }
    }

    private void generateDelivery(int delivery) {
        EntryDraft draft = pipeline.draft();
        if (schedule.productionDay(delivery) != NONE) {
            postings.production(draft, schedule, sale, delivery);
            pipeline.number();
            pipeline.write();
        }
        long number = sale.number(delivery);
        if (schedule.kind() == Kind.GOODS) {
            postings.delivery(draft, schedule, sale, delivery);
            pipeline.number();
            deliveries.write(schedule, sale, delivery, draft);
            pipeline.write();
        } else {
            deliveries.writeService(schedule, sale, delivery);
        }
        references.write(DocumentType.DELIVERY, number, DocumentType.SALES_ORDER, sale.orderNumber());
        if (schedule.invoiceDay(delivery) != NONE) {
            generateInvoice(delivery, number);
            generateReturn(delivery, number);
            generateClearing(delivery, number);
        }
    }

    private void generateInvoice(int delivery, long number) {
        EntryDraft draft = pipeline.draft();
        postings.invoice(draft, schedule, sale, delivery);
        pipeline.number();
        invoices.write(schedule, sale, delivery, draft);
        references.write(DocumentType.CUSTOMER_INVOICE, number, DocumentType.DELIVERY, number);
        references.write(DocumentType.CUSTOMER_INVOICE, number, DocumentType.SALES_ORDER, sale.orderNumber());
        pipeline.write();
        for (int release = 0; release < schedule.releases(delivery); release++) {
            postings.release(draft, schedule, sale, delivery, release);
            pipeline.number();
            pipeline.write();
        }
    }

    private void generateReturn(int delivery, long number) {
        EntryDraft draft = pipeline.draft();
        long returnNumber = sale.returnNumber(delivery);
        if (schedule.returnDay(delivery) != NONE) {
            postings.returned(draft, schedule, sale, delivery);
            pipeline.number();
            deliveries.writeReturn(schedule, sale, delivery, draft);
            references.write(DocumentType.DELIVERY, returnNumber, DocumentType.DELIVERY, number);
            pipeline.write();
        }
        if (schedule.creditDay(delivery) != NONE) {
            postings.credit(draft, schedule, sale, delivery);
            pipeline.number();
            invoices.writeCredit(schedule, sale, delivery, draft);
            references.write(DocumentType.CUSTOMER_INVOICE, returnNumber, DocumentType.CUSTOMER_INVOICE, number);
            if (schedule.returnDay(delivery) != NONE) {
                references.write(DocumentType.CUSTOMER_INVOICE, returnNumber, DocumentType.DELIVERY, returnNumber);
            }
            pipeline.write();
        }
    }

    private void generateClearing(int delivery, long number) {
        EntryDraft draft = pipeline.draft();
        if (schedule.receiptDay(delivery) != NONE) {
            postings.receipt(draft, schedule, sale, delivery);
            pipeline.number();
            receipts.writeReceipt(schedule, sale, delivery, draft);
            references.write(DocumentType.RECEIPT, number, DocumentType.CUSTOMER_INVOICE, number);
            pipeline.write();
        }
        if (schedule.refundDay(delivery) != NONE) {
            long refundNumber = sale.returnNumber(delivery);
            postings.refund(draft, schedule, sale, delivery);
            pipeline.number();
            receipts.writeRefund(schedule, sale, delivery, draft);
            references.write(DocumentType.RECEIPT, refundNumber, DocumentType.CUSTOMER_INVOICE, refundNumber);
            pipeline.write();
        }
        if (schedule.writeOffDay(delivery) != NONE) {
            postings.writeOff(draft, schedule, sale, delivery);
            pipeline.number();
            receipts.writeWriteOff(schedule, sale, delivery, draft);
            references.write(DocumentType.RECEIPT, number, DocumentType.CUSTOMER_INVOICE, number);
            pipeline.write();
        }
    }
}
