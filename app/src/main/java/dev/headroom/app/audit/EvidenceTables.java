package dev.headroom.app.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Labels, references between documents, the graph, payroll, depreciation and its assets, stock, and open items. */
final class EvidenceTables extends DocumentTables {
    private static final byte[] ENTRY_NODE = "journal_entry/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GRIR = "GRIR".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RELATED = "related".getBytes(StandardCharsets.US_ASCII);

    private final References references;
    private final Referrals referrals;

    EvidenceTables(
            TableCursor cursor,
            String table,
            Masters masters,
            Joins joins,
            Facts.Teller teller,
            References references,
            Sorter.Appender appender) {
        super(cursor, table, masters, joins, teller);
        this.references = references;
        this.referrals = new Referrals(references, table, appender);
    }

    /** Has seen all rows. */
    void end() {
        referrals.end();
    }

    private void refer(String column, String target, int value) throws IOException {
        if (target.isEmpty()) {
            findings.violation(Rule.REFERENCES, table, cursor.row(), "its " + column + " is in no table");
        } else {
            referrals.tell(column, target, cursor.hash(value), cursor.row());
        }
    }

    RowHandler anomalyLabels() throws IOException {
        int key = column("record_key");
        int of = column("table_name");
        int role = column("role");
        int type = column("type");
        int delta = column("signed_delta");
        int original = column("original_value");
        int modified = column("modified_value");
        long journal = Hash.of(Labels.JOURNAL);
        boolean graph = references.tables().has("graph_nodes");
        LongIndex kinds = AnomalyTest.kinds();
        return () -> {
            refer("record_key", references.keyOfTable(cursor.hash(of)), key);
            if (graph && cursor.hash(of) == journal && !cursor.is(role, RELATED)) {
                teller.tell(joins.graphFlags, cursor.hash(key), GraphFlags.LABEL, cursor.row());
            }
            findings.checked(Rule.LABELS, 1);
            if (kinds.get(cursor.hash(type)) == LongIndex.NONE) {
                findings.violation(
                        Rule.LABELS, table, cursor.row(), "there is no kind of anomaly '" + cursor.text(type) + "'");
            }
            if (!cursor.isNull(delta) && !isChange(original, modified, delta)) {
                findings.violation(
                        Rule.LABELS, table, cursor.row(), "its signed_delta is not the change of the amount");
            }
        };
    }

    private boolean isChange(int original, int modified, int delta) {
        try {
            long before = cursor.decimal(original, 2);
            long after = cursor.decimal(modified, 2);
            long change = Math.abs(cursor.decimal(delta, 2));
            return change == Math.abs(after - before) || change == after + before;
        } catch (MalformedValueException e) {
            // The columns of values are texts, so that nothing else tells of one that is no amount.
            return false;
        }
    }

    RowHandler qualityLabels() {
        return () -> findings.checked(Rule.LABELS, 1);
    }

    RowHandler documentReferences() throws IOException {
        int type = column("document_type");
        int id = column("document_id");
        int precedingType = column("preceding_document_type");
        int preceding = column("preceding_document_id");
        return () -> {
            refer("document_id", references.keyOfType(cursor.hash(type)), id);
            refer("preceding_document_id", references.keyOfType(cursor.hash(precedingType)), preceding);
        };
    }

    RowHandler graphNodes() throws IOException {
        int id = column("node_id");
        int anomaly = column("anomaly");
        return () -> flag(id, GraphFlags.NODE, cursor.bool(anomaly));
    }

    RowHandler graphEdges() throws IOException {
        int source = column("source_id");
        int target = column("target_id");
        int anomaly = column("anomaly");
        return () -> {
            boolean flagged = cursor.bool(anomaly);
            if (!flag(source, GraphFlags.EDGE, flagged) && !flag(target, GraphFlags.EDGE, flagged) && flagged) {
                findings.violation(Rule.GRAPH_FLAGS, table, cursor.row(), "it has the flag, and is of no entry");
            }
        };
    }

