package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Ledger;
import dev.headroom.table.Column;
import dev.headroom.table.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Balances, open items, stock and payroll of a tiny ledger of two months and a close, written by hand. */
class BalanceRulesTest {
    @TempDir
    Path directory;

    @TempDir
    Path temporary;

    private void write(String table, String columns, String... rows) throws Exception {
        List<String> names = List.of(columns.split(",", -1));
        TableSchema schema = Ledger.catalogue().stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElse(null);
        List<String> all = schema == null
                ? names
                : schema.columns().stream().map(Column::name).toList();
        StringBuilder text = new StringBuilder(String.join(",", all)).append('\n');
        for (String row : rows) {
            List<String> values = Arrays.asList(row.split(",", -1));
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                int given = names.indexOf(all.get(i));
                fields.add(given >= 0 ? values.get(given) : fallback(schema, i));
            }
            text.append(String.join(",", fields)).append('\n');
        }
        Files.writeString(directory.resolve(table + ".csv"), text);
    }

    /** A value of the column's type where a row has none. */
    private static String fallback(TableSchema schema, int index) {
        Column column = schema.columns().get(index);
        if (column.nullable()) {
            return "";
        }
        return switch (column.type()) {
            case INTEGER -> "0";
            case DECIMAL -> column.scale() == 6 ? "1.000000" : "0.00";
            case DATE -> "2024-10-01";
            case TIME -> "12:00:00";
            case BOOLEAN -> "false";
            case TEXT, TIMESTAMP -> "EUR";
        };
    }

    @BeforeEach
    void writeLedger() throws Exception {
        write("companies", "company_code,name,country,currency", "1000,Alpha,DE,EUR");
        write(
                "fiscal_periods",
                "company_code,fiscal_year,period,starts_on,ends_on,opened_on,closed_on",
                "1000,2024,11,2024-11-01,2024-11-30,2024-11-01,2024-12-06",
                "1000,2024,12,2024-12-01,2024-12-31,2024-12-01,2025-01-08");
        write(
                "gl_accounts",
                "gl_account_number,name,type,subtype,normal_balance,control_type",
                "100000,Bank,ASSET,CASH,D,BANK",
                "130000,Stock,ASSET,INVENTORY,D,INVENTORY",
                "200000,Payables,LIABILITY,PAYABLES,C,AP",
                "201000,Received,LIABILITY,PAYABLES,C,GRIR",
                "230000,Wages Payable,LIABILITY,PAYROLL,C,PAYROLL",
                "320000,Retained Earnings,EQUITY,RETAINED_EARNINGS,C,",
                "600000,Wages,EXPENSE,PERSONNEL,D,");
        write(
                "employees",
                "employee_id,company_code,user_id,manager_id,approval_limit,hired_on,terminated_on",
                "E1,1000,U1,,,2020-01-01,",
                "E2,1000,U2,E1,100.00,2020-01-01,2024-12-31");
        write("vendors", "vendor_id,country", "V1,DE");
        write(
                "materials",
                "material_id,company_code,gl_account_number,unit,standard_cost,price",
                "M1,1000,130000,EA,10.00,12.00");
        writePurchases();
        writeJournal();
        writeBalances();
    }

    private void writePurchases() throws Exception {
        write(
                "purchase_orders",
                "purchase_order_id,company_code,vendor_id,order_date,total_amount,created_by,approved_by,approved_date",
                "PO1,1000,V1,2024-11-04,50.00,U2,U1,2024-11-04",
                "PO2,1000,V1,2024-12-02,20.00,U2,U1,2024-12-02");
        write(
                "purchase_order_lines",
                "purchase_order_id,line_number,material_id,gl_account_number,quantity,unit_price,line_amount",
                "PO1,1,M1,130000,5,10.00,50.00",
                "PO2,1,M1,130000,2,10.00,20.00");
        write(
                "goods_receipts",
                "goods_receipt_id,receipt_type,company_code,vendor_id,purchase_order_id,receipt_date,journal_id",
                "GR1,receipt,1000,V1,PO1,2024-11-08,1000-2024-000000001",
                "GR2,receipt,1000,V1,PO2,2024-12-10,1000-2024-000000004");
        write(
                "goods_receipt_lines",
                "goods_receipt_id,line_number,purchase_order_id,purchase_order_line_number,material_id,quantity,amount",
                "GR1,1,PO1,1,M1,5,50.00",
                "GR2,1,PO2,1,M1,2,20.00");
        write(
                "vendor_invoices",
                "vendor_invoice_id,invoice_type,company_code,vendor_id,purchase_order_id,goods_receipt_id,invoice_date,due_date,"
                        + "net_amount,tax_amount,gross_amount,match_status,journal_id",
                "VI1,invoice,1000,V1,PO1,GR1,2024-11-12,2024-12-12,50.00,0.00,50.00,matched,1000-2024-000000002");
        write(
                "vendor_invoice_lines",
                "vendor_invoice_id,line_number,purchase_order_id,purchase_order_line_number,goods_receipt_line_number,material_id,"
                        + "quantity,unit_price,line_amount",
                "VI1,1,PO1,1,1,M1,5,10.00,50.00");
        write(
                "payments",
                "payment_id,company_code,vendor_id,payment_date,amount,local_amount,journal_id",
                "PY1,1000,V1,2024-12-16,30.00,30.00,1000-2024-000000005");
        write("payment_allocations", "payment_id,vendor_invoice_id,amount,local_amount", "PY1,VI1,30.00,30.00");
        write(
                "payroll_lines",
                "payroll_run_id,line_number,company_code,employee_id,cost_center_id,fiscal_year,period,posting_date,gross_amount,"
                        + "withholding_amount,net_amount,employer_charges,journal_id",
                "PR1,1,1000,E1,CC1,2024,12,2024-12-30,40.00,15.00,25.00,6.00,1000-2024-000000003",
                "PR1,2,1000,E2,CC1,2024,12,2024-12-30,20.00,5.00,15.00,4.00,1000-2024-000000003");
    }

    private static String[] entry(int number, int period, String source, String day, String document, String... lines) {
        String[] rows = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] line = lines[i].split(" ", -1);
            rows[i] = "1000-2024-00000000" + number + "," + (i + 1) + ",1000,2024," + period + ",XX," + source + ","
                    + day + "," + day + "," + day + ",SYS," + document + "," + line[0] + "," + line[1] + "," + line[2]
                    + "," + line[2] + "," + line[2];
        }
        return rows;
    }

    private void writeJournal() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String[] entry : List.of(
                entry(1, 11, "purchasing", "2024-11-08", "goods_receipt,GR1", "130000 D 50.00", "201000 C 50.00"),
                entry(2, 11, "purchasing", "2024-11-12", "vendor_invoice,VI1", "201000 D 50.00", "200000 C 50.00"),
                entry(3, 12, "payroll", "2024-12-30", "payroll_run,PR1", "600000 D 70.00", "230000 C 70.00"),
                entry(4, 12, "purchasing", "2024-12-10", "goods_receipt,GR2", "130000 D 20.00", "201000 C 20.00"),
                entry(5, 12, "purchasing", "2024-12-16", "payment,PY1", "200000 D 30.00", "100000 C 30.00"),
                entry(6, 13, "closing", "2024-12-31", ",", "320000 D 70.00", "600000 C 70.00"))) {
            rows.addAll(List.of(entry));
        }
        write(
                "journal_entries",
                "journal_id,journal_id_line_number,business_unit_code,fiscal_year,period,document_type,source,document_date,"
                        + "effective_date,entered_date,entered_by,source_document_type,source_document_id,gl_account_number,"
                        + "amount_credit_debit_indicator,amount,local_amount,reporting_amount",
                rows.toArray(String[]::new));
    }

    private static String balance(int period, String account, String amounts, int lines) {
        String values = amounts.replace(' ', ',');
        return "1000,2024," + period + "," + account + ",EUR," + values + "," + lines + ",EUR," + values;
    }

    private void writeBalances() throws Exception {
        write(
                "trial_balances",
                "company_code,fiscal_year,period,gl_account_number,local_currency,beginning_balance,debit_amount,credit_amount,"
                        + "ending_balance,line_count,reporting_currency,reporting_beginning_balance,reporting_debit_amount,"
                        + "reporting_credit_amount,reporting_ending_balance",
                balance(0, "100000", "0.00 0.00 0.00 400.00", 0),
                balance(0, "130000", "0.00 0.00 0.00 30.00", 0),
                balance(0, "320000", "0.00 0.00 0.00 -430.00", 0),
                balance(11, "100000", "400.00 0.00 0.00 400.00", 0),
                balance(11, "130000", "30.00 50.00 0.00 80.00", 1),
                balance(11, "200000", "0.00 0.00 50.00 -50.00", 1),
                balance(11, "201000", "0.00 50.00 50.00 0.00", 2),
                balance(11, "230000", "0.00 0.00 0.00 0.00", 0),
                balance(11, "320000", "-430.00 0.00 0.00 -430.00", 0),
                balance(11, "600000", "0.00 0.00 0.00 0.00", 0),
                balance(12, "100000", "400.00 0.00 30.00 370.00", 1),
                balance(12, "130000", "80.00 20.00 0.00 100.00", 1),
                balance(12, "200000", "-50.00 30.00 0.00 -20.00", 1),
                balance(12, "201000", "0.00 0.00 20.00 -20.00", 1),
                balance(12, "230000", "0.00 0.00 70.00 -70.00", 1),
                balance(12, "320000", "-430.00 0.00 0.00 -430.00", 0),
                balance(12, "600000", "0.00 70.00 0.00 70.00", 1),
                balance(13, "100000", "370.00 0.00 0.00 370.00", 0),
                balance(13, "130000", "100.00 0.00 0.00 100.00", 0),
                balance(13, "200000", "-20.00 0.00 0.00 -20.00", 0),
                balance(13, "201000", "-20.00 0.00 0.00 -20.00", 0),
                balance(13, "230000", "-70.00 0.00 0.00 -70.00", 0),
                balance(13, "320000", "-430.00 70.00 0.00 -360.00", 1),
                balance(13, "600000", "70.00 0.00 70.00 0.00", 1));
        write(
                "open_items",
                "as_of_date,company_code,gl_account_number,control_type,document_type,document_id,vendor_id,customer_id,document_date,"
                        + "due_date,currency,amount,local_amount",
                "2024-12-31,1000,200000,AP,vendor_invoice,VI1,V1,,2024-11-12,2024-12-12,EUR,-20.00,-20.00",
                "2024-12-31,1000,201000,GRIR,purchase_order,PO2,V1,,2024-12-02,,EUR,-20.00,-20.00");
        write(
                "inventory_balances",
                "company_code,material_id,fiscal_year,period,gl_account_number,beginning_quantity,received_quantity,issued_quantity,"
                        + "ending_quantity,unit_cost,ending_value",
                "1000,M1,2024,0,130000,0,0,0,3,10.00,30.00",
                "1000,M1,2024,11,130000,3,5,0,8,10.00,80.00",
                "1000,M1,2024,12,130000,8,2,0,10,10.00,100.00");
    }

    @Test
    void theLedgerHolds() throws Exception {
        RuleFindings findings = AuditedRuns.prove(directory, temporary);
        assertThat(AuditedRuns.violations(findings)).isEmpty();
        assertThat(List.of(
                        Rule.TRIAL_BALANCE_LINES,
                        Rule.TRIAL_BALANCE_CONTINUITY,
                        Rule.TRIAL_BALANCE_ZERO,
                        Rule.YEAR_CLOSE,
                        Rule.BANK_BALANCES,
                        Rule.OPEN_ITEMS,
                        Rule.OPEN_ITEM_BALANCES,
                        Rule.INVENTORY_QUANTITIES,
                        Rule.INVENTORY_VALUES,
                        Rule.INVENTORY_MOVES,
                        Rule.PAYROLL_LINES,
                        Rule.POSTS_PAYROLL,
                        Rule.GRIR_CLEARS))
                .allMatch(rule -> findings.checked(rule) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "trial_balances,6,debit_amount,51.00,TRIAL_BALANCE_LINES,6",
        "trial_balances,7,line_count,1,TRIAL_BALANCE_LINES,7",
        "trial_balances,10,reporting_credit_amount,1.00,TRIAL_BALANCE_LINES,10",
        "trial_balances,5,ending_balance,81.00,TRIAL_BALANCE_CONTINUITY,5",
        "trial_balances,12,beginning_balance,79.00,TRIAL_BALANCE_CONTINUITY,12",
        "trial_balances,1,ending_balance,401.00,TRIAL_BALANCE_ZERO,3",
        "trial_balances,19,ending_balance,101.00,TRIAL_BALANCE_ZERO,24",
        "trial_balances,24,ending_balance,1.00,YEAR_CLOSE,24",
        "trial_balances,11,ending_balance,-1.00,BANK_BALANCES,11",
        "trial_balances,11,gl_account_number,999999,TRIAL_BALANCE_LINES,11",
        "open_items,1,amount,-21.00,OPEN_ITEMS,1",
        "open_items,1,document_id,VI9,OPEN_ITEMS,1",
        "open_items,2,document_id,PO9,OPEN_ITEMS,2",
        "open_items,1,as_of_date,2024-12-30,OPEN_ITEMS,1",
        "open_items,1,local_amount,-21.00,OPEN_ITEM_BALANCES,0",
        "open_items,2,local_amount,-21.00,OPEN_ITEMS,2",
        "open_items,2,control_type,AP,OPEN_ITEMS,2",
        "inventory_balances,2,received_quantity,6,INVENTORY_QUANTITIES,2",
        "inventory_balances,3,beginning_quantity,7,INVENTORY_QUANTITIES,3",
        "inventory_balances,3,ending_value,101.00,INVENTORY_VALUES,3",
        "inventory_balances,2,unit_cost,9.00,INVENTORY_VALUES,2",
        "inventory_balances,1,ending_value,40.00,INVENTORY_VALUES,0",
        "inventory_balances,2,received_quantity,6,INVENTORY_MOVES,2",
        "inventory_balances,3,issued_quantity,1,INVENTORY_MOVES,3",
        "goods_receipt_lines,2,quantity,3,INVENTORY_MOVES,3",
        "goods_receipt_lines,1,amount,51.00,LINE_AMOUNTS,1",
        "materials,1,standard_cost,11.00,POSTS_GOODS_RECEIPT,1",
        "open_items,1,local_amount,-21.00,OPEN_ITEMS,1",
        "payroll_lines,1,net_amount,26.00,PAYROLL_LINES,1",
        "payroll_lines,2,employee_id,E9,PAYROLL_LINES,2",
        "payroll_lines,2,posting_date,2024-12-02,PAYROLL_LINES,2",
        "payroll_lines,2,employer_charges,5.00,POSTS_PAYROLL,1",
        "employees,2,terminated_on,2024-10-31,PAYROLL_LINES,2"
    })
    void aDamageIsNamed(String table, int row, String column, String value, Rule rule, int named) throws Exception {
        CsvTable damaged = CsvTable.read(directory.resolve(table + ".csv"));
        damaged.set(row, column, value);
        damaged.write();
        RuleFindings findings = AuditedRuns.prove(directory, temporary);
        assertThat(findings.kept(rule))
                .as(() -> String.join("\n", AuditedRuns.violations(findings)))
                .anyMatch(violation -> violation.row() == named);
    }

    @Test
    void anAccountThatTheCloseDoesNotListIsMissed() throws Exception {
        CsvTable balances = CsvTable.read(directory.resolve("trial_balances.csv"));
        balances.remove(20);
        balances.write();
        assertThat(AuditedRuns.violations(AuditedRuns.prove(directory, temporary)))
                .containsExactly(
                        "trial-balance-zero trial_balances 23: up to it, balances of company 1000 in period 13 of 2024"
                                + " add up to 20.00, reporting 20.00");
    }

    @Test
    void aRowThatIsMissingIsNamed() throws Exception {
        CsvTable balances = CsvTable.read(directory.resolve("trial_balances.csv"));
        balances.remove(13);
        balances.write();
        CsvTable items = CsvTable.read(directory.resolve("open_items.csv"));
        items.remove(2);
        items.write();
        RuleFindings findings = AuditedRuns.prove(directory, temporary);
        assertThat(AuditedRuns.violations(findings))
                .contains(
                        "trial-balance-lines trial_balances 0: there is no row for account 200000 of company 1000 in"
                                + " period 12 of 2024",
                        "open-items purchase_orders 2: the open GR/IR is 0.00, and -20.00 by its entries");
    }
}
