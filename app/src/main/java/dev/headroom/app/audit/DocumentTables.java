package dev.headroom.app.audit;

import java.io.IOException;

/** What rows of documents say to relations, and what each has to hold by itself. One for each table and thread. */
abstract class DocumentTables {
    final TableCursor cursor;
    final String table;
    final Books books;
    final Staff staff;
    final Joins joins;
    final Facts.Teller teller;
    final RuleFindings findings;

    DocumentTables(TableCursor cursor, String table, Masters masters, Joins joins, Facts.Teller teller) {
        this.cursor = cursor;
        this.table = table;
        this.books = masters.books();
        this.staff = masters.staff();
        this.joins = joins;
        this.teller = teller;
        this.findings = masters.findings();
    }

    /** What is read first, and what is found goes to. */
    record Masters(Books books, Staff staff, Credit credit, RuleFindings findings) {}

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

    /** Only a document from before the ledger has no entry. */
    final void requireEntry(int journal, int day, long company) {
        if (cursor.isNull(journal) && day >= firstDay(company)) {
            findings.violation(
                    Rule.ENTRY_DOCUMENTS, table, cursor.row(), "it is dated within the ledger and names no entry");
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

    /** The key of a line of a document. */
    static long line(long document, long number) {
        return Hash.of(document, number);
    }
}
