package dev.headroom.app.audit;

import dev.headroom.app.audit.Books.Control;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Proves the trial balance on what the journal adds up to, and subledgers on the trial balance. What labels change of an account is taken
 * off before it is compared with documents, which have the truth.
 */
final class BalancePass {
    private static final String BALANCES = "trial_balances";
    private static final String STOCK = "inventory_balances";
    private static final int OPENING = 0;
    private static final int CLOSING = 13;

    // Numbers of an account's last balance.
    private static final int SLOT = 0;
    private static final int ENDING = 1;
    private static final int REPORTING_ENDING = 2;

    private final Opener opener;
    private final Books books;
    private final Materials materials;
    private final JournalTotals totals;
    private final RuleFindings findings;
    private final Sums last = new Sums(3);
    /** Of control accounts, by company, period and account: the balance and its row. */
    private final Sums endings = new Sums(2);

    private final LongSet seen = new LongSet();
    private final List<TreeSet<Integer>> slots = new ArrayList<>();

    BalancePass(Opener opener, Books books, Materials materials, JournalTotals totals, RuleFindings findings) {
        this.opener = opener;
        this.books = books;
        this.materials = materials;
        this.totals = totals;
        this.findings = findings;
        for (int i = 0; i < books.companyCount(); i++) {
            slots.add(new TreeSet<>());
        }
    }

    void run(Sums openItems) throws IOException {
        checkCompanies();
        if (!opener.tables().has(BALANCES)) {
            return;
        }
        checkTrialBalance();
        checkTax();
        if (opener.tables().has("open_items")) {
            checkOpenItems(openItems);
        }
        if (opener.tables().has(STOCK)) {
            checkStock();
        }
    }

    /** Debits equal credits in each company and period, once labels are undone. */
    private void checkCompanies() {
        Sums sums = new Sums(2);
        add(totals.written(), 1, sums);
        add(totals.excess(), -1, sums);
        for (int i = 0; i < sums.size(); i++) {
            long key = sums.key(i);
            findings.checked(Rule.COMPANY_BALANCE, 1);
            if (sums.get(key, 0) != 0 || sums.get(key, 1) != 0) {
                findings.violation(
                        Rule.COMPANY_BALANCE,
                        Labels.JOURNAL,
                        0,
                        "debits less credits of " + name(key) + " are " + Amounts.text(sums.get(key, 0))
                                + ", reporting " + Amounts.text(sums.get(key, 1)));
            }
        }
    }

    private static void add(Sums from, int sign, Sums to) {
        for (int i = 0; i < from.size(); i++) {
            long key = from.key(i);
            long company = JournalTotals.key(JournalTotals.company(key), JournalTotals.slotOf(key), 0);
            to.add(company, 0, sign * local(from, key));
            to.add(company, 1, sign * reporting(from, key));
        }
    }

    private static long local(Sums sums, long key) {
        return sums.get(key, JournalTotals.LOCAL_DEBIT) - sums.get(key, JournalTotals.LOCAL_CREDIT);
    }

    private static long reporting(Sums sums, long key) {
        return sums.get(key, JournalTotals.REPORTING_DEBIT) - sums.get(key, JournalTotals.REPORTING_CREDIT);
    }

    private String name(long key) {
        int slot = JournalTotals.slotOf(key);
        return "company " + books.company(JournalTotals.company(key)).code() + " in period " + (slot & 15) + " of "
                + (slot >> 4);
    }

    private void checkTrialBalance() throws IOException {
        Sums zero = new Sums(3);
        try (TableCursor cursor = opener.open(BALANCES)) {
            BalanceRow row = new BalanceRow(cursor);
            while (cursor.next()) {
                if (row.read(books)) {
                    check(row, zero);
                } else {
                    findings.violation(
                            Rule.TRIAL_BALANCE_LINES,
                            BALANCES,
                            cursor.row(),
                            "its company, account, period or an amount is none");
                }
            }
        }
        Sums written = totals.written();
        for (int i = 0; i < written.size(); i++) {
            long key = written.key(i);
            if (!seen.contains(key)) {
                findings.violation(
                        Rule.TRIAL_BALANCE_LINES,
                        BALANCES,
                        0,
                        "there is no row for account "
                                + books.account(JournalTotals.account(key)).number() + " of " + name(key));
            }
        }
        checkZero(zero);
    }

