package dev.headroom.app.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What all lines of an entry share, as it was before anomalies. Read from the entry's first line; used again for each entry. */
final class EntryHeader {
    private final int idColumn;
    private final int companyColumn;
    private final int yearColumn;
    private final int periodColumn;
    private final int sourceColumn;
    private final int documentDateColumn;
    private final int effectiveDateColumn;
    private final int enteredDateColumn;
    private final int enteredByColumn;
    private final int approvedByColumn;
    private final int approvedDateColumn;
    private final int reversalColumn;
    private final int reversalIdColumn;
    private final int currencyColumn;
    private final int localCurrencyColumn;
    private final int reportingCurrencyColumn;
    private final int documentTypeColumn;
    private final int documentColumn;

    long id;
    /** The company's number in the books, or {@link LongIndex#NONE}. */
    int company;

    long companyHash;
    long year;
    long period;
    /** Year and period as one number; {@link JournalTotals#NO_SLOT} if there can be no such period. */
    int slot;

    String source = "";
    int documentDate;
    int effectiveDate;
    int enteredDate;
    long enteredBy;
    long approvedBy;
    boolean hasApprovalDate;
    int approvedDate;
    boolean reversal;
    long reversalId;
    long currency;
    long localCurrency;
    long reportingCurrency;
    long documentType;
    long document;
    /** What is before the number in the id: company and fiscal year. */
    long series;

    long number;
    boolean wellFormedId;
    long row;

    private byte[] lastSource = new byte[0];

    EntryHeader(TableCursor cursor) throws IOException {
        idColumn = cursor.column("journal_id");
        companyColumn = cursor.column("business_unit_code");
        yearColumn = cursor.column("fiscal_year");
        periodColumn = cursor.column("period");
        sourceColumn = cursor.column("source");
        documentDateColumn = cursor.column("document_date");
        effectiveDateColumn = cursor.column("effective_date");
        enteredDateColumn = cursor.column("entered_date");
        enteredByColumn = cursor.column("entered_by");
        approvedByColumn = cursor.column("approved_by");
        approvedDateColumn = cursor.column("approved_date");
        reversalColumn = cursor.column("reversal_indicator");
        reversalIdColumn = cursor.column("reversal_journal_id");
        currencyColumn = cursor.column("amount_currency");
        localCurrencyColumn = cursor.column("local_amount_currency");
        reportingCurrencyColumn = cursor.column("reporting_amount_currency");
        documentTypeColumn = cursor.column("source_document_type");
        documentColumn = cursor.column("source_document_id");
    }

    int idColumn() {
        return idColumn;
    }

    int companyColumn() {
        return companyColumn;
    }

    int yearColumn() {
        return yearColumn;
    }

    int periodColumn() {
        return periodColumn;
    }

    /** Whether the entry is one of a company and a period. */
    boolean isInBooks() {
        return company != LongIndex.NONE && slot != JournalTotals.NO_SLOT;
    }

    /** Reads the header; a value without the form of its type is an exception. */
    void read(TableCursor cursor, Books books) {
        row = cursor.row();
        id = cursor.hash(idColumn);
        companyHash = cursor.hash(companyColumn);
        company = books.company(companyHash);
        readId(cursor.fields());
        if (!cursor.is(sourceColumn, lastSource)) {
            source = cursor.text(sourceColumn);
            lastSource = source.getBytes(StandardCharsets.UTF_8);
        }
        enteredBy = cursor.hash(enteredByColumn);
        approvedBy = cursor.hash(approvedByColumn);
        reversalId = cursor.hash(reversalIdColumn);
        currency = cursor.hash(currencyColumn);
        localCurrency = cursor.hash(localCurrencyColumn);
        reportingCurrency = cursor.hash(reportingCurrencyColumn);
        documentType = cursor.hash(documentTypeColumn);
        document = cursor.hash(documentColumn);
        year = cursor.integer(yearColumn);
        period = cursor.integer(periodColumn);
        slot = JournalTotals.slotOrNone(year, period);
        documentDate = cursor.date(documentDateColumn);
        effectiveDate = cursor.date(effectiveDateColumn);
        enteredDate = cursor.date(enteredDateColumn);
        hasApprovalDate = !cursor.isNull(approvedDateColumn);
        approvedDate = hasApprovalDate ? cursor.date(approvedDateColumn) : 0;
        reversal = cursor.bool(reversalColumn);
    }

    /** An id is company, fiscal year and a number of digits, with hyphens between them. */
    private void readId(Row fields) {
        byte[] bytes = fields.source(idColumn);
        int start = fields.start(idColumn);
        int at = fields.end(idColumn);
        number = 0;
        long unit = 1;
        while (at > start && bytes[at - 1] >= '0' && bytes[at - 1] <= '9' && unit <= 1_000_000_000_000L) {
            number += unit * (bytes[--at] - '0');
            unit *= 10;
        }
        wellFormedId = unit > 1 && at > start && bytes[at - 1] == '-' && hasPrefix(fields, bytes, start, at - 1);
        series = Hash.of(bytes, start, Math.max(start, at));
    }

    private boolean hasPrefix(Row fields, byte[] bytes, int start, int end) {
        int companyLength = fields.end(companyColumn) - fields.start(companyColumn);
        int yearLength = fields.end(yearColumn) - fields.start(yearColumn);
        return end - start == companyLength + 1 + yearLength
                && bytes[start + companyLength] == '-'
                && Arrays.equals(
                        bytes,
                        start,
                        start + companyLength,
                        fields.source(companyColumn),
                        fields.start(companyColumn),
                        fields.end(companyColumn))
                && Arrays.equals(
                        bytes,
                        start + companyLength + 1,
                        end,
                        fields.source(yearColumn),
                        fields.start(yearColumn),
                        fields.end(yearColumn));
    }
}
