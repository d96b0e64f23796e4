package dev.headroom.app.audit;

import java.io.IOException;

/** What rows of documents say to relations, and what each has to hold by itself. One for each table and thread. */
abstract class DocumentTables {
    final TableCursor cursor;
    final String table;
    final Books books;
    final Staff staff;
    final ExchangeRates rates;
    final Materials materials;
    private final Partners partners;
    private final TaxShares taxShares;
    final Joins joins;
    final Facts.Teller teller;
    final RuleFindings findings;

    DocumentTables(TableCursor cursor, String table, Masters masters, Joins joins, Facts.Teller teller) {
        this.cursor = cursor;
        this.table = table;
        this.books = masters.books();
        this.staff = masters.staff();
        this.rates = masters.rates();
        this.materials = masters.materials();
        this.partners = masters.partners();
        this.taxShares = new TaxShares(books.companyCount());
        this.joins = joins;
        this.teller = teller;
        this.findings = masters.findings();
    }

    /** What is read first, and what is found goes to. */
    record Masters(
            Books books,
            Staff staff,
            Credit credit,
            ExchangeRates rates,
            Materials materials,
            Partners partners,
            RuleFindings findings) {}

    final int column(String name) throws IOException {
        return cursor.column(name);
    }

    /** What stands for a document of a type. */
    static long document(String type, long id) {
        return Hash.of(Hash.of(type), id);
    }

    /** The first day of a company's books, by the hash of its code; a day that nothing is before if there is none. */
    final int firstDay(long company) {
        int number = books.company(company);
        return number == LongIndex.NONE ? Integer.MIN_VALUE : books.firstDay(number);
    }

    /** The last day of a company's books, by the hash of its code; a day that nothing is after if there is none. */
    final int lastDay(long company) {
        int number = books.company(company);
        return number == LongIndex.NONE ? Integer.MAX_VALUE : books.lastDay(number);
    }

    /** The currency of a company, by the hash of its code; 0 if there is none. */
    final long currencyOf(long company) {
        int number = books.company(company);
        return number == LongIndex.NONE ? 0 : books.company(number).currency();
    }

    /** The currency of a document of a day within the ledger that is not in the company's; 0 for all others. */
    private long foreignWithin(long company, int day, long currency) {
        boolean foreign = currency != currencyOf(company) && books.company(company) != LongIndex.NONE;
        return foreign && day >= firstDay(company) ? currency : 0;
    }

    /** What is said of a debt to or from a partner. */
    final int traits(int flags, long partner, long currency) {
        int whole = CurrencyUnits.of(currency) > 1 ? Debts.WHOLE : 0;
        return Debts.traits(flags | whole, partners.discount(partner), partners.days(partner));
    }

    /** A document has the rate of its month. */
    final void checkRate(long company, long currency, int day, long rate) {
        if (!rates.areThere()) {
            return;
        }
        findings.checked(Rule.DOCUMENT_RATES, 1);
        long expected = rates.rate(currency, currencyOf(company), day);
        if (rate != expected) {
            findings.violation(
                    Rule.DOCUMENT_RATES,
                    table,
                    cursor.row(),
                    "its rate is " + ConvertedLines.text(rate) + ", that of its month "
                            + ConvertedLines.text(expected));
        }
    }

    /** What passes through the bank is at the rate of its month. */
    private void checkPaid(long company, long currency, int day, long amount, long local) {
        if (!rates.areThere()) {
            return;
        }
        findings.checked(Rule.DOCUMENT_RATES, 1);
        long own = currencyOf(company);
        long rate = rates.rate(currency, own, day);
        boolean agrees =
                currency == own ? amount == local : Conversion.agrees(amount, rate, local, CurrencyUnits.of(own));
        if (!agrees) {
            findings.violation(
                    Rule.DOCUMENT_RATES,
                    table,
                    cursor.row(),
                    "at the rate of its month, " + ConvertedLines.text(rate) + ", " + Amounts.text(amount) + " is not "
                            + Amounts.text(local));
        }
    }

    /** Whether a user is the first manager upward of another whose limit covers an amount. */
    final boolean isApprover(long user, long creator, long amount) {
        return user != creator && user == staff.approver(creator, amount);
    }

    /** The period of a day in a company's books as one number; 0 for none. */
    final int slot(long company, int day) {
        int number = books.company(company);
        return number == LongIndex.NONE ? 0 : books.slot(number, day);
    }

    /** Only a document from before the ledger has no entry. */
    final void requireEntry(int journal, int day, long company) {
        if (cursor.isNull(journal) && day >= firstDay(company)) {
            findings.violation(
                    Rule.ENTRY_DOCUMENTS, table, cursor.row(), "it is dated within the ledger and names no entry");
        }
    }

    final void checkDue(int day, int due) {
        if (due < day) {
            findings.violation(
                    Rule.DOCUMENT_DATES, table, cursor.row(), "it is due on " + Days.text(due) + ", before its day");
        }
    }

    /** A credit memo, and nothing else, names the invoice that it credits. */
    final void requireCredited(boolean creditMemo, int credited) {
        if (creditMemo == cursor.isNull(credited)) {
            String what = creditMemo ? "it does not name the invoice that it credits" : "it credits another invoice";
            findings.violation(Rule.VALUES, table, cursor.row(), what);
        }
    }

