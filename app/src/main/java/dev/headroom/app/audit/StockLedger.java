package dev.headroom.app.audit;

import java.io.IOException;

/** Stock by material and period: quantities continue from period to period, and what they are worth changes the accounts. */
final class StockLedger {
    private static final int SLOT = 0;
    private static final int QUANTITY = 1;
    private static final int VALUE = 2;

    private final Opener opener;
    private final Books books;
    private final Materials materials;
    private final RuleFindings findings;
    private final Sums last = new Sums(3);
    private final Sums changes = new Sums(1);

    StockLedger(Opener opener, Books books, Materials materials, RuleFindings findings) {
        this.opener = opener;
        this.books = books;
        this.materials = materials;
        this.findings = findings;
    }

    /** By how much the stock on an account changes in a period. */
    long change(long key) {
        return changes.get(key, 0);
    }

    void read(String table) throws IOException {
        try (TableCursor cursor = opener.open(table)) {
            int companyColumn = cursor.column("company_code");
            int material = cursor.column("material_id");
            int year = cursor.column("fiscal_year");
            int period = cursor.column("period");
            int account = cursor.column("gl_account_number");
            int beginning = cursor.column("beginning_quantity");
            int received = cursor.column("received_quantity");
            int issued = cursor.column("issued_quantity");
            int ending = cursor.column("ending_quantity");
            int cost = cursor.column("unit_cost");
            int value = cursor.column("ending_value");
            cursor.eachRow(() -> {
                int company = books.company(cursor.hash(companyColumn));
                int number = books.account(cursor.hash(account));
                if (company == LongIndex.NONE || number == LongIndex.NONE) {
                    findings.violation(Rule.REFERENCES, table, cursor.row(), "its company or account is not there");
                    return;
                }
                int slot = JournalTotals.slot(cursor.integer(year), cursor.integer(period));
                long key = Hash.of(cursor.hash(material), company);
                long start = cursor.integer(beginning);
                long end = cursor.integer(ending);
                long worth = cursor.decimal(value, 2);
                long unit = cursor.decimal(cost, 2);
                findings.checked(Rule.INVENTORY_QUANTITIES, 1);
                boolean adds = start + cursor.integer(received) - cursor.integer(issued) == end;
                boolean opening = (slot & 15) == 0;
                int at = last.at(key);
                long[] before = last.values();
                boolean later = before[at + SLOT] == 0 || slot > before[at + SLOT];
                boolean opened = opening && before[at + SLOT] == 0;
                boolean continues = opened ? (start == 0 || start == end) : start == before[at + QUANTITY];
                if (!later || end < 0 || !(continues && (adds || opened))) {
                    findings.violation(
                            Rule.INVENTORY_QUANTITIES,
                            table,
                            cursor.row(),
                            "it begins with " + start + " after " + before[at + QUANTITY] + ", receives "
                                    + cursor.integer(received) + ", issues " + cursor.integer(issued)
                                    + " and ends with "
                                    + end);
                }
                findings.checked(Rule.INVENTORY_VALUES, 1);
                if (worth != end * unit || unit != materials.cost(cursor.hash(material))) {
                    findings.violation(
                            Rule.INVENTORY_VALUES,
                            table,
                            cursor.row(),
                            end + " at " + Amounts.text(unit) + " are said to be worth " + Amounts.text(worth)
                                    + "; the standard cost is " + Amounts.text(materials.cost(cursor.hash(material))));
                }
                changes.add(JournalTotals.key(company, slot, number), 0, worth - before[at + VALUE]);
                before[at + SLOT] = slot;
                before[at + QUANTITY] = end;
                before[at + VALUE] = worth;
            });
        }
    }
}
