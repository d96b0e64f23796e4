package dev.headroom.generator;

import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The journal-entry tests that auditors apply, on written columns alone: it knows no label. Its limits, phrases and names of accounts repeat
 * those of the generator on purpose: an oracle that took them from there would find whatever is made. Amounts are hundredths of dollars,
 * euros or pounds.
 */
final class AuditTests {
    private static final long[] LIMITS = {1_000_00, 5_000_00, 25_000_00, 100_000_00, 500_000_00};
    private static final Set<String> EMPTY_PHRASES =
            Set.of("Misc", "Adjustment", "Other", "Correction", "Various", "See file", "As discussed", "Per mgmt");

    private record Entry(String id, List<Row> lines) {
        Row header() {
            return lines.get(0);
        }

        /** Whether it is made of balances at the end of a month or year, rather than of what happens. */
        boolean ofBalances() {
            return Set.of("tax", "revaluation", "closing").contains(header().text("source"));
        }

        boolean manual() {
            return header().text("source").equals("manual");
        }

        int day() {
            return header().day("effective_date");
        }

        long debits(String column) {
            return lines.stream()
                    .filter(AuditTests::isDebit)
                    .mapToLong(line -> line.number(column))
                    .sum();
        }

        long balance(String column) {
            return lines.stream()
                    .mapToLong(line -> isDebit(line) ? line.number(column) : -line.number(column))
                    .sum();
        }

