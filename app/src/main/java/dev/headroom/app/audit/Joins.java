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
    final Following creditedPurchases;
    final Following creditedSales;
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
        taxReturns = facts.with(new TaxReturns(findings));
        stockMoves = facts.with(new StockMoves(findings));
        production = facts.with(new Production(materials, stockMoves, stocks, teller, findings));
        matching = facts.with(new Matching(findings));
        grir = facts.with(new OrderGrir(items, findings));
        entries = facts.with(new EntryPosting(grir, teller, findings));
        purchaseLines = facts.with(new PurchaseLines(matching, grir, teller, findings));
        salesLines = facts.with(new SalesLines(findings));
        families = facts.with(new OpenFamilies(findings));
        invoiceEntries = facts.with(new InvoiceEntries(families, items, teller, findings));
        payables = facts.with(new Debts("vendor_invoices", "payment_allocations", items, families, teller, findings));
        receivables =
                facts.with(new Debts("customer_invoices", "receipt_allocations", items, families, teller, findings));
        purchaseTotals = facts.with(new OrderTotals("purchase_orders", purchaseLines, teller, findings));
        salesTotals = facts.with(new OrderTotals("sales_orders", salesLines, teller, findings));
        receiptsOfGoods = facts.with(new MovedGoods(
                purchaseLines, entries, EntryPosting.GOODS_RECEIPT, stocks ? stockMoves : null, teller, findings));
        vendorInvoices = facts.with(
                new Invoiced("vendor_invoices", purchaseLines, entries, EntryPosting.VENDOR_INVOICE, teller, findings));
        payments = facts.with(
                new Paid("payments", payables, entries, EntryPosting.PAYMENT, foreignDebts, teller, findings));
        deliveries = facts.with(new MovedGoods(
                salesLines, entries, EntryPosting.DELIVERY, stocks ? stockMoves : null, teller, findings));
        customerInvoices = facts.with(new Invoiced(
                "customer_invoices", salesLines, entries, EntryPosting.CUSTOMER_INVOICE, teller, findings));
        receipts = facts.with(
                new Paid("receipts", receivables, entries, EntryPosting.RECEIPT, foreignDebts, teller, findings));
        payrollRuns = facts.with(new MonthlyRuns("payroll_lines", Rule.PAYROLL_LINES, Rule.POSTS_PAYROLL, findings));
        depreciationRuns = facts.with(
                new MonthlyRuns("depreciation_lines", Rule.DEPRECIATION_LINES, Rule.POSTS_DEPRECIATION, findings));
        depreciatedAssets = facts.with(new DepreciatedAssets(findings));
        reversals = facts.with(new Reversals(findings));
        deferredRevenue = facts.with(new DeferredRevenue(findings));
        graphFlags = facts.with(new GraphFlags(findings));
        purchases = facts.with(new Following(
                "purchase_orders", List.of("goods_receipts", "vendor_invoices", "vendor_invoices"), findings));
        received = facts.with(new Following("goods_receipts", List.of("vendor_invoices"), findings));
        sales = facts.with(new Following("sales_orders", List.of("deliveries", "customer_invoices"), findings));
        delivered = facts.with(new Following("deliveries", List.of("customer_invoices"), findings));
        creditedPurchases = facts.with(new Following("vendor_invoices", List.of("vendor_invoices"), findings));
        creditedSales = facts.with(new Following("customer_invoices", List.of("customer_invoices"), findings));
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
