package dev.headroom.generator.closing;

import dev.headroom.generator.master.ChartOfAccounts;
import dev.headroom.generator.master.Companies;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.TotalsLayout;
import dev.headroom.table.Column;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code trial_balances}. A writer belongs to one worker. */
public final class TrialBalances {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "trial_balances",
            "What happened on an account of a company in a period, and its balance; debit balances are above zero",
            List.of(
                    Column.text("company_code")
                            .asKey()
                            .references("companies.company_code")
                            .describedAs("Company (ADS Business_Unit_Code; ACDOCA RBUKRS)"),
                    Column.integer("fiscal_year").asKey().describedAs("Fiscal year (ADS Fiscal_Year; ACDOCA GJAHR)"),
                    Column.integer("period")
                            .asKey()
                            .describedAs("Period: 0 for what was before the ledger, 1 to 12, 13 for the closing (ADS"
                                    + " Period; ACDOCA POPER)"),
                    Column.text("gl_account_number")
                            .asKey()
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Account (ADS GL_Account_Number; ACDOCA RACCT)"),
                    Column.text("local_currency")
                            .describedAs("ISO 4217 code of the company's currency (ADS Amount_Currency; RHCUR)"),
                    Column.decimal("beginning_balance", 2)
                            .describedAs("Balance before the period, in the company's currency (ADS Amount_Beginning)"),
                    Column.decimal("debit_amount", 2)
                            .describedAs("Debits of the period, in the company's currency; not below zero"),
                    Column.decimal("credit_amount", 2)
                            .describedAs("Credits of the period, in the company's currency; not below zero"),
                    Column.decimal("ending_balance", 2)
                            .describedAs("Balance after the period, in the company's currency (ADS Amount_Ending)"),
                    Column.integer("line_count").describedAs("Lines of journal entries on the account in the period"),
                    Column.text("reporting_currency")
                            .describedAs(
                                    "ISO 4217 code of the group's currency (ADS Reporting_Amount_Currency; RKCUR)"),
                    Column.decimal("reporting_beginning_balance", 2)
                            .describedAs("Balance before the period, in the group's currency"),
                    Column.decimal("reporting_debit_amount", 2)
                            .describedAs("Debits of the period, in the group's currency; not below zero"),
                    Column.decimal("reporting_credit_amount", 2)
                            .describedAs("Credits of the period, in the group's currency; not below zero"),
                    Column.decimal("reporting_ending_balance", 2)
                            .describedAs("Balance after the period, in the group's currency")));

    private final TableOutput output;
    private final TotalsLayout layout;
    private final Companies companies;
    private final int groupCurrency;
    private final int accounts;

    private final TextVector company;
    private final LongVector fiscalYear;
    private final LongVector period;
    private final TextVector account;
    private final TextVector currency;
    private final LongVector beginning;
    private final LongVector debit;
    private final LongVector credit;
    private final LongVector ending;
    private final LongVector lines;
    private final TextVector reportingCurrency;
    private final LongVector groupBeginning;
    private final LongVector groupDebit;
    private final LongVector groupCredit;
    private final LongVector groupEnding;

    TrialBalances(TableOutput output, TotalsLayout layout, Masters master) {
        ChartOfAccounts chart = master.accounts();
        this.output = output;
        this.layout = layout;
        this.companies = master.companies();
        this.groupCurrency = master.groupCurrency();
        this.accounts = chart.count();
        RecordBatch batch = output.batch();
        company = batch.texts("company_code");
        fiscalYear = batch.longs("fiscal_year");
        period = batch.longs("period");
        account = batch.texts("gl_account_number");
        currency = batch.texts("local_currency");
        beginning = batch.longs("beginning_balance");
        debit = batch.longs("debit_amount");
        credit = batch.longs("credit_amount");
        ending = batch.longs("ending_balance");
        lines = batch.longs("line_count");
        reportingCurrency = batch.texts("reporting_currency");
        groupBeginning = batch.longs("reporting_beginning_balance");
        groupDebit = batch.longs("reporting_debit_amount");
        groupCredit = batch.longs("reporting_credit_amount");
        groupEnding = batch.longs("reporting_ending_balance");
        company.useDictionary(companies.codes());
        account.useDictionary(chart.numbers());
        currency.useDictionary(Currencies.codes());
        reportingCurrency.useDictionary(Currencies.codes());
    }

    /**
     * Writes the balances of all companies, each account's from the first period in which it has any to the last. It has a row in each of
     * them, closes included, so that the balances of every period add up to zero.
     */
    void write(LedgerBalances balances) {
        for (int each = 0; each < companies.count(); each++) {
            for (int number = 0; number < accounts; number++) {
                write(balances, each, number);
            }
        }
    }

    private void write(LedgerBalances balances, int ofCompany, int ofAccount) {
        long balance = 0;
        long groupBalance = 0;
        boolean used = false;
        for (int slot = 0; slot < layout.slots(); slot++) {
            boolean moved = balances.lines(ofCompany, slot, ofAccount) > 0;
            used |= moved;
            if (!used || (!moved && !layout.isMonth(slot) && !layout.isClose(slot))) {
                continue;
            }
            int row = addRow(ofCompany, slot, ofAccount);
            beginning.set(row, balance);
            groupBeginning.set(row, groupBalance);
            if (moved) {
                balance += balances.movement(ofCompany, slot, ofAccount);
                groupBalance += balances.groupMovement(ofCompany, slot, ofAccount);
            }
            ending.set(row, balance);
            groupEnding.set(row, groupBalance);
            boolean listed = moved && slot != TotalsLayout.OPENING;
            debit.set(row, listed ? balances.debit(ofCompany, slot, ofAccount) : 0);
            credit.set(row, listed ? balances.credit(ofCompany, slot, ofAccount) : 0);
            groupDebit.set(row, listed ? balances.groupDebit(ofCompany, slot, ofAccount) : 0);
            groupCredit.set(row, listed ? balances.groupCredit(ofCompany, slot, ofAccount) : 0);
            lines.set(row, listed ? balances.lines(ofCompany, slot, ofAccount) : 0);
        }
    }

    private int addRow(int ofCompany, int slot, int ofAccount) {
        int row = output.addRow();
        company.setCode(row, ofCompany);
        fiscalYear.set(row, layout.yearOf(slot));
        period.set(row, layout.periodOf(slot));
        account.setCode(row, ofAccount);
        currency.setCode(row, companies.currency(ofCompany));
        reportingCurrency.setCode(row, groupCurrency);
        return row;
    }
}
