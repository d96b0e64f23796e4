package dev.headroom.app.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the journal entry by entry, as it was before issues of data quality were injected. Used by one thread. */
final class EntryReader {
    /** Is shown each line, of the entry at hand. */
    interface LineObserver {
        void line(EntryFacts entry, Line line) throws IOException;
    }

    /** A line: its account, side and amounts. */
    static final class Line {
        long account;
        boolean debit;
        long amount;
        long localAmount;
        long vendor;
        Books.Account chart = Books.Account.UNKNOWN;
    }

    private static final EntryFacts.Posted[] POSTED = EntryFacts.Posted.values();
    private static final byte[] DEBIT = "D".getBytes(StandardCharsets.US_ASCII);
    private static final long THOUSAND = 1_000_00;
    private static final Set<String> PHRASES =
            Set.of("Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt");

    /** About what a dollar is worth, for currencies of other sizes; limits and round amounts are so many times larger in them. */
    private static final Map<String, Long> SCALES = new HashMap<>();

    static {
        for (String scale :
                ("JPY 200,AUD 2,NZD 2,SEK 10,NOK 10,DKK 5,PLN 5,CZK 20,HUF 500,RON 5,BGN 2,TRY 50,CNY 10,HKD 10,INR 100,"
                                + "KRW 1000,MXN 20,BRL 5,ZAR 20,ILS 5,AED 5,SAR 5,THB 50,MYR 5")
                        .split(",", -1)) {
            SCALES.put(scale.substring(0, 3), Long.parseLong(scale.substring(4)));
        }
    }

    private final TableCursor cursor;
    private final Books books;
    private final SuspiciousVendors suspicious;
    private final EntryLabels labels;
    private final LineObserver observer;
    private final EntryFacts entry = new EntryFacts();
    private final Line line = new Line();
    private final LongIndex texts = new LongIndex();
    private final List<String> knownTexts = new ArrayList<>();
    private final int id;
    private final int company;
    private final int year;
    private final int period;
    private final int type;
    private final int source;
    private final int documentDate;
    private final int effectiveDate;
    private final int enteredDate;
    private final int enteredTime;
    private final int enteredBy;
    private final int approvedBy;
    private final int description;
    private final int currency;
    private final int localCurrency;
    private final int document;
    private final int account;
    private final int side;
    private final int amount;
    private final int localAmount;
    private final int costCenter;
    private final int vendor;
    private boolean pending;

    EntryReader(
            TableCursor cursor, Books books, SuspiciousVendors suspicious, EntryLabels labels, LineObserver observer)
            throws IOException {
        this.cursor = cursor;
        this.books = books;
        this.suspicious = suspicious;
        this.labels = labels;
        this.observer = observer;
        id = cursor.column("journal_id");
        company = cursor.column("business_unit_code");
        year = cursor.column("fiscal_year");
        period = cursor.column("period");
        type = cursor.column("document_type");
        source = cursor.column("source");
        documentDate = cursor.column("document_date");
        effectiveDate = cursor.column("effective_date");
        enteredDate = cursor.column("entered_date");
        enteredTime = cursor.column("entered_time");
        enteredBy = cursor.column("entered_by");
        approvedBy = cursor.column("approved_by");
        description = cursor.column("je_header_description");
        currency = cursor.column("amount_currency");
        localCurrency = cursor.column("local_amount_currency");
        document = cursor.column("source_document_id");
        account = cursor.column("gl_account_number");
        side = cursor.column("amount_credit_debit_indicator");
        amount = cursor.column("amount");
        localAmount = cursor.column("local_amount");
        costCenter = cursor.column("cost_center_id");
        vendor = cursor.column("vendor_id");
        pending = cursor.next();
    }

    /** The next entry, which is the same object each time; null after the last. */
    @Nullable
    EntryFacts next() throws IOException {
        if (!pending) {
            return null;
        }
        begin();
        do {
            addLine();
            pending = cursor.next();
        } while (pending && cursor.hash(id) == entry.id);
        return entry;
    }

