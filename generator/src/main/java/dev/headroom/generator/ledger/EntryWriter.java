package dev.headroom.generator.ledger;

import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.quality.TableQuality;
import dev.headroom.table.BooleanVector;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TextDictionary;
import dev.headroom.table.TextVector;
import org.jspecify.annotations.Nullable;

/** Writes drafts as rows of {@link JournalEntries}: the header once for each batch that has lines of the entry. Not thread-safe. */
public final class EntryWriter {
    private static final TextDictionary SIDES = TextDictionary.of("D", "C");

    private final TableOutput output;
    private final @Nullable TableQuality quality;
    private final RecordBatch batch;
    private final JournalIds ids;
    private final Companies companies;
    private final int groupCurrencyCode;
    private final Ids costCenterIds;
    private final Ids vendorIds;
    private final Ids customerIds;

    private final TextVector journalId;
    private final LongVector lineNumber;
    private final TextVector businessUnit;
    private final LongVector fiscalYear;
    private final LongVector period;
    private final TextVector documentType;
    private final TextVector source;
    private final IntVector documentDate;
    private final IntVector effectiveDate;
    private final IntVector enteredDate;
    private final IntVector enteredTime;
    private final TextVector enteredBy;
    private final TextVector approvedBy;
    private final IntVector approvedDate;
    private final TextVector lastModifiedBy;
    private final IntVector lastModifiedDate;
    private final TextVector headerText;
    private final BooleanVector reversalIndicator;
    private final TextVector reversalId;
    private final TextVector currency;
    private final TextVector localCurrency;
    private final TextVector groupCurrency;
    private final TextVector sourceDocumentType;
    private final TextVector sourceDocument;
    private final TextVector account;
    private final TextVector side;
    private final LongVector amount;
    private final LongVector localAmount;
    private final LongVector groupAmount;
    private final TextVector costCenter;
    private final TextVector vendor;
    private final TextVector customer;
    private final TextVector lineText;

    /**
     * Makes a writer.
     *
     * @param output of {@link JournalEntries#SCHEMA}; nothing else writes to it
     * @param quality issues of the table, for ranges that have any; null if none has
     */
    public EntryWriter(TableOutput output, Masters master, @Nullable TableQuality quality) {
        this.output = output;
        this.quality = quality;
        this.batch = output.batch();
        this.companies = master.companies();
        this.ids = new JournalIds(companies.codes());
        this.groupCurrencyCode = master.groupCurrency();
        this.costCenterIds = master.costCenters().ids();
        this.vendorIds = master.vendors().ids();
        this.customerIds = master.customers().ids();
        journalId = batch.texts("journal_id");
        lineNumber = batch.longs("journal_id_line_number");
        businessUnit = texts("business_unit_code", companies.codes());
        fiscalYear = batch.longs("fiscal_year");
        period = batch.longs("period");
        documentType = texts("document_type", EntryKind.DOCUMENT_TYPES);
        source = texts("source", EntryKind.SOURCES);
        documentDate = batch.ints("document_date");
        effectiveDate = batch.ints("effective_date");
        enteredDate = batch.ints("entered_date");
        enteredTime = batch.ints("entered_time");
        enteredBy = batch.texts("entered_by");
        approvedBy = batch.texts("approved_by");
        approvedDate = batch.ints("approved_date");
        lastModifiedBy = batch.texts("last_modified_by");
        lastModifiedDate = batch.ints("last_modified_date");
        headerText = texts("je_header_description", JournalTexts.HEADERS);
        reversalIndicator = batch.booleans("reversal_indicator");
        reversalId = batch.texts("reversal_journal_id");
        currency = texts("amount_currency", Currencies.codes());
        localCurrency = texts("local_amount_currency", Currencies.codes());
        groupCurrency = texts("reporting_amount_currency", Currencies.codes());
        sourceDocumentType = texts("source_document_type", DocumentType.NAMES);
        sourceDocument = batch.texts("source_document_id");
        account = texts("gl_account_number", master.accounts().numbers());
        side = texts("amount_credit_debit_indicator", SIDES);
        amount = batch.longs("amount");
        localAmount = batch.longs("local_amount");
        groupAmount = batch.longs("reporting_amount");
        costCenter = batch.texts("cost_center_id");
        vendor = batch.texts("vendor_id");
        customer = batch.texts("customer_id");
        lineText = texts("je_line_description", JournalTexts.LINES);
        enteredBy.useDictionary(master.employees().users());
        approvedBy.useDictionary(master.employees().users());
        lastModifiedBy.useDictionary(master.employees().users());
        costCenterIds.bind(costCenter);
        vendorIds.bind(vendor);
        customerIds.bind(customer);
    }

    private TextVector texts(String column, TextDictionary dictionary) {
        TextVector vector = batch.texts(column);
        vector.useDictionary(dictionary);
        return vector;
    }

    /** Writes an entry; may hand on batches. */
    public void write(EntryDraft draft) {
        if (quality != null && output.isOverlaid()) {
            writeWithIssues(draft, quality);
            return;
        }
        for (int line = 0; line < draft.lineCount; ) {
            int rows = Math.min(output.room(), draft.lineCount - line);
            writeRows(draft, line, rows);
            line += rows;
        }
    }

