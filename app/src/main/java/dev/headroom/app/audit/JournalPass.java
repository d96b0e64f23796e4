package dev.headroom.app.audit;

import dev.headroom.app.audit.Books.Control;
import dev.headroom.table.TableSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Goes through the journal entry by entry: proves what an entry has to hold by itself, adds it up, and tells relations of it. */
final class JournalPass {
    private static final byte[] DEBIT = {'D'};
    private static final byte[] CREDIT = {'C'};

    private final Books books;
    private final RuleFindings findings;
    private final EntryRules rules;
    private final JournalTotals totals;
    private final Joins joins;
    private final Facts.Teller teller;
    private final References references;
    private final TableCursor cursor;
    private final TableSchema schema;
    private final RowCheck rowCheck;
    private final EntryNumbers numbers;
    private final EntryHeader header;
    private final EntrySums sums = new EntrySums();
    private final EntryExchange exchange;
    /** The entry's first line. */
    private final Row first;

    private final int[] sharedColumns;
    private final Map<Long, Integer> roles = new HashMap<>();
    private final Referrals documents;
    private final long customerInvoice = Hash.of("customer_invoice");
    private final long payrollRun = Hash.of("payroll_run");
    private final long depreciationRun = Hash.of("depreciation_run");
    private final long salesOrder = Hash.of("sales_order");
    private final long taxReturn = Hash.of("tax_return");
    /** What the entry at hand posts, by account, if it is one of a tax return. */
    private final Sums taxes = new Sums(1);

    private final int lineColumn;
    private final int accountColumn;
    private final int sideColumn;
    private final int amountColumn;
    private final int localColumn;
    private final int reportingColumn;

    private boolean begun;
    private boolean readable;
    private int writtenSlot;
    private int writtenCompany;
    private long lines;

    JournalPass(
            TableCursor cursor,
            TableSchema schema,
            Books books,
            Staff staff,
            ExchangeRates rates,
            Joins joins,
            Facts.Teller teller,
            References references,
            Sorter.Appender appender,
            JournalTotals totals,
            RuleFindings findings)
            throws IOException {
        this.cursor = cursor;
        this.schema = schema;
        this.books = books;
        this.joins = joins;
        this.teller = teller;
        this.references = references;
        this.totals = totals;
        this.findings = findings;
        this.rules = new EntryRules(books, staff, findings);
        this.rowCheck = new RowCheck(schema, references, appender, findings);
        this.documents = new Referrals(references, schema.name(), appender);
        this.numbers = new EntryNumbers(findings);
        this.header = new EntryHeader(cursor);
        this.exchange = new EntryExchange(rates, joins.invoiceEntries, teller, findings);
        this.first = new Row(schema.columns().size());
        this.sharedColumns = IntStream.range(0, schema.columns().size())
                .filter(i -> Labels.isShared(schema.columns().get(i)))
                .toArray();
        this.lineColumn = cursor.column("journal_id_line_number");
        this.accountColumn = cursor.column("gl_account_number");
        this.sideColumn = cursor.column("amount_credit_debit_indicator");
        this.amountColumn = cursor.column("amount");
        this.localColumn = cursor.column("local_amount");
        this.reportingColumn = cursor.column("reporting_amount");
        for (int i = 0; i < EntryPosting.TYPES.size(); i++) {
            roles.put(Hash.of(EntryPosting.TYPES.get(i)), EntryPosting.GOODS_RECEIPT + i);
        }
    }

    void run() throws IOException {
        while (cursor.next()) {
            if (!begun || cursor.hash(header.idColumn()) != header.id) {
                finishEntry();
                beginEntry();
            } else {
                sums.sound &= rowCheck.checkLine(cursor);
            }
            lines++;
            takeLine();
        }
        finishEntry();
        rules.end();
        rowCheck.end();
        documents.end();
        findings.checked(Rule.ENTRY_LINES, lines);
        findings.checked(Rule.LINE_SIDES, lines);
    }

    private void beginEntry() throws IOException {
        begun = true;
        readable = false;
        sums.clear();
        taxes.clear();
        sums.sound = rowCheck.check(cursor);
        first.clear();
        header.id = cursor.hash(header.idColumn());
        writtenCompany = books.company(cursor.hash(header.companyColumn()));
        writtenSlot = slot();
    }