    /** Tells of the flag of what a node's id is the entry of; false if it is not that of an entry. */
    private boolean flag(int id, int role, boolean flagged) throws IOException {
        Row row = cursor.fields();
        byte[] bytes = row.source(id);
        int start = row.start(id);
        int end = row.end(id);
        int name = start + ENTRY_NODE.length;
        if (end < name || !Arrays.equals(bytes, start, name, ENTRY_NODE, 0, ENTRY_NODE.length)) {
            return false;
        }
        teller.tell(joins.graphFlags, Hash.of(bytes, name, end), role, cursor.row(), flagged ? 1 : 0);
        return true;
    }

    RowHandler payrollLines() throws IOException {
        int run = column("payroll_run_id");
        int company = column("company_code");
        int employee = column("employee_id");
        int year = column("fiscal_year");
        int period = column("period");
        int date = column("posting_date");
        int gross = column("gross_amount");
        int withholding = column("withholding_amount");
        int net = column("net_amount");
        int charges = column("employer_charges");
        int journal = column("journal_id");
        return () -> {
            long owner = cursor.hash(company);
            int day = cursor.date(date);
            long payable = cursor.decimal(net, 2) + cursor.decimal(withholding, 2);
            requireEntry(journal, day, owner);
            findings.checked(Rule.PAYROLL_LINES, 1);
            if (payable != cursor.decimal(gross, 2)) {
                findings.violation(
                        Rule.PAYROLL_LINES,
                        table,
                        cursor.row(),
                        "gross is " + Amounts.text(cursor.decimal(gross, 2)) + ", and net and withholdings "
                                + Amounts.text(payable));
            }
            requirePeriod(Rule.PAYROLL_LINES, owner, year, period, day);
            // Who left within the month has a part of its pay.
            LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
            int from = (int) month.toEpochDay();
            if (!staff.isEmployed(cursor.hash(employee), owner, from, from + month.lengthOfMonth() - 1)) {
                findings.violation(
                        Rule.PAYROLL_LINES,
                        table,
                        cursor.row(),
                        "its employee is not one of the company in the period");
            }
            teller.tell(
                    joins.payrollRuns,
                    cursor.hash(run),
                    MonthlyRuns.LINE,
                    cursor.row(),
                    cursor.hash(journal),
                    Fact.pack(day, owner),
                    cursor.decimal(net, 2),
                    cursor.decimal(withholding, 2) + cursor.decimal(charges, 2),
                    Fact.pack(firstDay(owner), lastDay(owner)));
        };
    }

    /** A day of the ledger is within the fiscal period that a row names. */
    private void requirePeriod(Rule rule, long company, int year, int period, int day) {
        int number = books.company(company);
        if (number == LongIndex.NONE || day < books.firstDay(number)) {
            return;
        }
        Books.Period named = books.period(number, cursor.integer(year), cursor.integer(period));
        if (named == null || day < named.startsOn() || day > named.endsOn()) {
            findings.violation(rule, table, cursor.row(), "its posting date is not in its fiscal period");
        }
    }

    RowHandler depreciationLines() throws IOException {
        int run = column("depreciation_run_id");
        int company = column("company_code");
        int asset = column("asset_id");
        int year = column("fiscal_year");
        int period = column("period");
        int date = column("posting_date");
        int amount = column("depreciation_amount");
        int accumulated = column("accumulated_depreciation");
        int journal = column("journal_id");
        return () -> {
            long owner = cursor.hash(company);
            int day = cursor.date(date);
            long depreciated = cursor.decimal(amount, 2);
            requirePeriod(Rule.DEPRECIATION_LINES, owner, year, period, day);
            teller.tell(
                    joins.depreciationRuns,
                    cursor.hash(run),
                    MonthlyRuns.LINE,
                    cursor.row(),
                    cursor.hash(journal),
                    Fact.pack(day, owner),
                    depreciated);
            teller.tell(
                    joins.depreciatedAssets,
                    cursor.hash(asset),
                    DepreciatedAssets.LINE,
                    cursor.row(),
                    Fact.pack(day, owner),
                    depreciated,
                    cursor.decimal(accumulated, 2));
        };
    }