    private void writeWithIssues(EntryDraft draft, TableQuality issues) {
        int duplicated = issues.nextDuplicate(draft.key, 0, draft.lineCount);
        for (int line = 0; line < draft.lineCount; ) {
            int end = Math.min(duplicated + 1, draft.lineCount);
            int rows = Math.min(output.room(), end - line);
            int row = writeRows(draft, line, rows);
            issues.rowsWritten(draft.key, batch.groupCount() - 1, row, line, rows);
            line += rows;
            if (line == duplicated + 1) {
                output.room();
                int duplicate = writeRows(draft, duplicated, 1);
                issues.duplicateWritten(draft.key, batch.groupCount() - 1, duplicate, duplicated);
                duplicated = issues.nextDuplicate(draft.key, line, draft.lineCount);
            }
        }
    }

    /** Writes lines, for which the batch has room, as a group of rows, and returns the first row. */
    private int writeRows(EntryDraft draft, int line, int rows) {
        writeHeader(draft, batch.beginGroup());
        int row = batch.addRows(rows);
        writeLines(draft, line, row, rows);
        return row;
    }

    private void writeHeader(EntryDraft draft, int group) {
        journalId.setCode(group, ids.add(journalId.local(), draft));
        businessUnit.setCode(group, draft.company);
        fiscalYear.set(group, draft.fiscalYear);
        period.set(group, draft.period);
        documentType.setCode(group, draft.kind.code());
        source.setCode(group, draft.kind.code());
        documentDate.set(group, draft.documentDate);
        effectiveDate.set(group, draft.effectiveDate);
        enteredDate.set(group, draft.enteredDate);
        enteredTime.set(group, draft.enteredTime);
        enteredBy.setCode(group, draft.enteredBy);
        if (draft.approvedBy == EntryDraft.NONE) {
            approvedBy.setNull(group);
        } else {
            approvedBy.setCode(group, draft.approvedBy);
        }
        if (draft.approvedDate == EntryDraft.NONE) {
            approvedDate.setNull(group);
        } else {
            approvedDate.set(group, draft.approvedDate);
        }
        lastModifiedBy.setCode(group, draft.lastModifiedBy);
        lastModifiedDate.set(group, draft.lastModifiedDate);
        headerText.setCode(group, draft.headerText);
        boolean reversal = draft.reversalNumber != 0;
        reversalIndicator.set(group, reversal);
        if (reversal) {
            reversalId.setCode(
                    group, ids.add(reversalId.local(), draft.company, draft.reversalYear, draft.reversalNumber));
        } else {
            reversalId.setNull(group);
        }
        currency.setCode(group, draft.currency);
        localCurrency.setCode(group, companies.currency(draft.company));
        groupCurrency.setCode(group, groupCurrencyCode);
        if (draft.documentType == EntryDraft.NONE) {
            sourceDocumentType.setNull(group);
            sourceDocument.setNull(group);
        } else {
            sourceDocumentType.setCode(group, draft.documentType);
            sourceDocument.setCode(
                    group, DocumentType.addId(draft.documentType, sourceDocument.local(), draft.document));
        }
    }

    private void writeLines(EntryDraft draft, int firstLine, int firstRow, int rows) {
        System.arraycopy(draft.account, firstLine, account.codes(), firstRow, rows);
        System.arraycopy(draft.lineText, firstLine, lineText.codes(), firstRow, rows);
        copySizes(draft.amount, firstLine, amount.values(), firstRow, rows);
        copySizes(draft.localAmount, firstLine, localAmount.values(), firstRow, rows);
        copySizes(draft.groupAmount, firstLine, groupAmount.values(), firstRow, rows);
        long[] lineNumbers = lineNumber.values();
        int[] sides = side.codes();
        for (int i = 0; i < rows; i++) {
            lineNumbers[firstRow + i] = firstLine + i + 1L;
            sides[firstRow + i] = (int) (draft.amount[firstLine + i] >>> 63);
        }
        writeIds(costCenterIds, costCenter, firstRow, draft.costCenter, firstLine, rows);
        writeIds(vendorIds, vendor, firstRow, draft.vendor, firstLine, rows);
        writeIds(customerIds, customer, firstRow, draft.customer, firstLine, rows);
    }

    private static void writeIds(Ids ids, TextVector vector, int firstRow, int[] indexes, int firstLine, int rows) {
        int all = EntryDraft.NONE;
        for (int i = 0; i < rows; i++) {
            all &= indexes[firstLine + i];
        }
        // Every bit is set in none alone, and most entries have no partner in any line.
        if (all == EntryDraft.NONE) {
            vector.setNulls(firstRow, rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            setId(ids, vector, firstRow + i, indexes[firstLine + i]);
        }
    }

    private static void copySizes(long[] from, int fromIndex, long[] to, int toIndex, int count) {
        for (int i = 0; i < count; i++) {
            to[toIndex + i] = Math.abs(from[fromIndex + i]);
        }
    }

    private static void setId(Ids ids, TextVector vector, int row, int index) {
        if (index == EntryDraft.NONE) {
            vector.setNull(row);
        } else {
            ids.set(vector, row, index);
        }
    }
}