        String vendor() {
            return lines.stream()
                    .map(line -> line.text("vendor_id"))
                    .filter(id -> id != null)
                    .findFirst()
                    .orElse("");
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Row> accounts = new HashMap<>();
    private final Map<String, Row> users = new HashMap<>();
    private final Set<String> managers = new HashSet<>();
    private final Set<String> employeeAccounts = new HashSet<>();
    private final Map<String, String> vendorAccounts = new HashMap<>();
    private final Map<String, Integer> closings = new HashMap<>();
    private final Map<String, Integer> firstPayments = new HashMap<>();
    private final Map<String, Row> documents = new HashMap<>();
    private final Map<String, Long> received = new HashMap<>();
    private final Map<String, Set<String>> orderedAccounts = new HashMap<>();
    private final Map<String, Long> costs = new HashMap<>();
    private final Map<String, List<Row>> deliveries = new HashMap<>();
    private final Map<String, Long> revenues = new HashMap<>();
    private final Map<String, String> releases = new HashMap<>();
    private final int lastDay;
    private final Map<String, Set<String>> findings = new TreeMap<>();

    private AuditTests(Tabulation tables) {
        tables.rows("journal_entries").stream()
                .collect(Collectors.groupingBy(row -> row.text("journal_id"), LinkedHashMap::new, Collectors.toList()))
                .forEach((id, lines) -> entries.put(id, new Entry(id, lines)));
        tables.rows("gl_accounts").forEach(row -> accounts.put(row.text("gl_account_number"), row));
        tables.rows("employees").forEach(row -> {
            users.put(row.text("user_id"), row);
            managers.add(row.text("manager_id"));
            employeeAccounts.add(row.text("bank_account"));
        });
        tables.rows("vendors").forEach(row -> vendorAccounts.put(row.text("vendor_id"), row.text("bank_account")));
        tables.rows("fiscal_periods").forEach(row -> closings.put(period(row, "company_code"), row.day("closed_on")));
        tables.rows("payments").forEach(row -> {
            documents.put(row.text("payment_id"), row);
            firstPayments.merge(payment(row, "company_code"), row.day("payment_date"), Math::min);
        });
        tables.rows("vendor_invoices").forEach(row -> documents.put(row.text("vendor_invoice_id"), row));
        tables.rows("goods_receipts").forEach(row -> documents.put(row.text("goods_receipt_id"), row));
        tables.rows("goods_receipt_lines")
                .forEach(row -> received.merge(row.text("goods_receipt_id"), row.number("amount"), Long::sum));
        tables.rows("purchase_order_lines")
                .forEach(row -> orderedAccounts
                        .computeIfAbsent(row.text("purchase_order_id"), id -> new HashSet<>())
                        .add(row.text("gl_account_number")));
        tables.rows("sales_orders").forEach(row -> documents.put(row.text("sales_order_id"), row));
        tables.rows("deliveries").forEach(row -> documents.put(row.text("delivery_id"), row));
        tables.rows("customer_invoices").forEach(row -> documents.put(row.text("customer_invoice_id"), row));
        tables.rows("receipts").forEach(row -> documents.put(row.text("receipt_id"), row));
        tables.rows("delivery_lines")
                .forEach(row -> costs.merge(row.text("delivery_id"), row.number("cost_amount"), Long::sum));
        tables.rows("deliveries").stream()
                .filter(row -> row.text("delivery_type").equals("delivery"))
                .forEach(row -> deliveries
                        .computeIfAbsent(row.text("sales_order_id"), id -> new ArrayList<>())
                        .add(row));
        for (Row line : tables.rows("customer_invoice_lines")) {
            String invoice = line.text("customer_invoice_id");
            long rate = documents.get(invoice).number("exchange_rate");
            revenues.merge(invoice, (line.number("line_amount") * rate + 500_000) / 1_000_000, Long::sum);
        }
        lastDay = tables.rows("fiscal_periods").stream()
                .mapToInt(row -> row.day("ends_on"))
                .max()
                .orElseThrow();
    }

    /** The journal ids that each test finds, by the type of anomaly that it looks for. */
    static Map<String, Set<String>> findings(Tabulation tables) {
        AuditTests tests = new AuditTests(tables);
        tests.entries();
        tests.groups();
        tests.documents();
        return tests.findings;
    }

    private static String period(Row row, String company) {
        return row.text(company) + " " + row.number("fiscal_year") + " " + row.number("period");
    }

    private static String payment(Row row, String company) {
        return row.text(company) + " " + row.text("vendor_id") + " " + row.number("local_amount");
    }

    private static boolean isDebit(Row line) {
        return line.text("amount_credit_debit_indicator").equals("D");
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    private String account(Row line, String column) {
        return accounts.get(line.text("gl_account_number")).text(column);
    }

    private boolean isType(Row line, String type) {
        return account(line, "type").equals(type);
    }

    private void find(String type, String id) {
        findings.computeIfAbsent(type, key -> new TreeSet<>()).add(id);
    }

    private void test(String type, Predicate<Entry> test) {
        entries.values().stream()
                .filter(entry -> !entry.ofBalances() && test.test(entry))
                .forEach(entry -> find(type, entry.id()));
    }

    private void testManual(String type, Predicate<Entry> test) {
        test(type, entry -> entry.manual() && test.test(entry));
    }

    private void testManualLines(String type, Predicate<Row> test) {
        testManual(type, entry -> entry.lines().stream().anyMatch(test));
    }

    private void entries() {
        testManual(
                "fictitious_entry",
                entry -> managers.contains(
                        users.get(entry.header().text("entered_by")).text("employee_id")));
        testManualLines(
                "fictitious_vendor",
                line -> employeeAccounts.contains(vendorAccounts.getOrDefault(line.text("vendor_id"), "")));
        testManualLines("round_dollar", line -> line.number("amount") % 100_000 == 0);
        testManual(
                "self_approval",
                entry -> entry.header().text("entered_by").equals(entry.header().text("approved_by")));
        testManual("exceeded_approval_limit", this::exceedsLimit);
        testManualLines(
                "suspense_account_abuse",
                line -> account(line, "name").equals("Suspense") && line.day("effective_date") + 30 < lastDay);
        testManualLines("expense_capitalisation", line -> isType(line, "ASSET") && line.text("cost_center_id") != null);
        testManualLines(
                "premature_revenue",
                line -> isType(line, "REVENUE")
                        && date(line.day("document_date")).withDayOfMonth(1).isAfter(date(line.day("effective_date"))));
        testManualLines("ghost_employee", line -> account(line, "name").equals("Wages and Salaries"));
        testManualLines(
                "duplicate_payment",
                line -> isDebit(line)
                        && firstPayments.getOrDefault(payment(line, "business_unit_code"), Integer.MAX_VALUE)
                                < line.day("effective_date"));
        test("unbalanced_entry", entry -> entry.balance("amount") != 0);
        test(
                "late_posting",
                entry -> entry.header().day("entered_date")
                        > closings.get(period(entry.header(), "business_unit_code")));
        testManual("weekend_posting", entry -> date(entry.day()).getDayOfWeek().getValue() > 5);
        testManual("after_hours_posting", entry -> (entry.header().day("entered_time") / 3600 + 4) % 24 < 10);
        testManual("skipped_approval", entry -> entry.header().text("approved_by") == null);
        testManual(
                "vague_description",
                entry -> EMPTY_PHRASES.contains(entry.header().text("je_header_description")));
        test(
                "unusually_high_amount",
                entry -> !isDocument(entry)
                        && entry.lines().stream().anyMatch(line -> line.number("amount") > 10_000_000_000L));
        test("benford_violation", entry -> entry.lines().size() >= 100 && deviation(entry) > .08);
        test(
                "unusual_account_pair",
                entry -> entry.lines().stream().anyMatch(line -> isType(line, "EQUITY"))
                        && entry.lines().stream().anyMatch(line -> isType(line, "EXPENSE")));
        test(
                "dormant_account",
                entry -> entry.lines().stream()
                        .anyMatch(line -> account(line, "name").equals("Legacy System Clearing")));
    }

    private boolean exceedsLimit(Entry entry) {
        Row approver = users.get(entry.header().text("approved_by"));
        return entry.header().text("approved_by") != null
                && approver.values().get("approval_limit") != null
                && approver.number("approval_limit") < entry.debits("local_amount");
    }

    /** Mean absolute deviation of the first digits from Benford's law. */
    private static double deviation(Entry entry) {
        int[] counts = new int[10];
        entry.lines()
                .forEach(line -> counts[Long.toString(line.number("amount")).charAt(0) - '0']++);
        double sum = 0;
        for (int digit = 1; digit <= 9; digit++) {
            sum += Math.abs(counts[digit] / (double) entry.lines().size() - Math.log10(1 + 1.0 / digit));
        }
        return sum / 9;
    }

    private void groups() {
        List<Entry> manual = entries.values().stream().filter(Entry::manual).toList();
        by(manual, entry -> entry.header().text("entered_by") + " " + entry.vendor())
                .forEach((key, group) -> {
                    if (!key.endsWith(" ")) {
                        findBelowLimits(group);
                    }
                });
        by(manual, entry -> entry.header().text("entered_by") + " " + entry.day() + " " + entry.vendor())
                .forEach((key, group) -> {
                    if (!key.endsWith(" ") && group.size() >= 3 && isSplit(group)) {
                        group.forEach(entry -> find("split_transaction", entry.id()));
                    }
                });
        by(
                        manual,
                        entry -> period(entry.header(), "business_unit_code")
                                + entry.lines().stream()
                                        .map(line -> line.text("gl_account_number")
                                                + line.number("amount")
                                                + line.text("amount_credit_debit_indicator"))
                                        .sorted()
                                        .collect(Collectors.joining(" ")))
                .values()
                .forEach(group -> {
                    if (group.size() > 1) {
                        group.forEach(entry -> find("duplicate_entry", entry.id()));
                    }
                });
        by(
                        manual,
                        entry -> entry.header().text("entered_by") + " "
                                + entry.header().day("entered_date"))
                .values()
                .forEach(this::findBursts);
        by(
                        manual.stream()
                                .filter(entry -> entry.lines().size() == 2)
                                .toList(),
                        entry -> entry.header().text("business_unit_code") + " " + entry.debits("local_amount"))
                .values()
                .forEach(this::findRings);
    }

    private static Map<String, List<Entry>> by(List<Entry> entries, java.util.function.Function<Entry, String> key) {
        return entries.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private void findBelowLimits(List<Entry> group) {
        for (long limit : LIMITS) {
            List<Entry> below = group.stream()
                    .filter(entry ->
                            entry.debits("local_amount") < limit && entry.debits("local_amount") >= .99 * limit)
                    .toList();
            if (below.size() >= 3) {
                below.forEach(entry -> find("just_below_threshold", entry.id()));
            }
        }
    }

    private static boolean isSplit(List<Entry> group) {
        long sum =
                group.stream().mapToLong(entry -> entry.debits("local_amount")).sum();
        long most = group.stream()
                .mapToLong(entry -> entry.debits("local_amount"))
                .max()
                .orElseThrow();
        for (long limit : LIMITS) {
            // Amounts that are just below a limit are another test's.
            if (most < .99 * limit && sum > limit) {
                return true;
            }
        }
        return false;
    }

    private void findBursts(List<Entry> group) {
        List<Entry> inOrder = new ArrayList<>(group);
        inOrder.sort(Comparator.comparingInt(entry -> entry.header().day("entered_time")));
        for (int i = 9; i < inOrder.size(); i++) {
            int from = inOrder.get(i - 9).header().day("entered_time");
            if (inOrder.get(i).header().day("entered_time") - from <= 600) {
                inOrder.subList(i - 9, i + 1).forEach(entry -> find("transaction_burst", entry.id()));
            }
        }
    }

    private void findRings(List<Entry> group) {
        for (Entry first : group) {
            for (Entry second : group) {
                for (Entry third : group) {
                    // What is cleared on one account goes nowhere.
                    if (!to(first).equals(from(first))
                            && to(first).equals(from(second))
                            && to(second).equals(from(third))
                            && to(third).equals(from(first))) {
                        List.of(first, second, third).forEach(entry -> find("circular_transaction", entry.id()));
                    }
                }
            }
        }
    }

    private static String to(Entry entry) {
        return entry.lines().get(isDebit(entry.lines().get(0)) ? 0 : 1).text("gl_account_number");
    }

    private static String from(Entry entry) {
        return entry.lines().get(isDebit(entry.lines().get(0)) ? 1 : 0).text("gl_account_number");
    }

    private static boolean isDocument(Entry entry) {
        return entry.header().text("source_document_id") != null;
    }

    private void documents() {
        for (Entry entry : entries.values()) {
            Row document = documents.get(entry.header().text("source_document_id"));
            if (document != null) {
                compare(entry, document);
            }
        }
    }

    /** Compares an entry with the document that posts it. */
    private void compare(Entry entry, Row document) {
        String type = entry.header().text("source_document_type");
        switch (entry.header().text("document_type")) {
            case "WE", "WA" -> {
                int sign = document.text("receipt_type").equals("return") ? -1 : 1;
                compare(entry, "GRIR", sign * received.get(document.text("goods_receipt_id")));
                compareDay(entry, document.day("receipt_date"));
            }
            case "RE", "KG" -> {
                int sign = document.text("invoice_type").equals("invoice") ? 1 : -1;
                compare(entry, "AP", sign * document.number("gross_amount"));
                compareDay(entry, document.day("invoice_date"));
            }
            case "ZP" -> {
                compare(entry, "BANK", document.number("local_amount"));
                compareDay(entry, document.day("payment_date"));
            }
            case "WF" -> compareProduction(entry, document.text("sales_order_id"));
            case "WL", "WR" -> {
                int sign = document.text("delivery_type").equals("return") ? -1 : 1;
                compare(entry, "INVENTORY", sign * costs.get(document.text("delivery_id")));
                compareDay(entry, document.day("delivery_date"));
            }
            case "RV", "DG" -> {
                int sign = document.text("invoice_type").equals("invoice") ? -1 : 1;
                compare(entry, "AR", sign * document.number("gross_amount"));
                compareDay(entry, document.day("invoice_date"));
            }
            case "RR" -> compareRelease(entry, document);
            case "DZ", "DR" -> {
                int sign = document.text("receipt_type").equals("refund") ? 1 : -1;
                compare(entry, "BANK", sign * document.number("local_amount"));
                compareDay(entry, document.day("receipt_date"));
            }
            case "DA" -> {
                compare(entry, "AR", document.number("local_amount"));
                compareDay(entry, document.day("receipt_date"));
            }
            default -> throw new IllegalStateException(entry.toString());
        }
        Set<String> ordered =
                type.equals("goods_receipt") ? orderedAccounts.get(document.text("purchase_order_id")) : Set.of();
        if (entry.lines().stream().anyMatch(line -> isForeign(line, ordered))) {
            find("misclassified_account", entry.id());
        }
    }

    private void compare(Entry entry, String control, long truth) {
        compareAmount(
                entry,
                entry.lines().stream()
                        .filter(line -> control.equals(account(line, "control_type")))
                        .mapToLong(line -> isDebit(line) ? -line.number("amount") : line.number("amount"))
                        .sum(),
                truth);
    }

    private void compareAmount(Entry entry, long credit, long truth) {
        if (credit == -truth) {
            find("reversed_amount", entry.id());
        } else if (credit == 10 * truth || credit == 100 * truth) {
            find("decimal_error", entry.id());
        } else if (credit != truth && (credit - truth) % 9 == 0) {
            find("transposed_digits", entry.id());
        }
    }

    private void compareDay(Entry entry, int day) {
        if (date(entry.day()).getMonthValue() != date(day).getMonthValue()) {
            find("wrong_period", entry.id());
        }
    }

    private static long debits(Entry entry, Predicate<Row> which) {
        return entry.lines().stream()
                .filter(which)
                .mapToLong(line -> isDebit(line) ? line.number("amount") : -line.number("amount"))
                .sum();
    }

    /** What is made for an order is delivered some days later. */
    private void compareProduction(Entry entry, String order) {
        List<Row> delivered = deliveries.get(order);
        long made = debits(entry, line -> account(line, "name").equals("Finished Goods"));
        if (delivered.stream().noneMatch(row -> costs.get(row.text("delivery_id")) == made)) {
            delivered.forEach(row -> compareAmount(entry, made, costs.get(row.text("delivery_id"))));
        }
        if (delivered.stream()
                .noneMatch(row ->
                        row.day("delivery_date") - entry.day() >= 0 && row.day("delivery_date") - entry.day() < 15)) {
            find("wrong_period", entry.id());
        }
    }

    /** Each month of a subscription has an equal part of its revenue, but for what it is rounded by. */
    private void compareRelease(Entry entry, Row invoice) {
        long months = invoice.number("revenue_months");
        long part = revenues.get(invoice.text("customer_invoice_id")) / months;
        long released = debits(entry, line -> account(line, "name").equals("Deferred Revenue"));
        if (released != part && released != part + 1) {
            compareAmount(entry, released, part);
            compareAmount(entry, released, part + 1);
        }
        LocalDate first = date(invoice.day("invoice_date")).withDayOfMonth(1);
        LocalDate day = date(entry.day());
        String month = invoice.text("customer_invoice_id") + " " + day.withDayOfMonth(1);
        String other = releases.putIfAbsent(month, entry.id());
        if (other != null) {
            find("wrong_period", other);
            find("wrong_period", entry.id());
        }
        if (day.isBefore(first) || !day.isBefore(first.plusMonths(months))) {
            find("wrong_period", entry.id());
        }
    }

    /** Whether an account is neither a subledger's, nor takes what documents post beside it, nor was ordered for. */
    private boolean isForeign(Row line, Set<String> ordered) {
        boolean sale = line.text("source").equals("sales");
        String control = account(line, "control_type");
        return !(sale ? Set.of("AR", "INVENTORY", "BANK", "TAX") : Set.of("AP", "GRIR", "BANK", "TAX"))
                        .contains(control == null ? "" : control)
                && !ordered.contains(line.text("gl_account_number"))
                && !(sale && account(line, "type").equals("REVENUE"))
                && !Set.of(
                                "Purchase Price Variance",
                                "Discounts Received",
                                "Foreign Exchange Gains",
                                "Foreign Exchange Losses",
                                "Cost of Goods Sold",
                                "Absorbed Production Cost",
                                "Deferred Revenue",
                                "Allowance for Doubtful Accounts")
                        .contains(account(line, "name"));
    }
}
