package dev.headroom.generator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal entry with its lines. Immutable; safe for use by many threads. What a data-quality issue has altered has its clean value
 * here, and a line that is a duplicate comes twice; {@link #records} has the rows as they are.
 *
 * @param records the rows of {@code journal_entries}, one for each line
 */
// A module that reads this one needs no jspecify, so the annotation is not passed on.
@SuppressWarnings("exports")
public record JournalEntry(List<LedgerRecord> records) {
    /**
     * A line of an entry.
     *
     * @param number from 1
     * @param account number of the account
     * @param debit whether it is a debit; else it is a credit
     * @param amount above 0, in the entry's currency
     * @param localAmount above 0, in the company's currency
     * @param reportingAmount above 0, in the group's currency
     */
    public record Line(
            long number,
            String account,
            boolean debit,
            BigDecimal amount,
            BigDecimal localAmount,
            BigDecimal reportingAmount) {}

    /** Makes an entry of rows with one journal id; at least one. */
    public JournalEntry {
        records = List.copyOf(records);
        if (records.isEmpty()) {
            throw new IllegalArgumentException("an entry has at least one line");
        }
    }

    private LedgerRecord header() {
        return records.get(0);
    }

    /** Company code, fiscal year and number, such as {@code DE01-2026-000000042}. */
    public String id() {
        return header().text("journal_id");
    }

    /** The code of the company. */
    public String company() {
        return header().text("business_unit_code");
    }

    /** The date of posting. */
    public LocalDate effectiveDate() {
        return header().date("effective_date");
    }

    /** The date of entry into the system. */
    public LocalDate enteredDate() {
        return header().date("entered_date");
    }

    /** The time of entry into the system, in the company's own time. */
    public LocalTime enteredTime() {
        return header().time("entered_time");
    }

    /** The user, a person or a system. */
    public String enteredBy() {
        return header().text("entered_by");
    }

    /** The user who has approved the entry; null if no one has. */
    public @Nullable String approvedBy() {
        return header().isNull("approved_by") ? null : header().text("approved_by");
    }

    /** What it comes from, such as {@code manual}. */
    public String source() {
        return header().text("source");
    }

    /** The id of the document that posts it; null if none does. */
    public @Nullable String document() {
        return header().isNull("source_document_id") ? null : header().text("source_document_id");
    }

    /** ISO 4217 code of the amounts' currency. */
    public String currency() {
        return header().text("amount_currency");
    }

    /** The lines, in order; a new list of each call. */
    public List<Line> lines() {
        return records.stream()
                .map(row -> new Line(
                        row.number("journal_id_line_number"),
                        row.text("gl_account_number"),
                        row.text("amount_credit_debit_indicator").equals("D"),
                        row.amount("amount"),
                        row.amount("local_amount"),
                        row.amount("reporting_amount")))
                .toList();
    }
}
