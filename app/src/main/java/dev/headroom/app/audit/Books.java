package dev.headroom.app.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Companies, fiscal periods and accounts of a run, by hash and by number. Immutable once it is read; safe for many threads. */
final class Books {
    /** Subledgers that post to control accounts, as the column control_type has them. */
    enum Control {
        NONE(0),
        AR(1),
        AP(2),
        GRIR(3),
        INVENTORY(4),
        BANK(5),
        TAX(6),
        FIXED_ASSETS(7),
        PAYROLL(8);

        static final int COUNT = 9;

        private final int code;

        Control(int code) {
            this.code = code;
        }

        /** A number from 0 on. */
        int code() {
            return code;
        }
    }

    /** A period of a company's books, in days since 1970-01-01. */
    record Period(int startsOn, int endsOn, int openedOn, int closedOn) {}

    /** An account. */
    record Account(String number, String name, String type, String subtype, Control control) {
        /** Stands for an account that is not in the chart. */
        static final Account UNKNOWN = new Account("", "", "", "", Control.NONE);

        /** Whether a year's close clears it. */
        boolean isResult() {
            return type.equals("REVENUE") || type.equals("EXPENSE");
        }

        boolean isDeferredRevenue() {
            return subtype.equals("DEFERRED_REVENUE");
        }
    }

    /** A company. */
    record Company(String code, long currency, long country) {}

    private static final int MONTHS = 12;

    private final LongIndex companyIndex = new LongIndex();
    private final List<Company> companies = new ArrayList<>();
    private final LongIndex accountIndex = new LongIndex();
    private final List<Account> accounts = new ArrayList<>();
    private final Map<Long, Period> periods = new HashMap<>();
    private int[] firstDays = new int[0];
    private int[] lastDays = new int[0];
    /** By company, the periods in their order: first day, and slot. */
    private final List<TreeMap<Integer, Integer>> slots = new ArrayList<>();

    private Books() {}

    static Books read(Opener opener, RuleFindings findings) throws IOException {
        Books books = new Books();
        books.readCompanies(opener);
        books.readAccounts(opener, findings);
        books.readPeriods(opener, findings);
        return books;
    }

    private void readCompanies(Opener opener) throws IOException {
        try (TableCursor cursor = opener.open("companies")) {
            int code = cursor.column("company_code");
            int currency = cursor.column("currency");
            int country = cursor.column("country");
            while (cursor.next()) {
                if (companyIndex.add(cursor.hash(code)) == companies.size()) {
                    companies.add(new Company(cursor.text(code), cursor.hash(currency), cursor.hash(country)));
                }
            }
        }
        companies.forEach(company -> slots.add(new TreeMap<>()));
        firstDays = new int[companies.size()];
        lastDays = new int[companies.size()];
        Arrays.fill(firstDays, Integer.MAX_VALUE);
        Arrays.fill(lastDays, Integer.MIN_VALUE);
    }

    private void readAccounts(Opener opener, RuleFindings findings) throws IOException {
        try (TableCursor cursor = opener.open("gl_accounts")) {
            int number = cursor.column("gl_account_number");
            int name = cursor.column("name");
            int type = cursor.column("type");
            int subtype = cursor.column("subtype");
            int control = cursor.column("control_type");
            while (cursor.next()) {
                if (accountIndex.add(cursor.hash(number)) == accounts.size()) {
                    accounts.add(new Account(
                            cursor.text(number),
                            cursor.text(name),
                            cursor.text(type),
                            cursor.text(subtype),
                            control(cursor, control, findings)));
                }
            }
        }
    }

    private static Control control(TableCursor cursor, int column, RuleFindings findings) {
        String name = cursor.text(column);
        for (Control control : Control.values()) {
            if (control.name().equals(name)) {
                return control;
            }
        }
        if (!cursor.isNull(column)) {
            findings.violation(
                    Rule.VALUES, "gl_accounts", cursor.row(), "control_type: '" + name + "' is no kind of subledger");
        }
        return Control.NONE;
    }

    private void readPeriods(Opener opener, RuleFindings findings) throws IOException {
        try (TableCursor cursor = opener.open("fiscal_periods")) {
            int company = cursor.column("company_code");
            int year = cursor.column("fiscal_year");
            int period = cursor.column("period");
            int starts = cursor.column("starts_on");
            int ends = cursor.column("ends_on");
            int opened = cursor.column("opened_on");
            int closed = cursor.column("closed_on");
            cursor.eachRow(() -> {
                int number = companyIndex.get(cursor.hash(company));
                if (number == LongIndex.NONE) {
                    return;
                }
                int slot = JournalTotals.slotOrNone(cursor.integer(year), cursor.integer(period));
                if (slot == JournalTotals.NO_SLOT) {
                    findings.violation(
                            Rule.VALUES,
                            "fiscal_periods",
                            cursor.row(),
                            "there can be no period " + cursor.integer(period) + " of fiscal year "
                                    + cursor.integer(year));
                    return;
                }
                Period found =
                        new Period(cursor.date(starts), cursor.date(ends), cursor.date(opened), cursor.date(closed));
                if (cursor.integer(period) <= MONTHS) {
                    slots.get(number).put(found.startsOn(), slot);
                }
                periods.put(key(number, slot), found);
                firstDays[number] = Math.min(firstDays[number], found.startsOn());
                lastDays[number] = Math.max(lastDays[number], found.endsOn());
            });
        }
    }

    private static long key(int company, int slot) {
        return (long) company << 32 | slot;
    }

    /** The number of a company, or {@link LongIndex#NONE}. */
    int company(long hash) {
        return companyIndex.get(hash);
    }

    Company company(int number) {
        return companies.get(number);
    }

    int companyCount() {
        return companies.size();
    }

    /** The number of an account, or {@link LongIndex#NONE}. */
    int account(long hash) {
        return accountIndex.get(hash);
    }

    Account account(int number) {
        return accounts.get(number);
    }

    int accountCount() {
        return accounts.size();
    }

    /** The first day of a company's books. */
    int firstDay(int company) {
        return firstDays[company];
    }

    /** The last day of a company's books. */
    int lastDay(int company) {
        return lastDays[company];
    }

    /** The period of a day in a company's books as one number; 0 for a day before them. */
    int slot(int company, int day) {
        Map.Entry<Integer, Integer> found = slots.get(company).floorEntry(day);
        return found == null ? 0 : found.getValue();
    }

    /** The months of a company's books as numbers, in their order. */
    Collection<Integer> slots(int company) {
        return slots.get(company).values();
    }

    /** A period; null if there is none. */
    @Nullable
    Period period(int company, long year, long period) {
        int slot = JournalTotals.slotOrNone(year, period);
        return slot == JournalTotals.NO_SLOT ? null : periods.get(key(company, slot));
    }
}
