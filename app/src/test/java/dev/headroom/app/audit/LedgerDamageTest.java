package dev.headroom.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sink.Compression.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a run, verify names the file, the row and the rule. */
@Timeout(300)
class LedgerDamageTest {
    private static final String JOURNAL = "journal_entries";

    @TempDir
    private static Path shared;

    private static Path run;
    private static final Set<String> LABELLED = new HashSet<>();

    @TempDir
    Path temp;

    @BeforeAll
    static void generate() throws Exception {
        run = shared.resolve("run");
        AuditedRuns.generate(run, "manufacturing", 4000, "csv", Method.NONE);
        for (String labels : List.of("quality_labels", "anomaly_labels")) {
            CsvTable table = CsvTable.read(run.resolve(labels + ".csv"));
            for (int row = 1; row <= table.size(); row++) {
                LABELLED.add(table.get(row, "record_key").replaceAll("\\|.*", ""));
            }
        }
    }

    /** What is done to a table; the row that is to be named. */
    @FunctionalInterface
    interface Deed {
        int to(CsvTable table);
    }

    /** A damage, and where it is to be found. */
    record Damage(String what, String table, Deed deed, Rule rule, String named, boolean concernsAll) {
        Damage(String what, String table, Deed deed, Rule rule, String named) {
            this(what, table, deed, rule, named, false);
        }

        Damage(String what, String table, Deed deed, Rule rule) {
            this(what, table, deed, rule, table);
        }

        /** So much is then wrong that only the first of it is told. */
        Damage thatConcernsAll() {
            return new Damage(what, table, deed, rule, named, true);
        }