    /** The slot of the row as it stands; {@link JournalTotals#NO_SLOT} if it has none. */
    private int slot() {
        try {
            return JournalTotals.slotOrNone(cursor.integer(header.yearColumn()), cursor.integer(header.periodColumn()));
        } catch (MalformedValueException e) {
            return JournalTotals.NO_SLOT;
        }
    }

    private void takeLine() throws IOException {
        long writtenAccount = cursor.hash(accountColumn);
        long writtenLocal = 0;
        long writtenReporting = 0;
        boolean countable = false;
        try {
            long sign = sign();
            writtenLocal = sign * cursor.decimal(localColumn, 2);
            writtenReporting = sign * cursor.decimal(reportingColumn, 2);
            int account = books.account(writtenAccount);
            countable = writtenSlot >= 0 && account != LongIndex.NONE && writtenCompany != LongIndex.NONE;
            if (countable) {
                totals.add(JournalTotals.key(writtenCompany, writtenSlot, account), writtenLocal, writtenReporting);
            }
        } catch (MalformedValueException e) {
            // Has been told; what does not count does not balance either.
            sums.sound = false;
        }
        try {
            boolean altered = cursor.undoAnomalies();
            if (altered && countable) {
                totals.addExcess(
                        JournalTotals.key(writtenCompany, writtenSlot, books.account(writtenAccount)),
                        writtenLocal,
                        writtenReporting,
                        1);
            }
            takeCleanLine(altered);
        } catch (MalformedValueException e) {
            sums.sound = false;
        }
    }

    private long sign() {
        return cursor.is(sideColumn, CREDIT) ? -1 : 1;
    }

    private void takeCleanLine(boolean altered) throws IOException {
        if (sums.lines++ == 0) {
            first.copy(cursor.fields());
            header.read(cursor, books);
            readable = true;
            exchange.begin(header);
            numbers.take(header);
            tellDocument();
        } else {
            compareHeader();
        }
        long line = cursor.integer(lineColumn);
        if (line != sums.lines) {
            findings.violation(
                    Rule.ENTRY_LINES,
                    schema.name(),
                    cursor.row(),
                    "line " + line + " stands where " + sums.lines + " should");
        }
        long amount = cursor.decimal(amountColumn, 2);
        long local = cursor.decimal(localColumn, 2);
        long reporting = cursor.decimal(reportingColumn, 2);
        boolean hasSide = cursor.is(sideColumn, DEBIT) || cursor.is(sideColumn, CREDIT);
        if (!hasSide || amount <= 0 || local <= 0 || reporting <= 0) {
            findings.violation(
                    Rule.LINE_SIDES,
                    schema.name(),
                    cursor.row(),
                    "its side is '" + cursor.text(sideColumn) + "', its amounts are " + Amounts.text(amount) + ", "
                            + Amounts.text(local) + " and " + Amounts.text(reporting));
        }
        long hash = cursor.hash(accountColumn);
        int account = books.account(hash);
        if (account == LongIndex.NONE) {
            sums.sound = false;
            return;
        }
        long sign = sign();
        sums.add(books.account(account), hash, sign * amount, sign * local, sign * reporting);
        Control control = books.account(account).control();
        if (!readable) {
            return;
        }
        if (header.documentType == taxReturn) {
            taxes.add(account, 0, sign * local);
        }
        if (header.isInBooks() && header.source.equals("revaluation")) {
            joins.foreignDebts.value(header.company, header.slot, books.account(account), sign * local, cursor.row());
        }
        exchange.add(header, control == Control.AP || control == Control.AR, amount, local, reporting, cursor.row());
        if (altered && header.company != LongIndex.NONE) {
            int slot = slot();
            if (slot >= 0) {
                totals.addExcess(JournalTotals.key(header.company, slot, account), sign * local, sign * reporting, -1);
            }
        }
    }

    private void compareHeader() {
        Row row = cursor.fields();
        for (int column : sharedColumns) {
            if (!row.sameValue(column, first, column)) {
                findings.violation(
                        Rule.ENTRY_LINES,
                        schema.name(),
                        cursor.row(),
                        schema.columns().get(column).name() + " is not that of the entry's first line");
                return;
            }
        }
    }

    /** The document that an entry is of has to be there. */
    private void tellDocument() throws IOException {
        if (header.document == 0) {
            return;
        }
        String target = references.keyOfType(header.documentType);
        if (!target.isEmpty()) {
            documents.tell("source_document_id", target, header.document, header.row);
        }
    }