    RowHandler fixedAssets() throws IOException {
        int id = column("asset_id");
        int company = column("company_code");
        int acquired = column("acquired_on");
        int cost = column("acquisition_cost");
        int salvage = column("salvage_value");
        int life = column("useful_life_months");
        return () -> teller.tell(
                joins.depreciatedAssets,
                cursor.hash(id),
                DepreciatedAssets.ASSET,
                cursor.row(),
                Fact.pack(cursor.date(acquired), cursor.hash(company)),
                cursor.decimal(cost, 2) - cursor.decimal(salvage, 2),
                cursor.integer(life));
    }

    RowHandler inventoryBalances() throws IOException {
        int material = column("material_id");
        int year = column("fiscal_year");
        int period = column("period");
        int received = column("received_quantity");
        int issued = column("issued_quantity");
        return () -> {
            int slot = JournalTotals.slot(cursor.integer(year), cursor.integer(period));
            if (cursor.integer(period) > 0) {
                teller.tell(
                        joins.stockMoves,
                        StockMoves.key(cursor.hash(material), slot),
                        StockMoves.BALANCE,
                        cursor.row(),
                        cursor.integer(received),
                        cursor.integer(issued));
            }
        };
    }

    /**
     * Items of an account add up to its balance.
     *
     * @param sums is given the sum of each company, account and time: 0 for the opening, 1 for the closing items
     */
    RowHandler openItems(Sums sums) throws IOException {
        int asOf = column("as_of_date");
        int company = column("company_code");
        int accountNumber = column("gl_account_number");
        int control = column("control_type");
        int id = column("document_id");
        int amount = column("amount");
        int local = column("local_amount");
        int currency = column("currency");
        return () -> {
            int owner = books.company(cursor.hash(company));
            int account = books.account(cursor.hash(accountNumber));
            if (owner == LongIndex.NONE || account == LongIndex.NONE) {
                findings.violation(Rule.REFERENCES, table, cursor.row(), "its company or account is not there");
                return;
            }
            boolean opening = cursor.date(asOf) == books.firstDay(owner) - 1;
            if (!opening && cursor.date(asOf) != books.lastDay(owner)) {
                findings.violation(
                        Rule.OPEN_ITEMS, table, cursor.row(), "its day is neither that before the ledger nor its last");
            }
            String kind = cursor.text(control);
            if (!books.account(account).control().name().equals(kind)) {
                findings.violation(Rule.OPEN_ITEMS, table, cursor.row(), "its account is not one of " + kind);
            }
            boolean foreign = cursor.hash(currency) != books.company(owner).currency();
            if (!foreign && cursor.decimal(amount, 2) != cursor.decimal(local, 2)) {
                findings.violation(
                        Rule.OPEN_ITEMS,
                        table,
                        cursor.row(),
                        "it is of " + Amounts.text(cursor.decimal(amount, 2)) + ", and in the same currency "
                                + Amounts.text(cursor.decimal(local, 2)));
            }
            if (foreign && opening && !cursor.is(control, GRIR)) {
                joins.foreignDebts.owe(
                        owner,
                        ForeignDebts.OPENING,
                        cursor.hash(currency),
                        cursor.decimal(amount, 2),
                        cursor.decimal(local, 2));
            }
            sums.add(JournalTotals.key(owner, opening ? 0 : 1, account), 0, cursor.decimal(local, 2));
            long key = cursor.hash(id);
            if (kind.equals("GRIR")) {
                teller.tell(
                        joins.grir,
                        key,
                        opening ? OrderGrir.OPENING_ITEM : OrderGrir.CLOSING_ITEM,
                        cursor.row(),
                        cursor.decimal(local, 2));
            } else {
                teller.tell(
                        kind.equals("AP") ? joins.payables : joins.receivables,
                        key,
                        opening ? Debts.OPENING_ITEM : Debts.CLOSING_ITEM,
                        cursor.row(),
                        0,
                        0,
                        cursor.decimal(amount, 2),
                        cursor.decimal(local, 2));
            }
        };
    }
}