        /** Whether it cannot be told apart from another one in the same run. */
        boolean meets(Damage other) {
            boolean otherEntries = table.equals(JOURNAL) && other.table.equals(JOURNAL);
            return (!otherEntries && (table.equals(other.table) || named.equals(other.named)))
                    || rule == other.rule
                    || concernsAll
                    || other.concernsAll;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static boolean clean(CsvTable table, int row, String key) {
        return table.isClean(row, key);
    }

    /** The first line of an entry without labels of a source. */
    private static int entry(CsvTable table, String source) {
        return entry(table, 200, source);
    }

    private static int entry(CsvTable table, int from, String source) {
        return table.find(
                from,
                row -> clean(table, row, "journal_id")
                        && table.get(row, "source").equals(source)
                        && table.get(row, "journal_id_line_number").equals("1"));
    }

    private static int last(CsvTable table, int first) {
        int row = first;
        while (row < table.size() && table.get(row + 1, "journal_id").equals(table.get(first, "journal_id"))) {
            row++;
        }
        return row;
    }

    /** Sets a value on all lines of an entry. */
    private static int header(CsvTable table, int first, String column, String value) {
        for (int row = first; row <= last(table, first); row++) {
            table.set(row, column, value);
        }
        return first;
    }

    private static int set(CsvTable table, int row, String column, String value) {
        table.set(row, column, value);
        return row;
    }

    /** A document without labels, late enough to be from within the ledger. */
    private static int document(CsvTable table, String key) {
        return table.find(late(table), row -> clean(table, row, key));
    }

    private static int late(CsvTable table) {
        return table.size() * 3 / 4;
    }

    private static String plus(String amount, String more) {
        return new BigDecimal(amount).add(new BigDecimal(more)).toPlainString();
    }

    private static String day(String date, int later) {
        return LocalDate.parse(date).plusDays(later).toString();
    }

    private static Deed add(String key, String column, String more) {
        return table -> {
            int row = document(table, key);
            return set(table, row, column, plus(table.get(row, column), more));
        };
    }

    private static Deed addToAll(String column, String more) {
        return table -> {
            for (int row = 1; row <= table.size(); row++) {
                table.set(row, column, plus(table.get(row, column), more));
            }
            return 0;
        };
    }

    private static Deed put(String key, String column, String value) {
        return table -> set(table, document(table, key), column, value);
    }

    static Stream<Damage> damages() {
        return Stream.of(
                        journal(),
                        people(),
                        documents(),
                        currencies(),
                        clearing(),
                        stock(),
                        months(),
                        runs(),
                        evidence(),
                        labels(),
                        balancesAndMasters())
                .flatMap(damages -> damages);
    }

    private static Stream<Damage> journal() {
        return Stream.of(
                new Damage(
                        "an amount is changed",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            table.set(first + 1, "local_amount", plus(table.get(first + 1, "local_amount"), "1.00"));
                            return first;
                        },
                        Rule.ENTRY_BALANCE),
                new Damage(
                        "an amount is zero",
                        JOURNAL,
                        table -> set(table, entry(table, "interface") + 1, "reporting_amount", "0.00"),
                        Rule.LINE_SIDES),
                new Damage(
                        "a line is lost",
                        JOURNAL,
                        table -> {
                            int first =
                                    table.find(row -> clean(table, row, "journal_id") && last(table, row) > row + 2);
                            table.remove(first + 1);
                            return first + 1;
                        },
                        Rule.ENTRY_LINES),
                new Damage(
                        "lines have different headers",
                        JOURNAL,
                        table -> set(table, entry(table, "interface") + 1, "document_type", "XX"),
                        Rule.ENTRY_LINES),
                new Damage(
                        "an entry is lost",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            String company = table.get(first, "business_unit_code");
                            for (int row = last(table, first); row >= first; row--) {
                                table.remove(row);
                            }
                            return table.find(
                                    first,
                                    row -> table.get(row, "business_unit_code").equals(company));
                        },
                        Rule.ENTRY_NUMBERS),
                new Damage(
                        "a number is given twice",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            String company = table.get(first, "business_unit_code");
                            // Not the next one, which would look like more lines of the first.
                            int second = table.find(
                                    last(table, last(table, first) + 1) + 1,
                                    row -> table.get(row, "business_unit_code").equals(company)
                                            && clean(table, row, "journal_id"));
                            return header(table, second, "journal_id", table.get(first, "journal_id"));
                        },
                        Rule.ENTRY_NUMBERS),
                new Damage(
                        "an entry is entered after the close",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            return header(table, first, "entered_date", day(table.get(first, "effective_date"), 60));
                        },
                        Rule.POSTING_WINDOW),
                new Damage(
                        "an entry is in another period",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            boolean january = table.get(first, "period").equals("1");
                            return header(table, first, "period", january ? "2" : "1");
                        },
                        Rule.ENTRY_PERIODS),
                new Damage(
                        "a document is of the period of the close",
                        JOURNAL,
                        table -> {
                            int first = table.find(row -> table.get(row, "source")
                                            .equals("purchasing")
                                    && table.get(row, "journal_id_line_number").equals("1")
                                    && table.get(row, "period").equals("12")
                                    && clean(table, row, "journal_id"));
                            return header(table, first, "period", "13");
                        },
                        Rule.ENTRY_PERIODS),
                new Damage(
                        "a voucher is of the future",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "manual");
                            return header(table, first, "document_date", day(table.get(first, "effective_date"), 1));
                        },
                        Rule.ENTRY_DATES),
                new Damage(
                        "a local currency is wrong",
                        JOURNAL,
                        table -> header(table, entry(table, "interface"), "local_amount_currency", "CHF"),
                        Rule.ENTRY_CURRENCIES),
                new Damage(
                        "a person posts to payables",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "manual");
                            table.set(first + 1, "gl_account_number", "200000");
                            return first;
                        },
                        Rule.CONTROL_ACCOUNTS),
                new Damage(
                        "a reversal names another entry",
                        JOURNAL,
                        table -> {
                            int first = table.find(
                                    row -> table.get(row, "reversal_indicator").equals("true")
                                            && clean(table, row, "journal_id"));
                            return header(table, first, "reversal_journal_id", table.get(1, "journal_id"));
                        },
                        Rule.REVERSALS),
                new Damage(
                        "a date has another form",
                        JOURNAL,
                        table -> header(table, entry(table, "interface"), "effective_date", "01.02.2024"),
                        Rule.VALUES),
                new Damage(
                        "an account does not exist",
                        JOURNAL,
                        table -> set(table, entry(table, "interface") + 1, "gl_account_number", "999999"),
                        Rule.REFERENCES),
                new Damage(
                        "a document does not exist",
                        JOURNAL,
                        table -> header(table, entry(table, "purchasing"), "source_document_id", "GR0000999999"),
                        Rule.REFERENCES));
    }

    private static Stream<Damage> people() {
        return Stream.of(
                new Damage(
                        "a person approves what he made",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "manual");
                            return header(table, first, "approved_by", table.get(first, "entered_by"));
                        },
                        Rule.ENTRY_APPROVAL),
                new Damage(
                        "nobody approves",
                        JOURNAL,
                        table -> header(table, entry(table, "manual"), "approved_by", ""),
                        Rule.ENTRY_APPROVAL),
                new Damage(
                        "somebody else approves",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "manual");
                            int other = table.find(
                                    row -> !table.get(row, "approved_by").isEmpty()
                                            && !table.get(row, "business_unit_code")
                                                    .equals(table.get(first, "business_unit_code")));
                            return header(table, first, "approved_by", table.get(other, "approved_by"));
                        },
                        Rule.ENTRY_APPROVAL),
                new Damage(
                        "a system's entry has an approver",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "interface");
                            int person = entry(table, "manual");
                            return header(table, first, "approved_by", table.get(person, "approved_by"));
                        },
                        Rule.AUTOMATED_ENTRIES),
                new Damage(
                        "a system makes a manual entry",
                        JOURNAL,
                        table -> {
                            int first = entry(table, "manual");
                            int system = entry(table, "interface");
                            return header(table, first, "entered_by", table.get(system, "entered_by"));
                        },
                        Rule.AUTOMATED_ENTRIES),
                new Damage(
                        "a buyer approves his order",
                        "purchase_orders",
                        table -> {
                            int row = document(table, "purchase_order_id");
                            return set(table, row, "approved_by", table.get(row, "created_by"));
                        },
                        Rule.ORDER_APPROVAL),
                new Damage(
                        "an order is released without need",
                        "sales_orders",
                        table -> {
                            int row = table.find(each -> clean(table, each, "sales_order_id")
                                    && table.get(each, "credit_released_by").isEmpty());
                            return set(table, row, "credit_released_by", table.get(row, "created_by"));
                        },
                        Rule.CREDIT_RELEASE),
                new Damage(
                        "somebody else releases an order",
                        "sales_orders",
                        table -> {
                            int row = released(table, "");
                            int other = released(table, table.get(row, "credit_released_by"));
                            return set(table, row, "credit_released_by", table.get(other, "credit_released_by"));
                        },
                        Rule.CREDIT_RELEASE));
    }

    /** An order that somebody has released, and not a certain one. */
    private static int released(CsvTable table, String by) {
        return table.find(row -> clean(table, row, "sales_order_id")
                && !table.get(row, "credit_released_by").isEmpty()
                && !table.get(row, "credit_released_by").equals(by));
    }

    private static Stream<Damage> documents() {
        return Stream.of(
                new Damage(
                        "an order has another total",
                        "purchase_orders",
                        add("purchase_order_id", "total_amount", "0.01"),
                        Rule.ORDER_TOTALS),
                new Damage(
                        "a line has another amount",
                        "sales_order_lines",
                        add("sales_order_id", "line_amount", "1.00"),
                        Rule.LINE_AMOUNTS),
                new Damage(
                        "an invoice has another gross amount",
                        "vendor_invoices",
                        add("vendor_invoice_id", "gross_amount", "100.00"),
                        Rule.INVOICE_TOTALS),
                new Damage(
                        "an invoice is not what its entry posts",
                        "vendor_invoices",
                        add("vendor_invoice_id", "gross_amount", "100.00"),
                        Rule.POSTS_VENDOR_INVOICE),
                new Damage(
                        "an invoice has another net amount",
                        "customer_invoices",
                        add("customer_invoice_id", "net_amount", "100.00"),
                        Rule.INVOICE_TOTALS),
                new Damage(
                        "tax is more than its share of net",
                        "vendor_invoices",
                        add("vendor_invoice_id", "tax_amount", "100.00"),
                        Rule.INVOICE_TAXES),
                new Damage(
                        "tax is not what the entry posts",
                        "customer_invoices",
                        add("customer_invoice_id", "tax_amount", "7.00"),
                        Rule.POSTS_CUSTOMER_INVOICE),
                new Damage(
                        "more is received than ordered",
                        "goods_receipt_lines",
                        add("goods_receipt_id", "quantity", "5000"),
                        Rule.RECEIVED_QUANTITIES),
                new Damage(
                        "more is received than posted",
                        "goods_receipt_lines",
                        table -> {
                            int row = document(table, "goods_receipt_id");
                            set(table, row, "amount", plus(table.get(row, "amount"), "10.00"));
                            return 0;
                        },
                        Rule.POSTS_GOODS_RECEIPT,
                        "goods_receipts"),
                new Damage(
                        "more is delivered than ordered",
                        "delivery_lines",
                        add("delivery_id", "quantity", "5000"),
                        Rule.DELIVERED_QUANTITIES),
                new Damage(
                        "more is invoiced than delivered",
                        "customer_invoice_lines",
                        add("customer_invoice_id", "quantity", "5000"),
                        Rule.INVOICED_QUANTITIES),
                new Damage(
                        "a delivery costs more than posted",
                        "delivery_lines",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> clean(table, each, "delivery_id")
                                            && !table.get(each, "cost_amount").equals("0.00"));
                            set(table, row, "cost_amount", plus(table.get(row, "cost_amount"), "10.00"));
                            return 0;
                        },
                        Rule.POSTS_DELIVERY,
                        "deliveries"),
                new Damage(
                        "an invoice is older than its receipt",
                        "vendor_invoices",
                        put("vendor_invoice_id", "invoice_date", "2023-01-01"),
                        Rule.DOCUMENT_DATES),
                new Damage(
                        "an invoice is of another day than its entry",
                        "customer_invoices",
                        table -> {
                            int row = document(table, "customer_invoice_id");
                            return set(table, row, "invoice_date", day(table.get(row, "invoice_date"), 1));
                        },
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "a delivery is of another customer",
                        "deliveries",
                        table -> {
                            int row = document(table, "delivery_id");
                            int other = table.find(each -> clean(table, each, "delivery_id")
                                    && !table.get(each, "customer_id").equals(table.get(row, "customer_id")));
                            return set(table, row, "customer_id", table.get(other, "customer_id"));
                        },
                        Rule.DOCUMENT_PARTIES),
                new Damage(
                        "a credit memo is for an invoice of another vendor",
                        "vendor_invoices",
                        table -> {
                            int credit = creditMemo(table, "vendor_invoice_id");
                            int other = table.find(
                                    row -> table.get(row, "invoice_type").equals("invoice")
                                            && clean(table, row, "vendor_invoice_id")
                                            && !table.get(row, "vendor_id").equals(table.get(credit, "vendor_id")));
                            return set(table, credit, "credited_invoice_id", table.get(other, "vendor_invoice_id"));
                        },
                        Rule.DOCUMENT_PARTIES),
                new Damage(
                        "a credit memo is older than its invoice",
                        "vendor_invoices",
                        table -> {
                            int credit = creditMemo(table, "vendor_invoice_id");
                            int invoice = table.find(row -> table.get(row, "vendor_invoice_id")
                                    .equals(table.get(credit, "credited_invoice_id")));
                            return set(table, credit, "invoice_date", day(table.get(invoice, "invoice_date"), -1));
                        },
                        Rule.DOCUMENT_DATES),
                new Damage(
                        "a credit memo is for no invoice",
                        "customer_invoices",
                        table -> set(table, creditMemo(table, "customer_invoice_id"), "credited_invoice_id", ""),
                        Rule.VALUES),
                new Damage(
                        "more is cleared than invoiced",
                        "payment_allocations",
                        add("payment_id", "amount", "100000000.00"),
                        Rule.ALLOCATIONS),
                new Damage(
                        "a payment is not what it clears",
                        "payments",
                        add("payment_id", "amount", "1.00"),
                        Rule.PAYMENTS_ALLOCATED),
                new Damage(
                        "a payment is not what its entry posts",
                        "payments",
                        add("payment_id", "local_amount", "1.00"),
                        Rule.POSTS_PAYMENT),
                new Damage(
                        "a receipt is not what its entry posts",
                        "receipts",
                        add("receipt_id", "local_amount", "1.00"),
                        Rule.POSTS_RECEIPT),
                new Damage(
                        "an unmatched invoice is said to match",
                        "vendor_invoices",
                        table -> set(
                                table,
                                table.find(row -> table.get(row, "match_status").equals("unmatched")
                                        && clean(table, row, "vendor_invoice_id")),
                                "match_status",
                                "matched"),
                        Rule.THREE_WAY_MATCH),
                new Damage(
                        "an invoice that is paid is blocked",
                        "vendor_invoices",
                        table -> {
                            set(
                                    table,
                                    table.find(row ->
                                            table.get(row, "match_status").equals("matched")
                                                    && clean(table, row, "vendor_invoice_id")),
                                    "payment_block",
                                    "true");
                            return 0;
                        },
                        Rule.BLOCKED_INVOICES,
                        "payment_allocations"),
                new Damage(
                        "a document names another entry",
                        "goods_receipts",
                        table -> {
                            int row = document(table, "goods_receipt_id");
                            return set(table, row, "journal_id", table.get(row + 1, "journal_id"));
                        },
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "a document names no entry",
                        "payments",
                        put("payment_id", "journal_id", ""),
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "a vendor does not exist",
                        "purchase_orders",
                        put("purchase_order_id", "vendor_id", "V999999"),
                        Rule.REFERENCES),
                new Damage(
                        "a line of an order does not exist",
                        "vendor_invoice_lines",
                        put("vendor_invoice_id", "purchase_order_line_number", "77"),
                        Rule.REFERENCES),
                new Damage(
                        "an order comes twice",
                        "sales_orders",
                        table -> {
                            int row = document(table, "sales_order_id");
                            table.repeat(row);
                            return row + 1;
                        },
                        Rule.KEYS));
    }

    private static int creditMemo(CsvTable table, String key) {
        return table.find(row -> table.get(row, "invoice_type").equals("credit_memo") && clean(table, row, key));
    }

    private static Stream<Damage> currencies() {
        return Stream.of(
                new Damage(
                        "reporting amounts are at another rate",
                        JOURNAL,
                        table -> {
                            int first = twoLines(
                                    table,
                                    row -> table.get(row, "source").equals("interface")
                                            && !table.get(row, "local_amount_currency")
                                                    .equals("EUR"));
                            return addToBoth(table, first, "reporting_amount", "1.00");
                        },
                        Rule.ENTRY_RATES),
                new Damage(
                        "a foreign amount is at another rate",
                        JOURNAL,
                        table -> {
                            int first = twoLines(
                                    table,
                                    row -> foreign(table, row, "local_amount_currency")
                                            && table.get(row, "source_document_type")
                                                    .isEmpty());
                            return addToBoth(table, first, "local_amount", "3.00");
                        },
                        Rule.ENTRY_RATES),
                new Damage(
                        "an invoice is posted at another rate",
                        JOURNAL,
                        table -> {
                            int first = twoLines(
                                    table,
                                    row -> foreign(table, row, "local_amount_currency")
                                            && table.get(row, "source_document_type")
                                                    .equals("customer_invoice"));
                            addToBoth(table, first, "local_amount", "100.00");
                            return 0;
                        },
                        Rule.ENTRY_RATES,
                        "customer_invoices"),
                new Damage(
                        "an order has another rate",
                        "purchase_orders",
                        table -> {
                            int row = foreign(table, "purchase_order_id");
                            return set(table, row, "exchange_rate", plus(table.get(row, "exchange_rate"), "0.000001"));
                        },
                        Rule.DOCUMENT_RATES),
                new Damage(
                        "an invoice has another rate",
                        "customer_invoices",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> clean(table, each, "customer_invoice_id")
                                            && table.get(each, "invoice_type").equals("invoice")
                                            && !table.get(each, "exchange_rate").equals("1.000000"));
                            return set(table, row, "exchange_rate", plus(table.get(row, "exchange_rate"), "0.000001"));
                        },
                        Rule.DOCUMENT_RATES),
                new Damage(
                        "an invoice has another rate than its order",
                        "vendor_invoices",
                        table -> {
                            int row = foreign(table, "vendor_invoice_id");
                            return set(table, row, "exchange_rate", plus(table.get(row, "exchange_rate"), "0.000001"));
                        },
                        Rule.DOCUMENT_RATES),
                new Damage(
                        "a payment is at another rate",
                        "payments",
                        add("payment_id", "local_amount", "1.00"),
                        Rule.DOCUMENT_RATES),
                new Damage(
                        "a receipt is at another rate",
                        "receipts",
                        add("receipt_id", "local_amount", "1.00"),
                        Rule.DOCUMENT_RATES),
                new Damage(
                        "a reversal is at another rate",
                        JOURNAL,
                        table -> {
                            int first = twoLines(
                                    table,
                                    row -> table.get(row, "document_type").equals("SX")
                                            && !table.get(row, "local_amount_currency")
                                                    .equals("EUR"));
                            addToBoth(table, first, "reporting_amount", "0.50");
                            return first;
                        },
                        Rule.REVERSALS));
    }

    private static boolean foreign(CsvTable table, int row, String currency) {
        return !table.get(row, currency).equals(table.get(row, "amount_currency"));
    }

    /** A document in a foreign currency. */
    private static int foreign(CsvTable table, String key) {
        return table.find(
                late(table),
                row -> clean(table, row, key)
                        && !table.get(row, "exchange_rate").equals("1.000000"));
    }

    /** The first line of an entry without labels that has two. */
    private static int twoLines(CsvTable table, Predicate<Integer> wanted) {
        return table.find(row -> clean(table, row, "journal_id")
                && table.get(row, "journal_id_line_number").equals("1")
                && last(table, row) == row + 1
                && wanted.test(row));
    }

    private static int addToBoth(CsvTable table, int first, String column, String more) {
        table.set(first, column, plus(table.get(first, column), more));
        table.set(first + 1, column, plus(table.get(first + 1, column), more));
        return first;
    }

    private static Stream<Damage> clearing() {
        return Stream.of(
                new Damage(
                        "a foreign debt is cleared at another rate",
                        "payment_allocations",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> clean(table, each, "payment_id") && foreignAllocation(table, each));
                            set(table, row, "local_amount", plus(table.get(row, "local_amount"), "1.00"));
                            return 0;
                        },
                        Rule.OPEN_ITEMS,
                        "vendor_invoices"),
                new Damage(
                        "an amount is cleared with another one in the same currency",
                        "receipt_allocations",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> clean(table, each, "receipt_id") && !foreignAllocation(table, each));
                            return set(table, row, "local_amount", plus(table.get(row, "local_amount"), "1.00"));
                        },
                        Rule.ALLOCATIONS),
                new Damage(
                        "a foreign open item is at another rate",
                        "open_items",
                        table -> {
                            int row = table.find(
                                    each -> table.get(each, "control_type").equals("AR")
                                            && !table.get(each, "amount").equals(table.get(each, "local_amount")));
                            return set(table, row, "local_amount", plus(table.get(row, "local_amount"), "1.00"));
                        },
                        Rule.OPEN_ITEMS),
                new Damage(
                        "an unmatched invoice is not blocked",
                        "vendor_invoices",
                        table -> {
                            Map<String, Integer> rows = new HashMap<>();
                            for (int each = 1; each <= table.size(); each++) {
                                rows.put(table.get(each, "vendor_invoice_id"), each);
                            }
                            int credit = table.find(each -> {
                                Integer credited = rows.get(table.get(each, "credited_invoice_id"));
                                return credited != null
                                        && table.get(credited, "match_status").equals("unmatched")
                                        && clean(table, credited, "vendor_invoice_id");
                            });
                            int row = rows.get(table.get(credit, "credited_invoice_id"));
                            table.set(credit, "credited_invoice_id", "");
                            return row;
                        },
                        Rule.BLOCKED_INVOICES),
                new Damage(
                        "an unmatched invoice is paid before it is corrected",
                        "vendor_invoices",
                        table -> {
                            int credit = table.find(
                                    late(table),
                                    row -> table.get(row, "invoice_type").equals("credit_memo")
                                            && clean(table, row, "vendor_invoice_id"));
                            set(table, credit, "invoice_date", "2026-01-01");
                            int row = table.find(each -> table.get(each, "vendor_invoice_id")
                                    .equals(table.get(credit, "credited_invoice_id")));
                            set(table, row, "match_status", "unmatched");
                            return 0;
                        },
                        Rule.BLOCKED_INVOICES,
                        "payment_allocations"),
                new Damage(
                        "a greater discount is taken",
                        "receipt_allocations",
                        table -> {
                            int row = table.find(each -> clean(table, each, "receipt_id")
                                    && !table.get(each, "discount_amount").equals("0.00"));
                            return set(table, row, "discount_amount", plus(table.get(row, "discount_amount"), "1.00"));
                        },
                        Rule.DISCOUNTS),
                new Damage(
                        "a discount is taken too late",
                        "vendors",
                        table -> {
                            for (int row = 1; row <= table.size(); row++) {
                                table.set(row, "discount_days", "0");
                            }
                            return 0;
                        },
                        Rule.DISCOUNTS,
                        "payment_allocations"),
                new Damage(
                        "an invoice is written off as soon as it is due",
                        "receipts",
                        table -> {
                            int row = table.find(
                                    each -> table.get(each, "receipt_type").equals("write_off")
                                            && clean(table, each, "receipt_id"));
                            set(table, row, "receipt_date", day(table.get(row, "receipt_date"), -60));
                            return 0;
                        },
                        Rule.WRITE_OFFS,
                        "receipt_allocations"),
                new Damage(
                        "more is written off than cleared",
                        "receipts",
                        table -> {
                            int row = table.find(
                                    each -> table.get(each, "receipt_type").equals("write_off")
                                            && clean(table, each, "receipt_id"));
                            return set(table, row, "local_amount", plus(table.get(row, "local_amount"), "1.00"));
                        },
                        Rule.PAYMENTS_ALLOCATED));
    }

    private static Stream<Damage> stock() {
        return Stream.of(
                new Damage(
                        "more comes to stock than is received",
                        "inventory_balances",
                        table -> {
                            int row =
                                    table.find(each -> table.get(each, "period").equals("3"));
                            return set(table, row, "received_quantity", plus(table.get(row, "received_quantity"), "1"));
                        },
                        Rule.INVENTORY_MOVES),
                new Damage(
                        "less goes from stock than is delivered",
                        "inventory_balances",
                        table -> {
                            int row =
                                    table.find(each -> table.get(each, "period").equals("5"));
                            return set(table, row, "issued_quantity", plus(table.get(row, "issued_quantity"), "-1"));
                        },
                        Rule.INVENTORY_MOVES),
                new Damage(
                        "stock of a period is not listed",
                        "inventory_balances",
                        table -> {
                            int row = table.find(each -> table.get(each, "period")
                                            .equals("4")
                                    && !table.get(each, "issued_quantity").equals("0"));
                            table.remove(row);
                            return 0;
                        },
                        Rule.INVENTORY_MOVES,
                        "delivery_lines"),
                new Damage(
                        "a line of a receipt has another quantity",
                        "goods_receipt_lines",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> clean(table, each, "goods_receipt_id")
                                            && !table.get(each, "material_id").isEmpty());
                            set(table, row, "quantity", "1");
                            return 0;
                        },
                        Rule.INVENTORY_MOVES,
                        "inventory_balances"),
                new Damage(
                        "goods come to stock at another value",
                        JOURNAL,
                        table -> {
                            int row = table.find(each -> table.get(each, "document_type")
                                            .equals("WE")
                                    && clean(table, each, "journal_id")
                                    && table.get(each, "gl_account_number").startsWith("13"));
                            table.set(row, "local_amount", plus(table.get(row, "local_amount"), "1.00"));
                            return 0;
                        },
                        Rule.POSTS_GOODS_RECEIPT,
                        "goods_receipts"),
                new Damage(
                        "goods are received at another price",
                        "goods_receipt_lines",
                        add("goods_receipt_id", "amount", "2.00"),
                        Rule.LINE_AMOUNTS),
                new Damage(
                        "goods are delivered at another cost",
                        "delivery_lines",
                        add("delivery_id", "cost_amount", "1.00"),
                        Rule.LINE_AMOUNTS),
                new Damage(
                        "more is made than is delivered",
                        JOURNAL,
                        table -> more(table, entryOfType(table, "WF")),
                        Rule.POSTS_PRODUCTION),
                new Damage(
                        "goods are made after they are delivered",
                        JOURNAL,
                        table -> {
                            int first = entryOfType(table, "WF");
                            return header(table, first, "effective_date", day(table.get(first, "effective_date"), 40));
                        },
                        Rule.POSTS_PRODUCTION),
                new Damage(
                                "goods are made weeks before they are delivered",
                                "deliveries",
                                table -> {
                                    for (int row = 1; row <= table.size(); row++) {
                                        if (clean(table, row, "delivery_id")) {
                                            table.set(row, "delivery_date", day(table.get(row, "delivery_date"), 20));
                                        }
                                    }
                                    return 0;
                                },
                                Rule.POSTS_PRODUCTION,
                                JOURNAL)
                        .thatConcernsAll(),
                new Damage(
                        "goods are made of other material",
                        "bills_of_material",
                        addToAll("quantity", "1"),
                        Rule.POSTS_PRODUCTION,
                        JOURNAL));
    }

    private static Stream<Damage> months() {
        return Stream.of(
                new Damage(
                        "tax is left after the return",
                        "trial_balances",
                        table -> {
                            int row = table.find(
                                    each -> table.get(each, "gl_account_number").equals("124000")
                                            && table.get(each, "period").equals("6"));
                            return set(table, row, "ending_balance", "0.01");
                        },
                        Rule.TAX_RETURNS),
                new Damage(
                        "more tax is paid than the return leaves",
                        JOURNAL,
                        table -> more(table, entryOfType(table, "UZ")),
                        Rule.TAX_RETURNS),
                new Damage(
                        "tax is paid at once",
                        JOURNAL,
                        table -> {
                            int first = entryOfType(table, "UZ");
                            return header(table, first, "effective_date", day(table.get(first, "effective_date"), -10));
                        },
                        Rule.TAX_RETURNS),
                new Damage(
                        "what is owed in foreign currencies is valued at another rate",
                        JOURNAL,
                        table -> {
                            more(table, entryOfType(table, "FB"));
                            return 0;
                        },
                        Rule.REVALUATIONS),
                new Damage(
                                "a month has another rate",
                                "exchange_rates",
                                addToAll("rate", "0.1"),
                                Rule.REVALUATIONS,
                                JOURNAL)
                        .thatConcernsAll(),
                new Damage(
                        "more revenue is released than an equal part",
                        JOURNAL,
                        table -> more(table, entryOfType(table, "RR")),
                        Rule.DEFERRED_REVENUE),
                new Damage(
                        "revenue is released twice in a month",
                        JOURNAL,
                        table -> {
                            int second = table.find(row -> table.get(row, "document_type")
                                            .equals("RR")
                                    && clean(table, row, "journal_id")
                                    && row > 2
                                    && table.get(row - 1, "document_type").equals("RR")
                                    && table.get(row, "journal_id_line_number").equals("1")
                                    && table.get(row - 1, "source_document_id")
                                            .equals(table.get(row, "source_document_id")));
                            return header(table, second, "effective_date", table.get(second - 1, "effective_date"));
                        },
                        Rule.DEFERRED_REVENUE),
                new Damage(
                        "revenue is released over other months",
                        "customer_invoices",
                        table -> {
                            int row = table.find(
                                    each -> !table.get(each, "revenue_months").equals("0")
                                            && clean(table, each, "customer_invoice_id")
                                            && !table.get(each, "journal_id").isEmpty());
                            set(table, row, "revenue_months", "24");
                            return 0;
                        },
                        Rule.DEFERRED_REVENUE,
                        JOURNAL),
                new Damage(
                        "revenue is not deferred",
                        "customer_invoices",
                        table -> {
                            int row = table.find(
                                    late(table),
                                    each -> table.get(each, "revenue_months").equals("0")
                                            && table.get(each, "invoice_type").equals("invoice")
                                            && clean(table, each, "customer_invoice_id"));
                            return set(table, row, "revenue_months", "3");
                        },
                        Rule.DEFERRED_REVENUE));
    }

    private static boolean foreignAllocation(CsvTable table, int row) {
        return !table.get(row, "amount").equals(table.get(row, "local_amount"));
    }

    private static Stream<Damage> runs() {
        return Stream.of(
                new Damage(
                        "a pay-out is of another amount",
                        JOURNAL,
                        table -> more(table, entryOfType(table, "HP")),
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a remittance is of another amount",
                        JOURNAL,
                        table -> more(table, entryOfType(table, "HA")),
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a remittance is of the run's own month",
                        JOURNAL,
                        table -> {
                            int first = entryOfType(table, "HA");
                            return header(table, first, "effective_date", day(table.get(first, "effective_date"), -14));
                        },
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a run is paid out twice",
                        JOURNAL,
                        table -> {
                            int first = entryOfType(table, "HP");
                            String company = table.get(first, "business_unit_code");
                            // Not the next one, which would look like more lines of the first.
                            int second = table.find(
                                    last(table, last(table, first) + 1) + 1,
                                    row -> table.get(row, "document_type").equals("HP")
                                            && clean(table, row, "journal_id")
                                            && table.get(row, "business_unit_code")
                                                    .equals(company));
                            return header(table, second, "source_document_id", table.get(first, "source_document_id"));
                        },
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a pay-out is that of a run that there is not",
                        JOURNAL,
                        table -> header(table, entryOfType(table, "HP"), "source_document_id", "PR9999999999"),
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "a remittance is that of another company's run",
                        JOURNAL,
                        table -> {
                            int first = entryOfType(table, "HA");
                            String company = table.get(first, "business_unit_code");
                            int other = table.find(row -> table.get(row, "document_type")
                                            .equals("HR")
                                    && !table.get(row, "business_unit_code").equals(company));
                            return header(table, first, "source_document_id", table.get(other, "source_document_id"));
                        },
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "a run pays more than its entry posts",
                        "payroll_lines",
                        table -> {
                            int row = firstOfRun(table);
                            table.set(row, "gross_amount", plus(table.get(row, "gross_amount"), "1.00"));
                            return set(table, row, "net_amount", plus(table.get(row, "net_amount"), "1.00"));
                        },
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a run is not paid out",
                        "payroll_lines",
                        table -> {
                            int row = firstOfRun(table);
                            String run = table.get(row, "payroll_run_id");
                            for (int i = 1; i <= table.size(); i++) {
                                if (table.get(i, "payroll_run_id").equals(run)) {
                                    table.set(i, "payroll_run_id", "PR9999999999");
                                }
                            }
                            return row;
                        },
                        Rule.POSTS_PAYROLL),
                new Damage(
                        "a run names an entry of another document",
                        "payroll_lines",
                        table -> {
                            int row = firstOfRun(table);
                            for (int i = 1; i <= table.size(); i++) {
                                if (table.get(i, "payroll_run_id").equals(table.get(row, "payroll_run_id"))) {
                                    table.set(i, "journal_id", "1000-2024-000000001");
                                }
                            }
                            return row;
                        },
                        Rule.ENTRY_DOCUMENTS),
                new Damage(
                        "an asset is depreciated by more than its entry posts",
                        "depreciation_lines",
                        table ->
                                set(table, 1, "depreciation_amount", plus(table.get(1, "depreciation_amount"), "1.00")),
                        Rule.POSTS_DEPRECIATION),
                new Damage(
                        "depreciation does not add up",
                        "depreciation_lines",
                        table -> {
                            int row = table.size();
                            return set(
                                    table,
                                    row,
                                    "depreciation_amount",
                                    plus(table.get(row, "depreciation_amount"), "1.00"));
                        },
                        Rule.DEPRECIATION_LINES),
                new Damage(
                        "depreciation is of another period",
                        "depreciation_lines",
                        table -> set(table, 1, "period", "9"),
                        Rule.DEPRECIATION_LINES),
                new Damage(
                        "an asset is depreciated in a shorter life",
                        "fixed_assets",
                        table -> {
                            for (int row = 1; row <= table.size(); row++) {
                                table.set(row, "useful_life_months", "7");
                            }
                            return 0;
                        },
                        Rule.DEPRECIATION_LINES,
                        "depreciation_lines"));
    }

    private static int entryOfType(CsvTable table, String type) {
        return table.find(row -> table.get(row, "document_type").equals(type)
                && clean(table, row, "journal_id")
                && table.get(row, "journal_id_line_number").equals("1"));
    }

    /** The first line of a payroll run that has an entry. */
    private static int firstOfRun(CsvTable table) {
        return table.find(row -> table.get(row, "line_number").equals("1")
                && !table.get(row, "journal_id").isEmpty());
    }

    /** Adds to all amounts of the two lines of an entry. */
    private static int more(CsvTable table, int first) {
        for (int row = first; row <= first + 1; row++) {
            for (String column : List.of("amount", "local_amount", "reporting_amount")) {
                table.set(row, column, plus(table.get(row, column), "1.00"));
            }
        }
        return first;
    }

    private static Stream<Damage> evidence() {
        return Stream.of(
                new Damage(
                        "a document reference leads nowhere",
                        "document_references",
                        table -> set(table, 30, "preceding_document_id", "XX1"),
                        Rule.REFERENCES),
                new Damage(
                        "an edge leads nowhere",
                        "graph_edges",
                        table -> set(table, 500, ":END_ID", "account/1"),
                        Rule.REFERENCES),
                new Damage(
                        "a node has a flag without a label",
                        "graph_nodes",
                        table -> set(
                                table,
                                table.find(row -> table.get(row, ":LABEL").equals("journal_entry")
                                        && table.get(row, "anomaly:boolean").equals("false")),
                                "anomaly:boolean",
                                "true"),
                        Rule.GRAPH_FLAGS),
                new Damage(
                        "a label of a value is wrong",
                        "quality_labels",
                        table -> {
                            set(
                                    table,
                                    table.find(row -> table.get(row, "table_name")
                                                    .equals("vendors")
                                            && !table.get(row, "modified_value").isEmpty()),
                                    "modified_value",
                                    "something else");
                            return 0;
                        },
                        Rule.LABELS,
                        "vendors"),
                new Damage(
                        "a label names a row that is not there",
                        "quality_labels",
                        table -> set(
                                table,
                                table.find(row -> table.get(row, "table_name").equals("payments")),
                                "record_key",
                                "PY9999999999"),
                        Rule.LABELS),
                new Damage(
                        "a late entry is not labelled",
                        "anomaly_labels",
                        table -> {
                            remove(table, "late_posting");
                            return 0;
                        },
                        Rule.POSTING_WINDOW,
                        JOURNAL),
                new Damage(
                        "an unbalanced entry is not labelled",
                        "anomaly_labels",
                        table -> {
                            remove(table, "unbalanced_entry");
                            return 0;
                        },
                        Rule.ENTRY_BALANCE,
                        JOURNAL),
                new Damage(
                        "a duplicate row is not labelled",
                        "quality_labels",
                        table -> {
                            table.remove(
                                    table.find(row -> table.get(row, "kind").equals("exact_duplicate")
                                            && table.get(row, "table_name").equals("customer_invoices")));
                            return 0;
                        },
                        Rule.KEYS,
                        "customer_invoices"));
    }

    private static Stream<Damage> labels() {
        return Stream.of(
                new Damage(
                        "a label's clean value is no amount",
                        "anomaly_labels",
                        table -> set(table, labelOfAmount(table), "original_value", "x"),
                        Rule.LABELS),
                new Damage(
                        "a label's altered value is no amount",
                        "anomaly_labels",
                        table -> set(table, labelOfAmount(table), "modified_value", ""),
                        Rule.LABELS),
                new Damage(
                        "a label names a line that is no number",
                        "anomaly_labels",
                        table -> set(table, labelOfAmount(table), "row_ordinal", "first"),
                        Rule.VALUES),
                new Damage(
                        "a label is of an unknown kind",
                        "anomaly_labels",
                        table -> set(table, labelOfAmount(table), "type", "surprise"),
                        Rule.LABELS),
                new Damage(
                        "a label names a table that is not there",
                        "quality_labels",
                        table -> set(table, 1, "table_name", "surprises"),
                        Rule.LABELS),
                new Damage(
                        "a label names no number of a row",
                        "quality_labels",
                        table -> set(table, 1, "row_occurrence", "first"),
                        Rule.VALUES));
    }

    private static int labelOfAmount(CsvTable table) {
        return table.find(row -> !table.get(row, "signed_delta").isEmpty());
    }

    private static Stream<Damage> balancesAndMasters() {
        return Stream.of(
                new Damage(
                        "an account begins with a reporting balance before it is opened",
                        "trial_balances",
                        table -> set(
                                table,
                                table.find(row -> table.get(row, "period").equals("0")),
                                "reporting_beginning_balance",
                                "1.00"),
                        Rule.TRIAL_BALANCE_CONTINUITY),
                new Damage(
                        "a balance is of a period below zero",
                        "trial_balances",
                        table -> set(table, 300, "period", "-1"),
                        Rule.TRIAL_BALANCE_LINES),
                new Damage(
                        "stock is of a period that there cannot be",
                        "inventory_balances",
                        table -> set(table, 30, "period", "16"),
                        Rule.VALUES),
                new Damage(
                                "a company has a period below zero",
                                "fiscal_periods",
                                table -> set(table, 5, "period", "-1"),
                                Rule.VALUES)
                        .thatConcernsAll(),
                new Damage(
                        "an account is one of an unknown subledger",
                        "gl_accounts",
                        table -> set(
                                table,
                                table.find(row -> table.get(row, "control_type").isEmpty()),
                                "control_type",
                                "XX"),
                        Rule.VALUES),
                new Damage(
                        "somebody was hired on no day",
                        "employees",
                        table -> set(table, 20, "hired_on", "9999-99-99"),
                        Rule.VALUES),
                new Damage(
                        "a material has a cost that does not fit",
                        "materials",
                        table -> set(table, 20, "standard_cost", "12345678901234567.89"),
                        Rule.VALUES),
                new Damage(
                        "an asset is worth nothing that can be read",
                        "fixed_assets",
                        table -> set(table, 3, "acquisition_cost", "NaN"),
                        Rule.VALUES));
    }

    /** Removes all labels of the first incident of a type. */
    private static void remove(CsvTable table, String type) {
        int first = table.find(row -> table.get(row, "type").equals(type));
        String incident = table.get(first, "incident_id");
        for (int row = table.size(); row >= first; row--) {
            if (table.get(row, "incident_id").equals(incident)) {
                table.remove(row);
            }
        }
    }

    @Test
    void whatIsNotDamagedHolds() throws Exception {
        RuleFindings findings = AuditedRuns.prove(run, temp);
        assertThat(AuditedRuns.violations(findings)).isEmpty();
        assertThat(Stream.of(Rule.values()).filter(rule -> findings.notApplicable(rule) != null))
                .doesNotContain(Rule.REVERSALS, Rule.BLOCKED_INVOICES, Rule.GRIR_CLEARS, Rule.GRAPH_FLAGS);
    }

    /** Damages that can be done to one run at once: each to another table or entry, against another rule. */
    static Stream<List<Damage>> damagesAtOnce() {
        List<List<Damage>> all = new ArrayList<>();
        damages()
                .forEach(damage -> all.stream()
                        .filter(others -> others.stream().noneMatch(damage::meets))
                        .findFirst()
                        .orElseGet(() -> {
                            all.add(new ArrayList<>());
                            return all.get(all.size() - 1);
                        })
                        .add(damage));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("damagesAtOnce")
    void eachDamageIsNamed(List<Damage> damages) throws Exception {
        AuditedRuns.link(run, temp);
        if (damages.stream().noneMatch(damage -> damage.table().startsWith("graph_"))) {
            // Half of all that is read.
            Files.delete(temp.resolve("graph_nodes.csv"));
            Files.delete(temp.resolve("graph_edges.csv"));
        }
        Map<String, CsvTable> tables = new HashMap<>();
        Map<Damage, CsvTable.Place> places = new LinkedHashMap<>();
        for (Damage damage : damages) {
            CsvTable table = tables.get(damage.table());
            if (table == null) {
                table = CsvTable.read(temp.resolve(damage.table() + ".csv")).withLabels(LABELLED);
                tables.put(damage.table(), table);
            }
            int row = damage.deed().to(table);
            places.put(damage, damage.named().equals(damage.table()) ? table.place(row) : () -> row);
        }
        for (CsvTable table : tables.values()) {
            table.write();
        }
        RuleFindings findings = AuditedRuns.prove(temp, shared);
        places.forEach((damage, place) -> assertThat(findings.kept(damage.rule()))
                .as(() -> damage + ":\n" + String.join("\n", AuditedRuns.violations(findings)))
                .anyMatch(violation -> violation.table().equals(damage.named())
                        && violation.row() > 0
                        && (place.row() == 0 || violation.row() == place.row())));
    }

    /** Master data are read more than once. */
    @Test
    void aLabelThatDoesNotFitIsToldOnce() throws Exception {
        AuditedRuns.link(run, temp);
        CsvTable table = CsvTable.read(temp.resolve("quality_labels.csv"));
        int label = table.find(row -> table.get(row, "table_name").equals("vendors")
                && !table.get(row, "kind").endsWith("duplicate"));
        table.set(label, "record_key", "V999999");
        table.write();
        RuleFindings findings = AuditedRuns.prove(temp, shared);
        assertThat(findings.kept(Rule.LABELS))
                .singleElement()
                .satisfies(violation -> assertThat(violation.row()).isEqualTo(label));
        assertThat(findings.violations(Rule.LABELS)).isEqualTo(1);
    }

    /** What is known of an entry ends with it, even if it could not be read. */
    @Test
    void anEntryThatCannotBeReadChangesNothingOfTheNext() throws Exception {
        AuditedRuns.link(run, temp);
        CsvTable table = CsvTable.read(temp.resolve(JOURNAL + ".csv")).withLabels(LABELLED);
        int first = entryOfType(table, "UT");
        int next = table.find(
                last(table, first) + 1,
                row -> table.get(row, "document_type").equals("UT") && table.isClean(row, "journal_id"));
        header(table, first, "entered_date", "soon");
        table.write();
        RuleFindings findings = AuditedRuns.prove(temp, shared);
        assertThat(findings.kept(Rule.VALUES))
                .isNotEmpty()
                .allSatisfy(
                        violation -> assertThat(violation.row()).isBetween((long) first, (long) last(table, first)));
        String company = "company " + table.get(next, "business_unit_code") + " in period " + table.get(next, "period")
                + " of " + table.get(next, "fiscal_year");
        assertThat(AuditedRuns.violations(findings))
                .noneMatch(text -> text.startsWith(Rule.TAX_RETURNS.key()) && text.contains(company))
                .noneMatch(text -> text.startsWith(Rule.ENTRY_BALANCE.key() + " " + JOURNAL + " " + next + ":"));
    }
}
