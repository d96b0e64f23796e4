package dev.headroom.app.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What audit tests ask of master data: accounts, users, vendors and periods. In memory, as there are so many of them and no more. */
final class AuditMasters {
    /** Stands for an account that is not in the chart. */
    static final Account UNKNOWN = new Account("", "", "");

    /** Approval limit of who may approve any amount. */
    static final long NO_LIMIT = Long.MAX_VALUE;

    /**
     * An account.
     *
     * @param name its name
     * @param type ASSET, LIABILITY, EQUITY, REVENUE or EXPENSE
     * @param control subledger that posts to it; empty for none
     */
    record Account(String name, String type, String control) {}

    private final LongIndex accountIndex = new LongIndex();
    private final List<Account> accounts = new ArrayList<>();
    private final LongIndex userIndex = new LongIndex();
    private final List<Long> userLimits = new ArrayList<>();
    private final LongSet managers = new LongSet();
    private final List<Long> employeesOfUsers = new ArrayList<>();
    private final LongSet employeeBanks = new LongSet();
    private final LongSet suspiciousVendors = new LongSet();
    private final Sums closings = new Sums(1);
    private int lastDay = Integer.MIN_VALUE;

    private AuditMasters() {}

    /** Reads the tables of master data, as far as they are there. */
    static AuditMasters read(RunTables tables, Labels labels, LabelFindings findings) throws IOException {
        AuditMasters masters = new AuditMasters();
        if (tables.has("gl_accounts")) {
            try (TableCursor cursor = TableCursor.asWritten(tables, "gl_accounts", labels, findings)) {
                masters.readAccounts(cursor);
            }
        }
        if (tables.has("employees")) {
            try (TableCursor cursor = TableCursor.asWritten(tables, "employees", labels, findings)) {
                masters.readEmployees(cursor);
            }
        }
        if (tables.has("vendors")) {
            try (TableCursor cursor = TableCursor.asWritten(tables, "vendors", labels, findings)) {
                masters.readVendors(cursor);
            }
        }
        if (tables.has("fiscal_periods")) {
            try (TableCursor cursor = TableCursor.asWritten(tables, "fiscal_periods", labels, findings)) {
                masters.readPeriods(cursor);
            }
        }
        return masters;
    }

    private void readAccounts(TableCursor cursor) throws IOException {
        int number = cursor.column("gl_account_number");
        int name = cursor.column("name");
        int type = cursor.column("type");
        int control = cursor.column("control_type");
        while (cursor.next()) {
            if (accountIndex.add(cursor.hash(number)) == accounts.size()) {
                accounts.add(new Account(cursor.text(name), cursor.text(type), cursor.text(control)));
            }
        }
    }

    private void readEmployees(TableCursor cursor) throws IOException {
        int id = cursor.column("employee_id");
        int user = cursor.column("user_id");
        int manager = cursor.column("manager_id");
        int limit = cursor.column("approval_limit");
        int bank = cursor.column("bank_account");
        while (cursor.next()) {
            if (!cursor.isNull(manager)) {
                managers.add(cursor.hash(manager));
            }
            if (!cursor.isNull(bank) && !cursor.is(bank, "".getBytes(StandardCharsets.UTF_8))) {
                employeeBanks.add(cursor.hash(bank));
            }
            if (!cursor.isNull(user) && userIndex.add(cursor.hash(user)) == userLimits.size()) {
                userLimits.add(cursor.isNull(limit) ? NO_LIMIT : cursor.decimal(limit, 2));
                employeesOfUsers.add(cursor.hash(id));
            }
        }
    }

    private void readVendors(TableCursor cursor) throws IOException {
        int id = cursor.column("vendor_id");
        int bank = cursor.column("bank_account");
        while (cursor.next()) {
            if (!cursor.isNull(bank) && employeeBanks.contains(cursor.hash(bank))) {
                suspiciousVendors.add(cursor.hash(id));
            }
        }
    }

    private void readPeriods(TableCursor cursor) throws IOException {
        int company = cursor.column("company_code");
        int year = cursor.column("fiscal_year");
        int period = cursor.column("period");
        int ends = cursor.column("ends_on");
        int closed = cursor.column("closed_on");
        while (cursor.next()) {
            long key = periodKey(cursor.hash(company), (int) cursor.integer(year), (int) cursor.integer(period));
            int at = closings.at(key);
            closings.values()[at] = cursor.date(closed);
            lastDay = Math.max(lastDay, cursor.date(ends));
        }
    }

    private static long periodKey(long company, int year, int period) {
        return Hash.of(company, 100L * year + period);
    }

    /** An account by the hash of its number. */
    Account account(long number) {
        int index = accountIndex.get(number);
        return index == LongIndex.NONE ? UNKNOWN : accounts.get(index);
    }

    /** The accounts of the chart. */
    int accountCount() {
        return accounts.size();
    }

    /** The position of an account in the chart; below zero if it is not there. */
    int accountPosition(long number) {
        return accountIndex.get(number);
    }

    /** Whether someone reports to a user. */
    boolean hasReports(long user) {
        int index = userIndex.get(user);
        return index != LongIndex.NONE && managers.contains(employeesOfUsers.get(index));
    }

    /** The largest amount that a user may approve, in hundredths; no limit for one who is no employee. */
    long approvalLimit(long user) {
        int index = userIndex.get(user);
        return index == LongIndex.NONE ? NO_LIMIT : userLimits.get(index);
    }

    /** Whether a vendor has the bank account of an employee. */
    boolean isSuspicious(long vendor) {
        return suspiciousVendors.contains(vendor);
    }

    /** The day on which a company's period was closed; the last possible one if it is not known. */
    int closedOn(long company, int year, int period) {
        long key = periodKey(company, year, period);
        return closings.has(key) ? (int) closings.get(key, 0) : Integer.MAX_VALUE;
    }

    /** The last day of the ledger. */
    int lastDay() {
        return lastDay;
    }
}
