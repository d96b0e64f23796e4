package dev.headroom.app.audit;

import java.io.IOException;

/**
 * Compares the three amounts of an entry's lines with the rates of the month. The entry of an invoice has the rate that its document
 * names, and one that reverses another has the other's. Used by one thread.
 */
final class EntryExchange {
    private static final int CLOSING = 13;
    /** Units by which a line of an invoice may differ, as receipts and returns of an order's line add up to the whole. */
    private static final long INVOICE_UNITS = 2;

    private final ExchangeRates rates;
    private final InvoiceEntries invoices;
    private final Facts.Teller teller;
    private final RuleFindings findings;
    private final long customerInvoice = Hash.of("customer_invoice");
    private final long vendorInvoice = Hash.of("vendor_invoice");
    private final ConvertedLines local = new ConvertedLines();
    private final ConvertedLines reporting = new ConvertedLines();
    /** At the rate of the month before. */
    private final ConvertedLines earlier = new ConvertedLines();

    private boolean known;
    private boolean foreignInvoice;
    private boolean sameAsReporting;
    private boolean closing;
    private long unit;
    private double least;
    private double most;

    EntryExchange(ExchangeRates rates, InvoiceEntries invoices, Facts.Teller teller, RuleFindings findings) {
        this.rates = rates;
        this.invoices = invoices;
        this.teller = teller;
        this.findings = findings;
    }

    /** Begins with an entry. */
    void begin(EntryHeader entry) {
        closing = entry.period == CLOSING;
        sameAsReporting = entry.currency == entry.reportingCurrency;
        boolean invoice = entry.documentType == customerInvoice || entry.documentType == vendorInvoice;
        foreignInvoice = invoice && entry.currency != entry.localCurrency;
        unit = CurrencyUnits.of(entry.localCurrency);
        least = 0;
        most = Double.MAX_VALUE;
        int day = entry.effectiveDate;
        long localRate = rates.rate(entry.currency, entry.localCurrency, day);
        long reportingRate =
                sameAsReporting ? Conversion.ONE : rates.rate(entry.localCurrency, entry.reportingCurrency, day);
        known = rates.areThere() && reportingRate != ExchangeRates.UNKNOWN;
        known &= foreignInvoice || localRate != ExchangeRates.UNKNOWN;
        local.begin(localRate, unit);
        long reportingUnit = CurrencyUnits.of(entry.reportingCurrency);
        reporting.begin(reportingRate, reportingUnit);
        if (entry.reversalId != 0) {
            int before = CalendarDays.lastDayOfMonthBefore(day);
            earlier.begin(rates.rate(entry.localCurrency, entry.reportingCurrency, before), reportingUnit);
        }
    }

    /**
     * Takes a line.
     *
     * @param gross whether it is on the account of customers or vendors, and so takes what rounding leaves of an invoice
     */
    void add(EntryHeader entry, boolean gross, long amount, long localAmount, long reportingAmount, long row) {
        if (!known) {
            return;
        }
        if (!foreignInvoice) {
            local.add(amount, localAmount, row);
        } else if (!gross) {
            long tolerance = INVOICE_UNITS * unit;
            least = Math.max(least, (localAmount - tolerance) / (double) amount);
            most = Math.min(most, (localAmount + tolerance) / (double) amount);
        }
        long from = sameAsReporting ? amount : localAmount;
        reporting.add(from, reportingAmount, row);
        if (entry.reversalId != 0) {
            earlier.add(from, reportingAmount, row);
        }
    }

    /** Has all lines of an entry. */
    void end(EntryHeader entry, EntrySums sums) throws IOException {
        if (!rates.areThere()) {
            return;
        }
        findings.checked(Rule.ENTRY_RATES, 1);
        if (!known) {
            violation(entry.row, "there is no rate of its currencies in its month");
            return;
        }
        if (!foreignInvoice && !local.holds()) {
            violation(local.row(), local.what("local"));
        }
        boolean ofOtherMonth = entry.reversalId != 0 && earlier.holds();
        // A close posts balances, whose amounts are of many months.
        if (!closing && !reporting.holds() && !ofOtherMonth) {
            violation(reporting.row(), reporting.what("reporting"));
        }
        if (foreignInvoice) {
            boolean payable = entry.documentType == vendorInvoice;
            teller.tell(
                    invoices,
                    entry.id,
                    InvoiceEntries.ENTRY,
                    entry.row,
                    (long) Math.floor(least * Conversion.ONE),
                    (long) Math.ceil(Math.min(most, Integer.MAX_VALUE) * Conversion.ONE),
                    payable ? sums.transactionAp : sums.transactionAr,
                    sums.control(payable ? Books.Control.AP : Books.Control.AR),
                    sums.lines * unit,
                    entry.currency);
        }
    }

    /** Whether the reporting amounts of the entry are those at the rate of its own month. */
    boolean holdsAtItsOwnRate() {
        return !known || reporting.holds();
    }

    private void violation(long row, String what) {
        findings.violation(Rule.ENTRY_RATES, Labels.JOURNAL, row, what);
    }
}
