package dev.headroom.generator.ledger;

import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.util.List;

/**
 * The table {@code journal_entries}: a general ledger detail extract with the fields of the AICPA's Audit Data Standard, General
 * Ledger, table GL_Detail. One row is one line; the entry's header is repeated in each, and stored once for the entry's rows.
 */
public final class JournalEntries {
    /** The table. */
    public static final TableSchema SCHEMA = new TableSchema(
            "journal_entries",
            "A line of a journal entry, with the entry's header",
            List.of(
                    Column.text("journal_id")
                            .asKey()
                            .perGroup()
                            .describedAs(
                                    "Company code, fiscal year and number without gaps in both (ADS Journal_ID; ACDOCA"
                                            + " BELNR)"),
                    Column.integer("journal_id_line_number")
                            .asKey()
                            .describedAs("Line of the entry, from 1 (ADS Journal_ID_Line_Number; ACDOCA DOCLN)"),
                    Column.text("business_unit_code")
                            .perGroup()
                            .references("companies.company_code")
                            .describedAs("Company (ADS Business_Unit_Code; ACDOCA RBUKRS)"),
                    Column.integer("fiscal_year")
                            .perGroup()
                            .describedAs("Calendar year of the effective date (ACDOCA GJAHR)"),
                    Column.integer("period")
                            .perGroup()
                            .describedAs(
                                    "Month of the effective date, 1 to 12; 13 for the close of the year (ACDOCA POPER)"),
                    Column.text("document_type")
                            .perGroup()
                            .describedAs("SAP-like type, such as SA or RE (ACDOCA BLART)"),
                    Column.text("source")
                            .perGroup()
                            .describedAs(
                                    "manual, interface, recurring, adjustment, purchasing, sales, payroll, assets, provisions, tax,"
                                            + " revaluation or closing (ADS Source)"),
                    Column.date("document_date")
                            .perGroup()
                            .describedAs("Date of the voucher (ADS Document_Date; ACDOCA BLDAT)"),
                    Column.date("effective_date")
                            .perGroup()
                            .describedAs("Date of posting (ADS Effective_Date; ACDOCA BUDAT)"),
                    Column.date("entered_date")
                            .perGroup()
                            .describedAs("Date of entry into the system (ADS Entered_Date; ACDOCA CPUDT)"),
                    Column.time("entered_time")
                            .perGroup()
                            .describedAs("Time of entry in the company's own time (ADS Entered_Time)"),
                    Column.text("entered_by")
                            .perGroup()
                            .describedAs("User, an employee or a system (ADS Entered_By; USNAM)"),
                    Column.text("approved_by")
                            .perGroup()
                            .asNullable()
                            .references("employees.user_id")
                            .describedAs("Approver, absent in automated entries (ADS Approved_By)"),
                    Column.date("approved_date")
                            .perGroup()
                            .asNullable()
                            .describedAs("Date of approval (ADS Approved_Date)"),
                    Column.text("last_modified_by")
                            .perGroup()
                            .asOptional()
                            .describedAs("User of the last change (ADS Last_Modified_By)"),
                    Column.date("last_modified_date")
                            .perGroup()
                            .asOptional()
                            .describedAs("Date of the last change (ADS Last_Modified_Date)"),
                    Column.text("je_header_description")
                            .perGroup()
                            .asOptional()
                            .describedAs("What the entry is for (ADS JE_Header_Description; BKTXT)"),
                    Column.bool("reversal_indicator")
                            .perGroup()
                            .describedAs(
                                    "Whether the entry reverses another or is reversed by it (ADS Reversal_Indicator)"),
                    Column.text("reversal_journal_id")
                            .perGroup()
                            .asNullable()
                            .references("journal_entries.journal_id")
                            .describedAs("The other entry of the reversal (ADS Reversal_Journal_ID; STBLG)"),
                    Column.text("amount_currency")
                            .perGroup()
                            .describedAs("ISO 4217 code of the amount's currency (ADS Amount_Currency; RWCUR)"),
                    Column.text("local_amount_currency")
                            .perGroup()
                            .describedAs("ISO 4217 code of the company's currency (ADS Local_Amount_Currency; RHCUR)"),
                    Column.text("reporting_amount_currency")
                            .perGroup()
                            .describedAs(
                                    "ISO 4217 code of the group's currency (ADS Reporting_Amount_Currency; RKCUR)"),
                    Column.text("source_document_type")
                            .perGroup()
                            .asNullable()
                            .describedAs("Table of the document, in the singular, such as vendor_invoice or delivery;"
                                    + " payroll_run and depreciation_run have their lines in payroll_lines and"
                                    + " depreciation_lines, a tax_return has no table; absent without a document"),
                    Column.text("source_document_id")
                            .perGroup()
                            .asNullable()
                            .describedAs("Id of the document that posts the entry (ACDOCA AWREF)"),
                    Column.text("gl_account_number")
                            .references("gl_accounts.gl_account_number")
                            .describedAs("Account (ADS GL_Account_Number; ACDOCA RACCT)"),
                    Column.text("amount_credit_debit_indicator")
                            .describedAs("D or C: side of all three amounts (ADS Amount_Credit_Debit_Indicator; ACDOCA"
                                    + " DRCRK)"),
                    Column.decimal("amount", 2)
                            .describedAs("Above zero, in the transaction's currency; the indicator has the side (ADS"
                                    + " Amount; WSL)"),
                    Column.decimal("local_amount", 2)
                            .describedAs("Above zero, in the company's currency (ADS Local_Amount; ACDOCA HSL)"),
                    Column.decimal("reporting_amount", 2)
                            .describedAs("Above zero, in the group's currency (ADS Reporting_Amount; ACDOCA KSL)"),
                    Column.text("cost_center_id")
                            .asNullable()
                            .references("cost_centers.cost_center_id")
                            .describedAs("Cost center of an expense (ACDOCA RCNTR)"),
                    Column.text("vendor_id")
                            .asNullable()
                            .references("vendors.vendor_id")
                            .describedAs("Vendor of a line on a payables account (ACDOCA LIFNR)"),
                    Column.text("customer_id")
                            .asNullable()
                            .references("customers.customer_id")
                            .describedAs("Customer of a line on a receivables account (ACDOCA KUNNR)"),
                    Column.text("je_line_description")
                            .asOptional()
                            .describedAs("What the line is for (ADS JE_Line_Description; ACDOCA SGTXT)")));

    private JournalEntries() {}
}