    private void begin() throws IOException {
        entry.clear();
        entry.id = cursor.hash(id);
        entry.company = cursor.hash(company);
        entry.fiscalYear = (int) cursor.integer(year);
        entry.period = (int) cursor.integer(period);
        entry.documentType = known(type);
        entry.sourceText = known(source);
        entry.source = switch (entry.sourceText) {
            case "manual" -> EntryFacts.Source.MANUAL;
            case "interface" -> EntryFacts.Source.INTERFACE;
            case "recurring" -> EntryFacts.Source.RECURRING;
            case "adjustment" -> EntryFacts.Source.ADJUSTMENT;
            case "purchasing", "sales" -> EntryFacts.Source.DOCUMENT;
            default -> EntryFacts.Source.RUN;
        };
        entry.number = number();
        entry.documentDate = cursor.date(documentDate);
        entry.effectiveDate = cursor.date(effectiveDate);
        entry.enteredDate = cursor.date(enteredDate);
        entry.enteredTime = cursor.time(enteredTime);
        entry.enteredBy = cursor.hash(enteredBy);
        entry.approvedBy = cursor.hash(approvedBy);
        entry.vague = entry.source == EntryFacts.Source.MANUAL && PHRASES.contains(cursor.text(description));
        entry.scale = SCALES.getOrDefault(known(currency), 1L);
        entry.localScale = SCALES.getOrDefault(known(localCurrency), 1L);
        entry.localUnit = CurrencyUnits.of(cursor.hash(localCurrency));
        entry.document = cursor.hash(document);
        entry.kind = labels.kind(entry.id);
    }

    /** The number in the entry's id, which ends with it. */
    private long number() {
        String text = cursor.text(id);
        long number = 0;
        for (int i = text.lastIndexOf('-') + 1; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedValueException("'" + text + "' does not end with a number");
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** A text of which there are few. */
    private String known(int column) {
        int index = texts.add(cursor.hash(column));
        if (index == knownTexts.size()) {
            knownTexts.add(cursor.text(column));
        }
        return knownTexts.get(index);
    }

    private void addLine() throws IOException {
        line.account = cursor.hash(account);
        line.debit = cursor.is(side, DEBIT);
        line.amount = cursor.decimal(amount, 2);
        line.localAmount = cursor.decimal(localAmount, 2);
        line.vendor = cursor.hash(vendor);
        line.chart = chart(line.account);
        entry.lines++;
        entry.balance += line.debit ? line.amount : -line.amount;
        entry.largest = Math.max(entry.largest, line.amount);
        entry.vendor = entry.vendor == 0 ? line.vendor : entry.vendor;
        if (line.debit) {
            entry.debitLines++;
            entry.localDebits += line.localAmount;
            entry.debitAccount = line.account;
        } else {
            entry.creditAccount = line.account;
        }
        // The order of lines does not matter.
        entry.fingerprint += Hash.of(line.account, 2 * line.amount + (line.debit ? 1 : 0));
        entry.firstDigits[firstDigit(line.amount)]++;
        if (entry.document != 0) {
            addPosted();
        }
        mark();
        observer.line(entry, line);
    }

    private Books.Account chart(long number) {
        int account = books.account(number);
        return account == LongIndex.NONE ? Books.Account.UNKNOWN : books.account(account);
    }

    private void addPosted() {
        for (EntryFacts.Posted account : POSTED) {
            if (account.has(line.chart)) {
                entry.posted[account.code()] += line.debit ? -line.amount : line.amount;
            }
        }
    }

    private void mark() {
        Books.Account chart = line.chart;
        if (line.amount % THOUSAND == 0) {
            entry.mark(EntryFacts.Mark.THOUSANDS);
        }
        if (line.vendor != 0 && suspicious.contains(line.vendor)) {
            entry.mark(EntryFacts.Mark.SUSPICIOUS_VENDOR);
        }
        switch (chart.type()) {
            case "ASSET" -> {
                if (!cursor.isNull(costCenter)) {
                    entry.mark(EntryFacts.Mark.CAPITALISED_COST);
                }
            }
            case "EQUITY" -> entry.mark(EntryFacts.Mark.EQUITY);
            case "REVENUE" -> entry.mark(EntryFacts.Mark.REVENUE);
            case "EXPENSE" -> entry.mark(EntryFacts.Mark.EXPENSE);
            default -> {}
        }
        switch (chart.name()) {
            case "Suspense" -> entry.mark(EntryFacts.Mark.SUSPENSE);
            case "Wages and Salaries" -> entry.mark(EntryFacts.Mark.WAGES);
            case "Legacy System Clearing" -> entry.mark(EntryFacts.Mark.DORMANT);
            default -> {}
        }
    }

    private static int firstDigit(long amount) {
        long digits = Math.abs(amount);
        while (digits >= 10) {
            digits /= 10;
        }
        return (int) digits;
    }
}