    private void check(BalanceRow row, Sums zero) {
        long key = JournalTotals.key(row.company, row.slot, row.account);
        seen.add(key);
        slots.get(row.company).add(row.slot);
        findings.checked(Rule.TRIAL_BALANCE_LINES, 1);
        findings.checked(Rule.TRIAL_BALANCE_CONTINUITY, 1);
        checkLines(row, key);
        checkContinuity(row);
        Books.Account account = books.account(row.account);
        if (account.control() != Control.NONE) {
            endings.add(key, 0, row.ending - endings.get(key, 0));
            endings.add(key, 1, row.number - endings.get(key, 1));
        }
        if (account.control() == Control.BANK) {
            findings.checked(Rule.BANK_BALANCES, 1);
            if (row.ending < 0 && row.ending - excess(row.company, row.slot, row.account) < 0) {
                row.violation(findings, Rule.BANK_BALANCES, "it ends with " + Amounts.text(row.ending));
            }
        }
        if ((row.slot & 15) == CLOSING && account.isResult()) {
            findings.checked(Rule.YEAR_CLOSE, 1);
            if (row.ending != 0 || row.reportingEnding != 0) {
                row.violation(
                        findings,
                        Rule.YEAR_CLOSE,
                        "account " + account.number() + " ends the year with " + Amounts.text(row.ending));
            }
        }
        int at = zero.at(JournalTotals.key(row.company, row.slot, 0));
        zero.values()[at] += row.ending;
        zero.values()[at + 1] += row.reportingEnding;
        zero.values()[at + 2] = row.number;
    }

    private void checkLines(BalanceRow row, long key) {
        Sums written = totals.written();
        boolean same = row.debit == written.get(key, JournalTotals.LOCAL_DEBIT)
                && row.credit == written.get(key, JournalTotals.LOCAL_CREDIT)
                && row.reportingDebit == written.get(key, JournalTotals.REPORTING_DEBIT)
                && row.reportingCredit == written.get(key, JournalTotals.REPORTING_CREDIT)
                && row.lines == written.get(key, JournalTotals.LINES);
        if (!same) {
            row.violation(
                    findings,
                    Rule.TRIAL_BALANCE_LINES,
                    "it has debits " + Amounts.text(row.debit) + ", credits " + Amounts.text(row.credit) + " and "
                            + row.lines + " lines; the journal has "
                            + Amounts.text(written.get(key, JournalTotals.LOCAL_DEBIT)) + ", "
                            + Amounts.text(written.get(key, JournalTotals.LOCAL_CREDIT)) + " and "
                            + written.get(key, JournalTotals.LINES));
        }
    }

    private void checkContinuity(BalanceRow row) {
        boolean adds = row.beginning + row.debit - row.credit == row.ending
                && row.reportingBeginning + row.reportingDebit - row.reportingCredit == row.reportingEnding;
        boolean opening = (row.slot & 15) == OPENING;
        long account = JournalTotals.key(row.company, 0, row.account);
        boolean known = last.has(account);
        int at = last.at(account);
        long[] values = last.values();
        boolean later = !known || row.slot > values[at + SLOT];
        boolean continues;
        if (opening) {
            adds = isOpening(row);
            continues = !known
                    || (row.ending == values[at + ENDING] && row.reportingEnding == values[at + REPORTING_ENDING]);
        } else {
            continues = row.beginning == values[at + ENDING] && row.reportingBeginning == values[at + REPORTING_ENDING];
        }
        if (!adds || !later || !continues) {
            row.violation(
                    findings,
                    Rule.TRIAL_BALANCE_CONTINUITY,
                    !later
                            ? "it comes after a later period of its account"
                            : !adds
                                    ? sum(row)
                                    : "it begins with " + Amounts.text(opening ? row.ending : row.beginning)
                                            + ", and the period before ended with "
                                            + Amounts.text(values[at + ENDING]));
        }
        values[at + SLOT] = row.slot;
        values[at + ENDING] = row.ending;
        values[at + REPORTING_ENDING] = row.reportingEnding;
    }

    private static String sum(BalanceRow row) {
        return "beginning " + Amounts.text(row.beginning) + ", debits " + Amounts.text(row.debit) + " and credits "
                + Amounts.text(row.credit) + " do not come to " + Amounts.text(row.ending) + ", or reporting "
                + Amounts.text(row.reportingBeginning) + ", " + Amounts.text(row.reportingDebit) + " and "
                + Amounts.text(row.reportingCredit) + " to " + Amounts.text(row.reportingEnding);
    }

    /** Whether a row has nothing but what its account begins with, in both currencies. */
    private static boolean isOpening(BalanceRow row) {
        return row.beginning == 0
                && row.debit == 0
                && row.credit == 0
                && row.reportingBeginning == 0
                && row.reportingDebit == 0
                && row.reportingCredit == 0;
    }

