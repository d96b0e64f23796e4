package dev.headroom.examples.ledger;

import dev.headroom.generator.JournalEntry;
import dev.headroom.generator.Ledger;
import dev.headroom.generator.LedgerConfiguration;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds whom a retailer owes most at the end of the year: code that somebody tests with a ledger. */
final class OverdueInvoices {
    /** What this program needs of a vendor. */
    record Vendor(String vendorId, String name, String country) {}

    /** What it needs of an invoice. */
    record Invoice(String vendorInvoiceId, String vendorId, LocalDate dueDate, BigDecimal grossAmount) {}

    private OverdueInvoices() {}

    public static void main(String[] arguments) {
        Ledger ledger = Ledger.of(LedgerConfiguration.ofSize(7, 2_000).withIndustry(Industry.RETAIL));
        List<JournalEntry> entries = ledger.journalEntries().toList();
        List<LedgerDocument> payments = ledger.documents("payments").toList();
        Map<String, Vendor> vendors = ledger.records("vendors")
                .map(vendor -> vendor.as(Vendor.class))
                .collect(Collectors.toMap(Vendor::vendorId, Function.identity()));

        Map<String, BigDecimal> paid = payments.stream()
                .flatMap(payment -> payment.lines().stream())
                .collect(Collectors.toMap(
                        cleared -> cleared.text("vendor_invoice_id"),
                        cleared -> cleared.amount("amount"),
                        BigDecimal::add));
        LocalDate today = LocalDate.of(2025, 12, 31);
        List<Invoice> overdue = ledger.records("vendor_invoices")
                .map(invoice -> invoice.as(Invoice.class))
                .filter(invoice -> invoice.dueDate().isBefore(today))
                .filter(invoice ->
                        invoice.grossAmount().compareTo(paid.getOrDefault(invoice.vendorInvoiceId(), BigDecimal.ZERO))
                                > 0)
                .toList();

        System.out.println(
                entries.size() + " entries, " + payments.size() + " payments, " + overdue.size() + " overdue invoices");
        overdue.stream()
                .map(Invoice::vendorId)
                .distinct()
                .map(vendors::get)
                .forEach(vendor -> System.out.println(vendor.name() + ", " + vendor.country()));
    }
}
