package dev.headroom.generator;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tests of monthly runs have in common: ledgers of several years in several currencies, and sums over their rows. */
final class PeriodicLedgers {
    private PeriodicLedgers() {}

    /** Thirty months from a December on: companies that pay at a month's end and after it, one of them in whole yen. */
    static LedgerConfiguration longOne(Industry industry, long entries) {
        return of(industry, LocalDate.of(2023, 12, 1), 30, entries, .01);
    }

    static LedgerConfiguration of(Industry industry, LocalDate start, int months, long entries, double badDebt) {
        LedgerConfiguration usual = LedgerConfiguration.ofSize(11, entries);
        return usual.withPeriod(start, months)
                .withCompanies(
                        "EUR",
                        new Company("US01", "Northfield Industries Inc.", "USD", "US", 3),
                        new Company("DE01", "Nordfeld Werke GmbH", "EUR", "DE", 2),
                        new Company("JP01", "Kitano Kogyo KK", "JPY", "JP", 1))
                .withIndustry(industry)
                .withSalesFlow(new SalesFlow(.1, .03, badDebt, 7, 1, 45));
    }

    /** Debits less credits in the company's currency. */
    static long signed(Row line) {
        return line.text("amount_credit_debit_indicator").equals("D")
                ? line.number("local_amount")
                : -line.number("local_amount");
    }

    /** A row's company, year and period. */
    static String period(Row row, String companyColumn) {
        return row.text(companyColumn) + " " + row.number("fiscal_year") + "/" + row.number("period");
    }

    /** The sums of lines of a kind of entries on an account, by the document that posts them. */
    static Map<String, Long> sums(Tabulation data, String documentType, String account) {
        Map<String, Long> sums = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("document_type").equals(documentType)
                    && line.text("gl_account_number").startsWith(account)) {
                sums.merge(line.text("source_document_id"), signed(line), Long::sum);
            }
        }
        return sums;
    }

    /** The sums of a column, by another. */
    static Map<String, Long> sums(List<Row> rows, String column, String by) {
        Map<String, Long> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(row.text(by), row.number(column), Long::sum));
        return sums;
    }
}
