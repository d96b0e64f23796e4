package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.Tabulation.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesTest {
    private static final int FIRST_DAY = (int) LocalDate.of(2024, 7, 1).toEpochDay();
    private final Map<Industry, Tabulation> tablesOf = new TreeMap<>();

    private Tabulation data(Industry industry) {
        return tablesOf.computeIfAbsent(industry, i -> generate(i, 10_000));
    }

    private static Tabulation generate(Industry industry, long entries) {
        LedgerConfiguration usual = Configurations.with(
                new Transactions(entries, 0, 1, 0, 0, 0), Configurations.NO_ANOMALIES, Configurations.NO_ISSUES);
        return Tabulation.of(
                Ledger.of(usual.withIndustry(industry)
                        .withSalesFlow(new LedgerConfiguration.SalesFlow(.2, .1, .04, 7, 1, 45))),
                Fidelity.NORMAL,
                4096);
    }

    private static Map<String, Row> byId(Tabulation data, String table, String column) {
        Map<String, Row> rows = new HashMap<>();
        data.rows(table).forEach(row -> rows.put(row.text(column), row));
        return rows;
    }

    private static Map<String, Long> sums(Tabulation data, String table, String column, String... keys) {
        Map<String, Long> sums = new HashMap<>();
        for (Row row : data.rows(table)) {
            sums.merge(key(row, keys), row.number(column), Long::sum);
        }
        return sums;
    }

    private static String key(Row row, String... columns) {
        StringBuilder key = new StringBuilder();
        for (String column : columns) {
            key.append(row.values().get(column)).append('|');
        }
        return key.toString();
    }

    private static long signed(Row line) {
        return line.text("amount_credit_debit_indicator").equals("D")
                ? line.number("local_amount")
                : -line.number("local_amount");
    }

    /** Balances of an account, by the text of a column. */
    private static Map<String, Long> balances(Tabulation data, String account, String column) {
        Map<String, Long> balances = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").startsWith(account)) {
                balances.merge(line.text(column), signed(line), Long::sum);
            }
        }
        return balances;
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void balancesEveryEntry(Industry industry) {
        Map<String, long[]> sums = new HashMap<>();
        for (Row line : data(industry).rows("journal_entries")) {
            boolean debit = line.text("amount_credit_debit_indicator").equals("D");
            long[] sum = sums.computeIfAbsent(line.text("journal_id"), id -> new long[3]);
            int i = 0;
            for (String column : List.of("amount", "local_amount", "reporting_amount")) {
                assertThat(line.number(column)).as("%s of %s", column, line).isPositive();
                sum[i++] += debit ? line.number(column) : -line.number(column);
            }
        }
        assertThat(sums).hasSize(10_000);
        sums.forEach((id, sum) -> assertThat(sum).as(id).containsOnly(0));
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void sellsWhatTheIndustrySells(Industry industry) {
        Tabulation data = data(industry);
        Map<String, Integer> orders = new TreeMap<>();
        data.rows("sales_orders").forEach(order -> orders.merge(order.text("order_type"), 1, Integer::sum));
        assertThat(orders.keySet())
                .isEqualTo(
                        switch (industry) {
                            case MANUFACTURING, TECHNOLOGY -> Set.of("goods", "service", "subscription");
                            case RETAIL -> Set.of("goods");
                            case FINANCIAL_SERVICES -> Set.of("service", "subscription");
                            case HEALTHCARE -> Set.of("goods", "service");
                        });
        Map<String, Integer> types = new TreeMap<>();
        data.rows("journal_entries").forEach(line -> types.merge(line.text("document_type"), 1, Integer::sum));
        assertThat(types.containsKey("WF")).isEqualTo(industry == Industry.MANUFACTURING);
        assertThat(types.containsKey("RR")).isEqualTo(orders.containsKey("subscription"));
        assertThat(types.containsKey("WL")).isEqualTo(orders.containsKey("goods"));
        Set<String> revenue = new HashSet<>();
        data.rows("gl_accounts").stream()
                .filter(account -> account.text("type").equals("REVENUE")
                        && account.text("subtype").equals("REVENUE"))
                .forEach(account -> revenue.add(account.text("gl_account_number")));
        assertThat(data.rows("sales_order_lines")).allMatch(line -> revenue.contains(line.text("gl_account_number")));
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void datesDocumentsInTheirOrder(Industry industry) {
        Tabulation data = data(industry);
        Map<String, Row> orders = byId(data, "sales_orders", "sales_order_id");
        Map<String, Row> deliveries = byId(data, "deliveries", "delivery_id");
        Map<String, Row> invoices = byId(data, "customer_invoices", "customer_invoice_id");
        Map<String, Row> receipts = byId(data, "receipts", "receipt_id");
        assertThat(invoices).hasSizeGreaterThan(500);
        for (Row delivery : deliveries.values()) {
            assertThat(delivery.day("delivery_date"))
                    .isGreaterThanOrEqualTo(
                            orders.get(delivery.text("sales_order_id")).day("order_date"));
        }
        for (Row invoice : invoices.values()) {
            assertThat(invoice.day("invoice_date"))
                    .isGreaterThanOrEqualTo(
                            deliveries.get(invoice.text("delivery_id")).day("delivery_date"));
            if (invoice.text("invoice_type").equals("credit_memo")) {
                Row credited = invoices.get(invoice.text("credited_invoice_id"));
                assertThat(invoice.day("invoice_date")).isGreaterThan(credited.day("invoice_date"));
            }
        }
        for (Row allocation : data.rows("receipt_allocations")) {
            Row receipt = receipts.get(allocation.text("receipt_id"));
            Row invoice = invoices.get(allocation.text("customer_invoice_id"));
            assertThat(receipt.day("receipt_date")).isGreaterThanOrEqualTo(invoice.day("invoice_date"));
            assertThat(receipt.text("customer_id")).isEqualTo(invoice.text("customer_id"));
            boolean refund = receipt.text("receipt_type").equals("refund");
            assertThat(invoice.text("invoice_type")).isEqualTo(refund ? "credit_memo" : "invoice");
            if (receipt.text("receipt_type").equals("write_off")) {
                assertThat(receipt.day("receipt_date") - invoice.day("due_date"))
                        .isBetween(90, 100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void deliversAtMostWhatIsOrderedAndCreditsAtMostWhatIsInvoiced(Industry industry) {
        Tabulation data = data(industry);
        String[] line = {"sales_order_id", "sales_order_line_number"};
        Map<String, Long> ordered = sums(data, "sales_order_lines", "quantity", "sales_order_id", "line_number");
        Map<String, Row> deliveries = byId(data, "deliveries", "delivery_id");
        Map<String, Row> invoices = byId(data, "customer_invoices", "customer_invoice_id");
        Map<String, Long> delivered = new HashMap<>();
        Map<String, Long> returned = new HashMap<>();
        for (Row row : data.rows("delivery_lines")) {
            boolean back = deliveries
                    .get(row.text("delivery_id"))
                    .text("delivery_type")
                    .equals("return");
            (back ? returned : delivered).merge(key(row, line), row.number("quantity"), Long::sum);
        }
        delivered.forEach((key, quantity) -> assertThat(quantity).isBetween(1L, ordered.get(key)));
        returned.forEach((key, quantity) -> assertThat(quantity).isBetween(1L, delivered.get(key)));
        assertThat(returned.isEmpty()).isEqualTo(industry == Industry.FINANCIAL_SERVICES);
        Map<String, Long> invoiced = new HashMap<>();
        Map<String, Long> credited = new HashMap<>();
        for (Row row : data.rows("customer_invoice_lines")) {
            boolean back = invoices.get(row.text("customer_invoice_id"))
                    .text("invoice_type")
                    .equals("credit_memo");
            (back ? credited : invoiced).merge(key(row, line), row.number("quantity"), Long::sum);
        }
        invoiced.forEach((key, quantity) -> assertThat(quantity).isBetween(1L, delivered.get(key)));
        assertThat(credited).isNotEmpty();
        credited.forEach((key, quantity) -> assertThat(quantity).isBetween(1L, invoiced.get(key)));
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void addsUpLinesAndTaxesSalesAtHome(Industry industry) {
        Tabulation data = data(industry);
        Map<String, Long> orderTotals = sums(data, "sales_order_lines", "line_amount", "sales_order_id");
        Map<String, Row> customers = byId(data, "customers", "customer_id");
        Map<String, String> currencies = new HashMap<>();
        int released = 0;
        for (Row order : data.rows("sales_orders")) {
            currencies.put(order.text("sales_order_id"), order.text("currency"));
            assertThat(order.number("total_amount")).isEqualTo(orderTotals.get(key(order, "sales_order_id")));
            boolean above = order.number("total_amount")
                    > customers.get(order.text("customer_id")).number("credit_limit");
            assertThat(order.values().get("credit_released_by") != null).isEqualTo(above);
            assertThat(order.text("created_by")).isNotEqualTo(order.text("credit_released_by"));
            released += above ? 1 : 0;
        }
        assertThat(released).isBetween(1, data.rows("sales_orders").size() / 2);
        for (Row line : data.rows("sales_order_lines")) {
            assertThat(line.number("line_amount")).isEqualTo(line.number("quantity") * line.number("unit_price"));
            assertThat(line.number("discount_percent")).isBetween(0L, 25L);
            assertThat(line.number("unit_price")).isPositive().isLessThanOrEqualTo(line.number("list_price"));
            long unit = Set.of("JPY", "KRW").contains(currencies.get(line.text("sales_order_id"))) ? 100 : 1;
            long exact = line.number("list_price") * (100 - line.number("discount_percent"));
            if (line.number("list_price") >= 1000 * unit) {
                // Half up.
                assertThat(100 * line.number("unit_price") - exact).isBetween(-50 * unit + 1, 50 * unit);
            }
        }
        Map<String, Long> nets = sums(data, "customer_invoice_lines", "line_amount", "customer_invoice_id");
        Map<String, Row> companies = byId(data, "companies", "company_code");
        Map<String, Long> percents = Map.of("US", 0L, "DE", 19L, "GB", 20L);
        for (Row invoice : data.rows("customer_invoices")) {
            assertThat(invoice.number("net_amount")).isEqualTo(nets.get(key(invoice, "customer_invoice_id")));
            assertThat(invoice.number("gross_amount"))
                    .isEqualTo(invoice.number("net_amount") + invoice.number("tax_amount"));
            String country = companies.get(invoice.text("company_code")).text("country");
            boolean home =
                    customers.get(invoice.text("customer_id")).text("country").equals(country);
            long percent = home ? percents.get(country) : 0;
            assertThat(invoice.number("tax_amount")).isEqualTo((invoice.number("net_amount") * percent + 50) / 100);
        }
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void clearsInvoicesExactly(Industry industry) {
        Tabulation data = data(industry);
        Map<String, Row> receipts = byId(data, "receipts", "receipt_id");
        Map<String, Long> open = new HashMap<>();
        Map<String, Long> localOpen = new HashMap<>();
        Map<String, String> subject = new HashMap<>();
        Set<String> posted = new HashSet<>();
        for (Row invoice : data.rows("customer_invoices")) {
            String id = invoice.text("customer_invoice_id");
            boolean credit = invoice.text("invoice_type").equals("credit_memo");
            subject.put(id, credit ? invoice.text("credited_invoice_id") : id);
            open.merge(subject.get(id), (credit ? -1 : 1) * invoice.number("gross_amount"), Long::sum);
            if (!credit && invoice.text("journal_id") != null) {
                posted.add(id);
            }
        }
        Set<String> cleared = new HashSet<>();
        for (Row allocation : data.rows("receipt_allocations")) {
            String type = receipts.get(allocation.text("receipt_id")).text("receipt_type");
            String invoice = subject.get(allocation.text("customer_invoice_id"));
            assertThat(allocation.number("amount")).isPositive();
            open.merge(invoice, (type.equals("refund") ? 1 : -1) * allocation.number("amount"), Long::sum);
            cleared.add(invoice);
        }
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").startsWith("1100")) {
                assertThat(line.text("customer_id")).isNotNull();
                String document = line.text("source_document_id");
                String invoice = document.startsWith("CI") ? document : null;
                if (document.startsWith("RC")) {
                    invoice = "CI" + document.substring(2);
                }
                localOpen.merge(subject.get(invoice), signed(line), Long::sum);
            }
        }
        assertThat(open.keySet()).containsAll(localOpen.keySet());
        assertThat(localOpen.keySet()).containsAll(posted);
        int zero = 0;
        for (String invoice : open.keySet()) {
            // A credit memo can wait for its refund.
            if (open.get(invoice) >= 0 && cleared.contains(invoice)) {
                assertThat(open.get(invoice)).as(invoice).isZero();
            }
            if (posted.contains(invoice)) {
                assertThat(Long.signum(localOpen.get(invoice))).as(invoice).isEqualTo(Long.signum(open.get(invoice)));
            }
            zero += open.get(invoice) == 0 ? 1 : 0;
        }
        assertThat(zero).isGreaterThan(open.size() / 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Industry.class,
            names = {"MANUFACTURING", "FINANCIAL_SERVICES", "TECHNOLOGY"})
    void releasesDeferredRevenueInEqualParts(Industry industry) {
        // Manufacturers sell few subscriptions.
        Tabulation data = industry == Industry.MANUFACTURING ? generate(industry, 25_000) : data(industry);
        Map<String, Long> balances = balances(data, "2400", "source_document_id");
        Map<String, Integer> lines = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").startsWith("2400")) {
                lines.merge(line.text("source_document_id"), 1, Integer::sum);
            }
        }
        int complete = 0;
        for (Row invoice : data.rows("customer_invoices")) {
            String id = invoice.text("customer_invoice_id");
            long months = invoice.number("revenue_months");
            if (months == 0) {
                assertThat(balances).doesNotContainKey(id);
                continue;
            }
            if (invoice.text("journal_id") == null) {
                // Something of it can be released within the ledger, or nothing if that was before.
                assertThat(balances.getOrDefault(id, 0L)).as(id).isNotNegative();
                continue;
            }
            LocalDate end = LocalDate.ofEpochDay(invoice.day("invoice_date")).plusMonths(months - 1);
            if (end.isBefore(LocalDate.of(2026, 1, 1))) {
                assertThat(balances.get(id)).as(id).isZero();
                assertThat(lines.get(id)).isEqualTo((int) months + 1);
                complete++;
            } else {
                assertThat(balances.get(id)).as(id).isNegative();
            }
        }
        assertThat(complete).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = Industry.class,
            names = {"MANUFACTURING", "RETAIL"})
    void takesGoodsFromStockAtStandardCost(Industry industry) {
        Tabulation data = data(industry);
        Map<String, Row> materials = byId(data, "materials", "material_id");
        Map<String, Long> costs = sums(data, "delivery_lines", "cost_amount", "delivery_id");
        for (Row line : data.rows("delivery_lines")) {
            long cost = line.text("material_id") == null
                    ? 0
                    : materials.get(line.text("material_id")).number("standard_cost");
            assertThat(line.number("cost_amount")).isEqualTo(line.number("quantity") * cost);
        }
        Map<String, Long> sold = balances(data, "5000", "source_document_id");
        Map<String, Long> stock =
                balances(data, industry == Industry.MANUFACTURING ? "1310" : "1300", "source_document_id");
        int made = 0;
        for (Row delivery : data.rows("deliveries")) {
            String id = delivery.text("delivery_id");
            if (delivery.text("journal_id") == null) {
                assertThat(sold).doesNotContainKey(id);
                continue;
            }
            long cost = (delivery.text("delivery_type").equals("return") ? -1 : 1) * costs.get(id + "|");
            assertThat(sold.getOrDefault(id, 0L)).isEqualTo(cost);
            assertThat(stock.getOrDefault(id, 0L)).isEqualTo(-cost);
            made += cost > 0 ? 1 : 0;
        }
        assertThat(made).isGreaterThan(500);
        if (industry == Industry.MANUFACTURING) {
            // What is delivered was made.
            Map<String, Long> perOrder = new HashMap<>();
            Map<String, Row> orders = byId(data, "sales_orders", "sales_order_id");
            for (Row delivery : data.rows("deliveries")) {
                int ordered = orders.get(delivery.text("sales_order_id")).day("order_date");
                if (delivery.text("delivery_type").equals("delivery") && ordered >= FIRST_DAY) {
                    perOrder.merge(
                            delivery.text("sales_order_id"), costs.get(delivery.text("delivery_id") + "|"), Long::sum);
                }
            }
            perOrder.forEach((order, cost) ->
                    assertThat(stock.getOrDefault(order, 0L)).as(order).isEqualTo(cost));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Industry.class,
            names = {"RETAIL", "TECHNOLOGY"})
    void hasTheConfiguredRates(Industry industry) {
        Tabulation data = data(industry);
        int early = (int) LocalDate.of(2025, 6, 1).toEpochDay();
        Map<String, Row> receipts = byId(data, "receipts", "receipt_id");
        Map<String, Row> invoices = byId(data, "customer_invoices", "customer_invoice_id");
        Set<String> sampled = new HashSet<>();
        Set<String> goods = new HashSet<>();
        Set<String> subscriptions = new HashSet<>();
        for (Row order : data.rows("sales_orders")) {
            // Of earlier ones only those are there that last into the ledger.
            if (order.day("order_date") >= FIRST_DAY && order.day("order_date") < early) {
                sampled.add(order.text("sales_order_id"));
                switch (order.text("order_type")) {
                    case "goods" -> goods.add(order.text("sales_order_id"));
                    case "subscription" -> subscriptions.add(order.text("sales_order_id"));
                    default -> {}
                }
            }
        }
        Map<String, Integer> shipments = new HashMap<>();
        data.rows("deliveries").stream()
                .filter(row -> row.text("delivery_type").equals("delivery"))
                .forEach(row -> shipments.merge(row.text("sales_order_id"), 1, Integer::sum));
        long partial = goods.stream().filter(order -> shipments.get(order) == 2).count();
        assertThat(partial / (double) goods.size()).isEqualTo(.2, within(.06));

        int all = 0;
        int creditable = 0;
        int credited = 0;
        int writtenOff = 0;
        long days = 0;
        int paid = 0;
        Set<String> credits = new HashSet<>();
        data.rows("customer_invoices").forEach(row -> credits.add(String.valueOf(row.text("credited_invoice_id"))));
        for (Row invoice : data.rows("customer_invoices")) {
            if (invoice.text("invoice_type").equals("invoice")
                    && sampled.contains(invoice.text("sales_order_id"))
                    && invoice.day("invoice_date") < early) {
                all++;
                boolean subscription = subscriptions.contains(invoice.text("sales_order_id"));
                creditable += subscription ? 0 : 1;
                credited += credits.contains(invoice.text("customer_invoice_id")) ? 1 : 0;
            }
        }
        for (Row allocation : data.rows("receipt_allocations")) {
            Row receipt = receipts.get(allocation.text("receipt_id"));
            Row invoice = invoices.get(allocation.text("customer_invoice_id"));
            if (sampled.contains(invoice.text("sales_order_id")) && invoice.day("invoice_date") < early) {
                switch (receipt.text("receipt_type")) {
                    case "write_off" -> writtenOff++;
                    case "receipt" -> {
                        days += receipt.day("receipt_date") - invoice.day("invoice_date");
                        paid++;
                    }
                    default -> {}
                }
            }
        }
        // Not of those that are written off.
        assertThat(credited / (double) creditable).isEqualTo(.1 * .96, within(.03));
        assertThat(writtenOff / (double) all).isEqualTo(.04, within(.02));
        assertThat(days / (double) paid).isBetween(38.0, 50.0);
    }
}