    private void finishEntry() throws IOException {
        if (!begun || !readable) {
            return;
        }
        if (sums.sound) {
            rules.check(header, sums);
            exchange.end(header, sums);
            tellForeignInvoice();
        } else {
            findings.violation(
                    Rule.ENTRY_BALANCE, schema.name(), header.row, "a line of it has no account or amount to count");
        }
        if (header.reversalId != 0) {
            teller.tell(
                    joins.reversals,
                    Reversals.pair(header.id, header.reversalId),
                    0,
                    header.row,
                    header.id,
                    sums.digest,
                    sums.localDigest,
                    sums.reportingDigest,
                    header.effectiveDate,
                    exchange.holdsAtItsOwnRate() ? 1 : 0);
        }
        if (header.document != 0 && header.documentType == payrollRun) {
            tellEntryOfRun(joins.payrollRuns, "payroll_lines", Control.PAYROLL);
        } else if (header.document != 0 && header.documentType == depreciationRun) {
            tellEntryOfRun(joins.depreciationRuns, "depreciation_lines", Control.FIXED_ASSETS);
        } else if (header.document != 0 && header.documentType == salesOrder) {
            tellProduction();
        } else if (header.document != 0 && header.documentType == taxReturn) {
            tellTax();
        } else if (header.document != 0) {
            tellEntry();
        }
        if (sums.deferred != 0 && header.documentType == customerInvoice) {
            teller.tell(
                    joins.deferredRevenue,
                    header.document,
                    DeferredRevenue.POSTED,
                    header.row,
                    sums.deferred,
                    header.effectiveDate);
        }
    }

    private void tellForeignInvoice() {
        boolean invoice = sums.transactionAp != 0 || sums.transactionAr != 0;
        if (invoice && header.currency != header.localCurrency && header.isInBooks()) {
            joins.foreignDebts.owe(
                    header.company,
                    header.slot,
                    header.currency,
                    sums.transactionAp + sums.transactionAr,
                    sums.control(Control.AP) + sums.control(Control.AR));
        }
    }

    private void tellProduction() throws IOException {
        teller.tell(
                joins.production,
                header.document,
                Production.ENTRY,
                header.row,
                header.effectiveDate,
                header.slot,
                sums.stockDebits,
                sums.stockDebits - sums.control(Control.INVENTORY));
    }

    /** A return posts to accounts of tax alone, its payment to the bank too. */
    private void tellTax() throws IOException {
        boolean payment = sums.control(Control.BANK) != 0;
        for (int i = 0; i < taxes.size(); i++) {
            int account = (int) taxes.key(i);
            long amount = taxes.get(account, 0);
            if (amount == 0 || books.account(account).control() != Control.TAX) {
                continue;
            }
            if (!payment && header.isInBooks()) {
                totals.addReturned(JournalTotals.key(header.company, header.slot, account), amount);
            }
            teller.tell(
                    joins.taxReturns,
                    header.document,
                    payment ? TaxReturns.PAYMENT : TaxReturns.RETURN,
                    header.row,
                    account,
                    amount,
                    Fact.pack(header.effectiveDate, header.companyHash));
        }
    }

    private void tellEntryOfRun(MonthlyRuns runs, String lineTable, Control posted) throws IOException {
        if (references.tables().has(lineTable)) {
            teller.tell(
                    runs,
                    header.document,
                    MonthlyRuns.ENTRY,
                    header.row,
                    header.id,
                    Fact.pack(header.effectiveDate, header.companyHash),
                    sums.control(posted));
        }
    }

    private void tellEntry() throws IOException {
        teller.tell(
                joins.entries,
                header.id,
                EntryPosting.ENTRY,
                header.row,
                Hash.of(header.documentType, header.document),
                Fact.pack(header.effectiveDate, header.companyHash),
                role(),
                sums.transactionAp,
                sums.transactionAr,
                sums.transactionTax);
        teller.tell(
                joins.entries,
                header.id,
                EntryPosting.LOCAL,
                header.row,
                sums.control(Control.AP),
                sums.control(Control.AR),
                sums.control(Control.GRIR),
                sums.control(Control.BANK),
                sums.control(Control.INVENTORY));
    }

    private int role() {
        @Nullable Integer role = roles.get(header.documentType);
        return role == null ? 0 : role;
    }
}