    /** The balances of all accounts at the end of each period, without what labels have changed until then. */
    private void checkZero(Sums zero) {
        Sums excess = new Sums(2);
        add(totals.excess(), 1, excess);
        for (int i = 0; i < zero.size(); i++) {
            long key = zero.key(i);
            findings.checked(Rule.TRIAL_BALANCE_ZERO, 1);
            long local = zero.get(key, 0);
            long reporting = zero.get(key, 1);
            int company = JournalTotals.company(key);
            for (int earlier : slots.get(company).headSet(JournalTotals.slotOf(key), true)) {
                long changed = JournalTotals.key(company, earlier, 0);
                local -= excess.get(changed, 0);
                reporting -= excess.get(changed, 1);
            }
            if (local != 0 || reporting != 0) {
                findings.violation(
                        Rule.TRIAL_BALANCE_ZERO,
                        BALANCES,
                        zero.get(key, 2),
                        "up to it, balances of " + name(key) + " add up to " + Amounts.text(local) + ", reporting "
                                + Amounts.text(reporting));
            }
        }
    }

    /** What labels have changed of an account up to the end of a period. */
    private long excess(int company, int slot, int account) {
        long sum = 0;
        for (int earlier : slots.get(company).headSet(slot, true)) {
            sum += local(totals.excess(), JournalTotals.key(company, earlier, account));
        }
        return sum;
    }

    /** The balance of a control account at the end of a period, without what labels have changed. */
    private long balance(int company, int slot, int account) {
        return ending(company, slot, account) - excess(company, slot, account);
    }

    /** The balance of a control account at the end of a period, as it is. */
    private long ending(int company, int slot, int account) {
        for (int earlier : slots.get(company).headSet(slot, true).descendingSet()) {
            long key = JournalTotals.key(company, earlier, account);
            if (endings.has(key)) {
                return endings.get(key, 0);
            }
        }
        return 0;
    }

    /** At the end of a month there is nothing on accounts of tax but what its return leaves to pay. Returns are made of the books as they are. */
    private void checkTax() {
        for (int company = 0; company < books.companyCount(); company++) {
            for (int slot : slots.get(company)) {
                if ((slot & 15) != OPENING && (slot & 15) != CLOSING) {
                    checkTax(company, slot);
                }
            }
        }
    }

    private void checkTax(int company, int slot) {
        boolean left = false;
        for (int account = 0; account < books.accountCount(); account++) {
            if (books.account(account).control() != Control.TAX) {
                continue;
            }
            findings.checked(Rule.TAX_RETURNS, 1);
            long key = JournalTotals.key(company, slot, account);
            long balance = ending(company, slot, account);
            long returned = totals.returned().get(key, 0);
            if (balance != 0 && (left || balance != returned)) {
                findings.violation(
                        Rule.TAX_RETURNS,
                        BALANCES,
                        endings.get(key, 1),
                        "account " + books.account(account).number() + " of " + name(key) + " ends with "
                                + Amounts.text(balance) + ", and the tax return posts " + Amounts.text(returned));
            }
            left |= balance != 0;
        }
    }

    private void checkOpenItems(Sums items) {
        for (int company = 0; company < books.companyCount(); company++) {
            if (slots.get(company).isEmpty()) {
                continue;
            }
            for (int account = 0; account < books.accountCount(); account++) {
                Control control = books.account(account).control();
                if (control == Control.AR || control == Control.AP || control == Control.GRIR) {
                    compare(items, company, account, 0, slots.get(company).first());
                    compare(items, company, account, 1, slots.get(company).last());
                }
            }
        }
    }

    private void compare(Sums items, int company, int account, int time, int slot) {
        findings.checked(Rule.OPEN_ITEM_BALANCES, 1);
        long listed = items.get(JournalTotals.key(company, time, account), 0);
        // Before the ledger nothing was posted, so that there is no opening row where the first period is not 0.
        boolean opening = time == 0;
        long balance = opening && (slot & 15) != OPENING ? 0 : balance(company, slot, account);
        if (listed != balance) {
            findings.violation(
                    Rule.OPEN_ITEM_BALANCES,
                    "open_items",
                    0,
                    (opening ? "opening" : "closing") + " items of account "
                            + books.account(account).number()
                            + " of company " + books.company(company).code() + " are " + Amounts.text(listed)
                            + ", its balance " + Amounts.text(balance));
        }
    }

    private void checkStock() throws IOException {
        StockLedger stock = new StockLedger(opener, books, materials, findings);
        stock.read(STOCK);
        for (int company = 0; company < books.companyCount(); company++) {
            for (int account = 0; account < books.accountCount(); account++) {
                if (books.account(account).control() != Control.INVENTORY) {
                    continue;
                }
                long value = 0;
                for (int slot : slots.get(company)) {
                    long key = JournalTotals.key(company, slot, account);
                    value += stock.change(key);
                    findings.checked(Rule.INVENTORY_VALUES, 1);
                    long balance = balance(company, slot, account);
                    if (value != balance) {
                        findings.violation(
                                Rule.INVENTORY_VALUES,
                                STOCK,
                                0,
                                "stock on account " + books.account(account).number() + " of " + name(key)
                                        + " is worth " + Amounts.text(value) + ", the account's balance is "
                                        + Amounts.text(balance));
                    }
                }
            }
        }
    }
}
