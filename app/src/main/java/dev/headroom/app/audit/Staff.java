package dev.headroom.app.audit;

import java.io.IOException;
import java.util.Arrays;

/** Who works for whom, who may approve how much, and employees' bank accounts. Immutable once it is read; safe for many threads. */
final class Staff {
    /** A limit that covers everything. */
    static final long UNLIMITED = Long.MAX_VALUE;

    private final LongIndex byId = new LongIndex();
    private final LongIndex byUser = new LongIndex();
    private int[] employeeOfUser = new int[64];
    private long[] ids = new long[64];
    private long[] managers = new long[64];
    private long[] users = new long[64];
    private long[] limits = new long[64];
    private long[] companies = new long[64];
    private int[] hired = new int[64];
    private int[] terminated = new int[64];
    private final LongSet withReports = new LongSet();
    private final LongSet bankAccounts = new LongSet();

    private Staff() {}

    static Staff read(Opener opener) throws IOException {
        Staff staff = new Staff();
        try (TableCursor cursor = opener.open("employees")) {
            int id = cursor.column("employee_id");
            int user = cursor.column("user_id");
            int company = cursor.column("company_code");
            int manager = cursor.column("manager_id");
            int limit = cursor.column("approval_limit");
            int bank = cursor.column("bank_account");
            int hiredOn = cursor.column("hired_on");
            int terminatedOn = cursor.column("terminated_on");
            cursor.eachRow(() -> {
                int number = staff.byId.add(cursor.hash(id));
                staff.makeRoom(number);
                staff.ids[number] = cursor.hash(id);
                staff.managers[number] = cursor.hash(manager);
                staff.withReports.add(cursor.hash(manager));
                if (!cursor.isNull(bank)) {
                    staff.bankAccounts.add(cursor.hash(bank));
                }
                staff.users[number] = cursor.hash(user);
                staff.companies[number] = cursor.hash(company);
                staff.limits[number] = cursor.isNull(limit) ? UNLIMITED : cursor.decimal(limit, 2);
                staff.hired[number] = cursor.date(hiredOn);
                staff.terminated[number] = cursor.isNull(terminatedOn) ? Integer.MAX_VALUE : cursor.date(terminatedOn);
                if (!cursor.isNull(user)) {
                    staff.employeeOfUser[staff.byUser.add(cursor.hash(user))] = number;
                }
            });
        }
        return staff;
    }

    private void makeRoom(int number) {
        if (number == managers.length) {
            int length = 2 * number;
            employeeOfUser = Arrays.copyOf(employeeOfUser, length);
            ids = Arrays.copyOf(ids, length);
            managers = Arrays.copyOf(managers, length);
            users = Arrays.copyOf(users, length);
            limits = Arrays.copyOf(limits, length);
            companies = Arrays.copyOf(companies, length);
            hired = Arrays.copyOf(hired, length);
            terminated = Arrays.copyOf(terminated, length);
        }
    }

    /** Whether a user is a person. */
    boolean isPerson(long user) {
        return byUser.get(user) != LongIndex.NONE;
    }

    /** Whether someone reports to a user. */
    boolean hasReports(long user) {
        int found = byUser.get(user);
        return found != LongIndex.NONE && withReports.contains(ids[employeeOfUser[found]]);
    }

    /** The largest amount that a user may approve, in hundredths; {@link #UNLIMITED} for one who is no employee. */
    long limit(long user) {
        int found = byUser.get(user);
        return found == LongIndex.NONE ? UNLIMITED : limits[employeeOfUser[found]];
    }

    /** Whether a bank account is that of an employee. */
    boolean hasBankAccount(long account) {
        return bankAccounts.contains(account);
    }

    /**
     * The user who has to approve what a person makes: the first manager upward whose limit covers an amount.
     *
     * @return 0 if there is none
     */
    long approver(long user, long amount) {
        int found = byUser.get(user);
        int employee = found == LongIndex.NONE ? found : employeeOfUser[found];
        for (int steps = 0; employee != LongIndex.NONE && steps <= byId.size(); steps++) {
            employee = managers[employee] == 0 ? LongIndex.NONE : byId.get(managers[employee]);
            if (employee != LongIndex.NONE && limits[employee] >= amount) {
                return users[employee];
            }
        }
        return 0;
    }

    /** Whether an employee of a company was employed on one of some days. */
    boolean isEmployed(long id, long company, int from, int to) {
        int employee = byId.get(id);
        return employee != LongIndex.NONE
                && companies[employee] == company
                && hired[employee] <= to
                && terminated[employee] >= from;
    }
}
