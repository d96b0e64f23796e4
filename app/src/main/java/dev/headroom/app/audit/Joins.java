package dev.headroom.app.audit;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** All relations of a run's documents and entries. */
final class Joins implements Closeable {
    final OrderTotals purchaseTotals;
    final OrderTotals salesTotals;
    final MovedGoods receiptsOfGoods;
    final Invoiced vendorInvoices;
    final Paid payments;
    final MovedGoods deliveries;
    final Invoiced customerInvoices;
    final Paid receipts;
    final MonthlyRuns payrollRuns;
    final MonthlyRuns depreciationRuns;
    final DepreciatedAssets depreciatedAssets;
    final Reversals reversals;
    final DeferredRevenue deferredRevenue;
    final GraphFlags graphFlags;
    final Following purchases;
    final Following received;
    final Following sales;
    final Following delivered;
    final Following credited;
    final PurchaseLines purchaseLines;
    final SalesLines salesLines;
    final Debts payables;
    final Debts receivables;
    final EntryPosting entries;
    final Matching matching;
    final OrderGrir grir;
    final OpenFamilies families;
    final InvoiceEntries invoiceEntries;
    final TaxReturns taxReturns;
    final ForeignDebts foreignDebts = new ForeignDebts();
    final StockMoves stockMoves;
    final Production production;
    private final Facts facts;

    Joins(RunTables tables, Materials materials, SpillDirectory directory, int bufferBytes, RuleFindings findings) {
        facts = new Facts(directory, bufferBytes);
        Facts.Teller teller = facts.teller();
        boolean items = tables.has("open_items");
        boolean stocks = tables.has("inventory_balances");
        taxReturns = new TaxReturns(30, findings);
        stockMoves = new StockMoves(28, findings);
        production = new Production(29, materials, stockMoves, stocks, teller, findings);
        matching = new Matching(0, findings);
        grir = new OrderGrir(1, items, findings);
        entries = new EntryPosting(2, grir, teller, findings);
        purchaseLines = new PurchaseLines(3, matching, grir, teller, findings);
        salesLines = new SalesLines(4, findings);
        families = new OpenFamilies(24, findings);
        invoiceEntries = new InvoiceEntries(27, families, items, teller, findings);
        payables = new Debts(5, "vendor_invoices", "payment_allocations", items, families, teller, findings);
        receivables = new Debts(6, "customer_invoices", "receipt_allocations", items, families, teller, findings);
        purchaseTotals = new OrderTotals(7, "purchase_orders", purchaseLines, teller, findings);
        salesTotals = new OrderTotals(8, "sales_orders", salesLines, teller, findings);
        receiptsOfGoods = new MovedGoods(
                9, purchaseLines, entries, EntryPosting.GOODS_RECEIPT, stocks ? stockMoves : null, teller, findings);
        vendorInvoices = new Invoiced(
                10, "vendor_invoices", purchaseLines, entries, EntryPosting.VENDOR_INVOICE, teller, findings);
        payments = new Paid(11, "payments", payables, entries, EntryPosting.PAYMENT, foreignDebts, teller, findings);
        deliveries = new MovedGoods(
                12, salesLines, entries, EntryPosting.DELIVERY, stocks ? stockMoves : null, teller, findings);
        customerInvoices = new Invoiced(
                13, "customer_invoices", salesLines, entries, EntryPosting.CUSTOMER_INVOICE, teller, findings);
        receipts = new Paid(14, "receipts", receivables, entries, EntryPosting.RECEIPT, foreignDebts, teller, findings);
        payrollRuns = new MonthlyRuns(15, "payroll_lines", Rule.PAYROLL_LINES, Rule.POSTS_PAYROLL, findings);
        depreciationRuns =
                new MonthlyRuns(25, "depreciation_lines", Rule.DEPRECIATION_LINES, Rule.POSTS_DEPRECIATION, findings);
        depreciatedAssets = new DepreciatedAssets(26, findings);
        reversals = new Reversals(16, findings);
        deferredRevenue = new DeferredRevenue(17, findings);
        graphFlags = new GraphFlags(18, findings);
        purchases = new Following(
                19, "purchase_orders", List.of("goods_receipts", "vendor_invoices", "vendor_invoices"), findings);
        received = new Following(20, "goods_receipts", List.of("vendor_invoices"), findings);
        sales = new Following(21, "sales_orders", List.of("deliveries", "customer_invoices"), findings);
        delivered = new Following(22, "deliveries", List.of("customer_invoices"), findings);
        credited = new Following(23, "customer_invoices", List.of("customer_invoices"), findings);
        List.of(
                        matching,
                        grir,
                        entries,
                        purchaseLines,
                        salesLines,
                        payables,
                        receivables,
                        purchaseTotals,
                        salesTotals,
                        receiptsOfGoods,
                        vendorInvoices,
                        payments,
                        deliveries,
                        customerInvoices,
                        receipts,
                        payrollRuns,
                        reversals,
                        deferredRevenue,
                        graphFlags,
                        purchases,
                        received,
                        sales,
                        delivered,
                        credited,
                        families,
                        depreciationRuns,
                        depreciatedAssets,
                        invoiceEntries,
                        stockMoves,
                        production,
                        taxReturns)
                .forEach(facts::register);
    }

    Facts.Teller teller() {
        return facts.teller();
    }

    void join() throws IOException {
        facts.join();
    }

    @Override
    public void close() throws IOException {
        facts.close();
    }
}