    final void checkProduct(int quantity, int price, int amount) {
        long expected = cursor.integer(quantity) * cursor.decimal(price, 2);
        findings.checked(Rule.LINE_AMOUNTS, 1);
        if (cursor.decimal(amount, 2) != expected) {
            findings.violation(
                    Rule.LINE_AMOUNTS,
                    table,
                    cursor.row(),
                    "its amount is " + Amounts.text(cursor.decimal(amount, 2)) + ", and quantity times price "
                            + Amounts.text(expected));
        }
    }

    final void checkGross(int net, int tax, int gross) {
        if (cursor.decimal(net, 2) + cursor.decimal(tax, 2) != cursor.decimal(gross, 2)) {
            findings.violation(
                    Rule.INVOICE_TOTALS,
                    table,
                    cursor.row(),
                    "its gross amount is " + Amounts.text(cursor.decimal(gross, 2)) + ", and net and tax "
                            + Amounts.text(cursor.decimal(net, 2) + cursor.decimal(tax, 2)));
        }
    }

    /** Partners of the company's own country are taxed alike, and others are not. */
    final void checkTax(long company, long partner, long currency, long net, long tax) {
        int number = books.company(company);
        if (number == LongIndex.NONE || net <= 0) {
            return;
        }
        findings.checked(Rule.INVOICE_TAXES, 1);
        if (books.company(number).country() != partners.country(partner)) {
            if (tax != 0) {
                findings.violation(
                        Rule.INVOICE_TAXES,
                        table,
                        cursor.row(),
                        "its tax is " + Amounts.text(tax) + ", and the partner is of another country");
            }
        } else if (!taxShares.agrees(number, net, tax, CurrencyUnits.of(currency))) {
            findings.violation(
                    Rule.INVOICE_TAXES,
                    table,
                    cursor.row(),
                    "its tax is " + Amounts.text(tax) + " of " + Amounts.text(net)
                            + ", which is another share than that of the company's invoices before it");
        }
    }

    /** Lines of orders. */
    final RowHandler orderLines(Relation totals, String orderId) throws IOException {
        int order = column(orderId);
        int number = column("line_number");
        int quantity = column("quantity");
        int price = column("unit_price");
        int amount = column("line_amount");
        return () -> {
            long key = cursor.hash(order);
            checkProduct(quantity, price, amount);
            teller.tell(
                    totals,
                    key,
                    OrderTotals.LINE,
                    cursor.row(),
                    cursor.decimal(amount, 2),
                    cursor.integer(quantity),
                    cursor.decimal(price, 2),
                    key,
                    cursor.integer(number));
        };
    }

    /** Payments to vendors, or what comes from customers, which is of one of several types. */
    final RowHandler paid(Relation relation, String document, String partnerId) throws IOException {
        int id = column(document + "_id");
        int type = cursor.find(document + "_type");
        int company = column("company_code");
        int partner = column(partnerId);
        int date = column(document + "_date");
        int currency = column("currency");
        int amount = column("amount");
        int local = column("local_amount");
        int journal = column("journal_id");
        return () -> {
            long key = cursor.hash(id);
            int day = cursor.date(date);
            long owner = cursor.hash(company);
            long sign = type < 0 ? 1 : signOf(cursor.text(type));
            requireEntry(journal, day, owner);
            if (sign != EntryPosting.WRITE_OFF) {
                checkPaid(owner, cursor.hash(currency), day, cursor.decimal(amount, 2), cursor.decimal(local, 2));
            }
            teller.tell(
                    relation,
                    key,
                    PostedDocument.HEADER,
                    cursor.row(),
                    sign,
                    Fact.pack(day, owner),
                    cursor.hash(journal),
                    cursor.decimal(amount, 2),
                    cursor.decimal(local, 2));
            teller.tell(
                    relation,
                    key,
                    PostedDocument.MORE,
                    cursor.row(),
                    document(document, key),
                    key,
                    foreignWithin(owner, day, cursor.hash(currency)),
                    books.company(owner),
                    Hash.of(Hash.of(owner, cursor.hash(partner)), cursor.hash(currency)),
                    slot(owner, day));
        };
    }

    private static long signOf(String type) {
        return switch (type) {
            case "write_off" -> EntryPosting.WRITE_OFF;
            case "refund" -> -1;
            default -> 1;
        };
    }

    /** What payments or receipts clear of invoices. */
    final RowHandler cleared(Relation relation, String documentId, String invoiceId) throws IOException {
        int document = column(documentId);
        int invoice = column(invoiceId);
        int amount = column("amount");
        int discount = column("discount_amount");
        int local = column("local_amount");
        return () -> teller.tell(
                relation,
                cursor.hash(document),
                PostedDocument.LINE,
                cursor.row(),
                cursor.hash(invoice),
                cursor.decimal(amount, 2),
                cursor.decimal(discount, 2),
                cursor.decimal(local, 2));
    }

    /** The key of a line of a document. */
    static long line(long document, long number) {
        return Hash.of(document, number);
    }
}
