package dev.headroom.generator.payroll;

import dev.headroom.generator.document.DocumentIds;
import dev.headroom.generator.ledger.DocumentType;
import dev.headroom.generator.ledger.EntryDraft;
import dev.headroom.generator.ledger.JournalIds;
import dev.headroom.generator.master.Ids;
import dev.headroom.generator.master.Masters;
import dev.headroom.generator.output.TableOutput;
import dev.headroom.table.Column;
import dev.headroom.table.IntVector;
import dev.headroom.table.LongVector;
import dev.headroom.table.RecordBatch;
import dev.headroom.table.TableSchema;
import dev.headroom.table.TextVector;
import java.util.List;

/** The table {@code payroll_lines}. A writer belongs to one worker. */
final class PayrollLines {
    static final TableSchema SCHEMA = new TableSchema(
            "payroll_lines",
            "What an employee earns in a month, as the company's payroll run of the month has it",
            List.of(
                    Column.text("payroll_run_id")
                            .asKey()
                            .describedAs("Number of the run; a company has one in each month"),
                    Column.integer("line_number").asKey().describedAs("Line of the run, from 1"),
                    Column.text("company_code")
                            .references("companies.company_code")
                            .describedAs("Company that pays"),
                    Column.text("employee_id")
                            .references("employees.employee_id")
                            .describedAs("Employee who is paid"),
                    Column.text("cost_center_id")
                            .references("cost_centers.cost_center_id")
                            .describedAs("Cost center that bears the cost"),
                    Column.integer("fiscal_year").describedAs("Fiscal year of the month"),
                    Column.integer("period").describedAs("Month, 1 to 12"),
                    Column.date("posting_date").describedAs("Day of the run and of its posting"),
                    Column.decimal("gross_amount", 2)
                            .describedAs(
                                    "Pay before anything is withheld, in proportion to the days of employment; in the"
                                            + " company's currency"),
                    Column.decimal("withholding_amount", 2)
                            .describedAs(
                                    "Income tax and the employee's social contributions, in the company's currency"),
                    Column.decimal("net_amount", 2)
                            .describedAs("What is paid out: gross less withholding; in the company's currency"),
                    Column.decimal("employer_charges", 2)
                            .describedAs("The employer's social contributions, in the company's currency"),
                    Column.text("journal_id")
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("Entry that the run posts; null for a run before the ledger")));

    private final TableOutput output;
    private final JournalIds ids;
    private final Ids employeeIds;
    private final Ids costCenterIds;

    private final DocumentIds runId;
    private final LongVector lineNumber;
    private final TextVector company;
    private final TextVector employee;
    private final TextVector costCenter;
    private final LongVector fiscalYear;
    private final LongVector period;
    private final IntVector postingDate;
    private final LongVector gross;
    private final LongVector withholding;
    private final LongVector net;
    private final LongVector charges;
    private final TextVector journalId;

    PayrollLines(TableOutput output, Masters master) {
        this.output = output;
        ids = new JournalIds(master.companies().codes());
        employeeIds = master.employees().ids();
        costCenterIds = master.costCenters().ids();
        RecordBatch batch = output.batch();
        runId = new DocumentIds(DocumentType.PAYROLL_RUN, batch.texts("payroll_run_id"));
        lineNumber = batch.longs("line_number");
        company = batch.texts("company_code");
        employee = batch.texts("employee_id");
        costCenter = batch.texts("cost_center_id");
        fiscalYear = batch.longs("fiscal_year");
        period = batch.longs("period");
        postingDate = batch.ints("posting_date");
        gross = batch.longs("gross_amount");
        withholding = batch.longs("withholding_amount");
        net = batch.longs("net_amount");
        charges = batch.longs("employer_charges");
        journalId = batch.texts("journal_id");
        company.useDictionary(master.companies().codes());
        employeeIds.bind(employee);
        costCenterIds.bind(costCenter);
    }

    /** Writes a line of the run that posts an entry, which has its number. */
    void write(EntryDraft entry, int line, int paid, int center, Pay pay) {
        int row = output.addRow();
        runId.set(row, entry.document);
        lineNumber.set(row, line);
        company.setCode(row, entry.company);
        employeeIds.set(employee, row, paid);
        costCenterIds.set(costCenter, row, center);
        fiscalYear.set(row, entry.fiscalYear);
        period.set(row, entry.period);
        postingDate.set(row, entry.effectiveDate);
        gross.set(row, pay.gross());
        withholding.set(row, pay.withholding());
        net.set(row, pay.net());
        charges.set(row, pay.charges());
        if (entry.number == 0) {
            journalId.setNull(row);
        } else {
            journalId.setCode(row, ids.add(journalId.local(), entry));
        }
    }
}
