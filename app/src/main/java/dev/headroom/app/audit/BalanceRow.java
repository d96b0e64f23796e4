package dev.headroom.app.audit;

import java.io.IOException;

/** A row of the trial balance. Used again for each row; amounts are hundredths, debits above zero. */
final class BalanceRow {
    private final TableCursor cursor;
    private final int companyColumn;
    private final int yearColumn;
    private final int periodColumn;
    private final int accountColumn;
    private final int linesColumn;
    private final int[] amountColumns = new int[8];

    int company;
    int slot;
    int account;
    long number;
    long lines;
    long beginning;
    long debit;
    long credit;
    long ending;
    long reportingBeginning;
    long reportingDebit;
    long reportingCredit;
    long reportingEnding;

    BalanceRow(TableCursor cursor) throws IOException {
        this.cursor = cursor;
        companyColumn = cursor.column("company_code");
        yearColumn = cursor.column("fiscal_year");
        periodColumn = cursor.column("period");
        accountColumn = cursor.column("gl_account_number");
        linesColumn = cursor.column("line_count");
        String[] amounts = {"beginning_balance", "debit_amount", "credit_amount", "ending_balance"};
        for (int i = 0; i < amounts.length; i++) {
            amountColumns[i] = cursor.column(amounts[i]);
            amountColumns[amounts.length + i] = cursor.column("reporting_" + amounts[i]);
        }
    }

    /** Reads the row at hand; false if its company, account, period or values are none. */
    boolean read(Books books) {
        number = cursor.row();
        company = books.company(cursor.hash(companyColumn));
        account = books.account(cursor.hash(accountColumn));
        if (company == LongIndex.NONE || account == LongIndex.NONE) {
            return false;
        }
        try {
            slot = JournalTotals.slot(cursor.integer(yearColumn), cursor.integer(periodColumn));
            lines = cursor.integer(linesColumn);
            beginning = amount(0);
            debit = amount(1);
            credit = amount(2);
            ending = amount(3);
            reportingBeginning = amount(4);
            reportingDebit = amount(5);
            reportingCredit = amount(6);
            reportingEnding = amount(7);
            return true;
        } catch (MalformedValueException e) {
            return false;
        }
    }

    private long amount(int index) {
        return cursor.decimal(amountColumns[index], 2);
    }

    void violation(RuleFindings findings, Rule rule, String what) {
        findings.violation(rule, "trial_balances", number, what);
    }
}
