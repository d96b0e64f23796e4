package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PurchaseTest {
    private static Tabulation data;

    @BeforeAll
    static void generate() {
        data = Tabulation.of(Ledger.of(Configurations.clean(20_000)), Fidelity.NORMAL, 4096);
    }

    private static Map<String, Row> byId(String table, String column) {
        Map<String, Row> rows = new HashMap<>();
        data.rows(table).forEach(row -> rows.put(row.text(column), row));
        return rows;
    }

    private static Map<String, Long> sums(String table, String column, String... keys) {
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

    @Test
    void datesDocumentsInTheirOrder() {
        Map<String, Row> orders = byId("purchase_orders", "purchase_order_id");
        Map<String, Row> receipts = byId("goods_receipts", "goods_receipt_id");
        Map<String, Row> invoices = byId("vendor_invoices", "vendor_invoice_id");
        Map<String, Row> payments = byId("payments", "payment_id");
        assertThat(receipts).hasSizeGreaterThan(1000);
        for (Row receipt : receipts.values()) {
            assertThat(receipt.day("receipt_date"))
                    .isGreaterThanOrEqualTo(
                            orders.get(receipt.text("purchase_order_id")).day("order_date"));
        }
        for (Row invoice : invoices.values()) {
            assertThat(invoice.day("invoice_date"))
                    .isGreaterThanOrEqualTo(
                            receipts.get(invoice.text("goods_receipt_id")).day("receipt_date"));
        }
        for (Row allocation : data.rows("payment_allocations")) {
            assertThat(payments.get(allocation.text("payment_id")).day("payment_date"))
                    .isGreaterThanOrEqualTo(
                            invoices.get(allocation.text("vendor_invoice_id")).day("invoice_date"));
        }
    }

    @Test
    void receivesAtMostWhatIsOrdered() {
        Map<String, Long> ordered = sums("purchase_order_lines", "quantity", "purchase_order_id", "line_number");
        sums("goods_receipt_lines", "quantity", "purchase_order_id", "purchase_order_line_number")
                .forEach((line, received) -> assertThat(received).isBetween(1L, ordered.get(line)));
    }

    @Test
    void addsUpLines() {
        Map<String, Long> orderTotals = sums("purchase_order_lines", "line_amount", "purchase_order_id");
        for (Row order : data.rows("purchase_orders")) {
            assertThat(order.number("total_amount")).isEqualTo(orderTotals.get(key(order, "purchase_order_id")));
        }
        Map<String, Long> nets = sums("vendor_invoice_lines", "line_amount", "vendor_invoice_id");
        for (Row invoice : data.rows("vendor_invoices")) {
            assertThat(invoice.number("net_amount")).isEqualTo(nets.get(key(invoice, "vendor_invoice_id")));
            assertThat(invoice.number("gross_amount"))
                    .isEqualTo(invoice.number("net_amount") + invoice.number("tax_amount"));
        }
    }

    @Test
    void taxesInvoicesOfTheCompanysOwnCountry() {
        Map<String, Row> companies = byId("companies", "company_code");
        Map<String, Row> vendors = byId("vendors", "vendor_id");
        Map<String, Long> percents = Map.of("US", 0L, "DE", 19L, "GB", 20L);
        int abroad = 0;
        for (Row invoice : data.rows("vendor_invoices")) {
            String country = companies.get(invoice.text("company_code")).text("country");
            boolean home =
                    vendors.get(invoice.text("vendor_id")).text("country").equals(country);
            long percent = home ? percents.get(country) : 0;
            assertThat(invoice.number("tax_amount")).isEqualTo((invoice.number("net_amount") * percent + 50) / 100);
            abroad += home ? 0 : 1;
        }
        assertThat(abroad).isBetween(500, data.rows("vendor_invoices").size() - 500);
    }

    @Test
    void toleratesOrBlocksInvoices() {
        Map<String, Long> prices = sums("purchase_order_lines", "unit_price", "purchase_order_id", "line_number");
        Map<String, Long> received =
                sums("goods_receipt_lines", "quantity", "goods_receipt_id", "purchase_order_line_number");
        Map<String, Row> invoices = byId("vendor_invoices", "vendor_invoice_id");
        Map<String, Boolean> within = new HashMap<>();
        Map<String, Boolean> equal = new HashMap<>();
        for (Row line : data.rows("vendor_invoice_lines")) {
            String id = line.text("vendor_invoice_id");
            long price = prices.get(key(line, "purchase_order_id", "purchase_order_line_number"));
            long quantity = received.get(
                    invoices.get(id).text("goods_receipt_id") + "|" + line.number("purchase_order_line_number") + "|");
            long priceDifference = Math.abs(line.number("unit_price") - price);
            long quantityDifference = Math.abs(line.number("quantity") - quantity);
            within.merge(
                    id, priceDifference <= price * .05 && quantityDifference <= quantity * .02, Boolean::logicalAnd);
            equal.merge(id, priceDifference == 0 && quantityDifference == 0, Boolean::logicalAnd);
        }
        Map<String, Long> cleared = sums("payment_allocations", "amount", "vendor_invoice_id");
        int[] statuses = new int[3];
        for (Row invoice : invoices.values()) {
            String id = invoice.text("vendor_invoice_id");
            switch (invoice.text("match_status")) {
                case "matched" -> {
                    assertThat(equal.get(id)).isTrue();
                    statuses[0]++;
                }
                case "within_tolerance" -> {
                    assertThat(equal.get(id)).isFalse();
                    assertThat(within.get(id)).isTrue();
                    statuses[1]++;
                }
                default -> {
                    assertThat(within.get(id)).isFalse();
                    assertThat(cleared).doesNotContainKey(id + "|");
                    statuses[2]++;
                }
            }
            assertThat(invoice.flag("payment_block"))
                    .isEqualTo(invoice.text("match_status").equals("unmatched"));
        }
        assertThat(statuses[2] / (double) invoices.size()).isBetween(.03, .07);
        assertThat(statuses[1] / (double) invoices.size()).isBetween(.04, .14);
    }

    @Test
    void allocatesAtMostTheInvoice() {
        Map<String, Long> cleared = sums("payment_allocations", "amount", "vendor_invoice_id");
        int paid = 0;
        for (Row invoice : data.rows("vendor_invoices")) {
            long amount = cleared.getOrDefault(key(invoice, "vendor_invoice_id"), 0L);
            assertThat(amount).isBetween(0L, invoice.number("gross_amount"));
            paid += amount == invoice.number("gross_amount") ? 1 : 0;
        }
        assertThat(paid).isGreaterThan(data.rows("vendor_invoices").size() / 2);
        for (Row allocation : data.rows("payment_allocations")) {
            assertThat(allocation.number("amount")).isPositive();
        }
    }

    @Test
    void clearsWhatIsReceivedAndInvoiced() {
        String account = accountOf("GRIR");
        Map<String, String> orderOfEntry = new HashMap<>();
        for (String table : List.of("goods_receipts", "vendor_invoices")) {
            data.rows(table).forEach(row -> orderOfEntry.put(row.text("journal_id"), row.text("purchase_order_id")));
        }
        Map<String, Long> balances = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").equals(account)) {
                balances.merge(orderOfEntry.get(line.text("journal_id")), signed(line), Long::sum);
            }
        }
        Map<String, Long> ordered = sums("purchase_order_lines", "quantity", "purchase_order_id");
        Map<String, Long> received = sums("goods_receipt_lines", "quantity", "purchase_order_id");
        Map<String, Long> invoiced = sums("vendor_invoice_lines", "quantity", "purchase_order_id");
        int cleared = 0;
        for (String order : balances.keySet()) {
            String key = order + "|";
            boolean complete = ordered.get(key).equals(received.get(key))
                    && ordered.get(key).equals(invoiced.get(key));
            if (complete) {
                assertThat(balances.get(order)).as(order).isZero();
                cleared++;
            }
        }
        assertThat(cleared).isGreaterThan(1000);
    }

    @Test
    void leavesOnVendorAccountsWhatIsNotPaid() {
        String account = accountOf("AP");
        Map<String, Long> open = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").equals(account)) {
                assertThat(line.text("vendor_id")).isNotNull();
                open.merge(line.text("business_unit_code"), signed(line), Long::sum);
            }
        }
        Map<String, Row> payments = byId("payments", "payment_id");
        Map<String, Long> expected = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if ("vendor_invoice".equals(line.text("source_document_type"))
                    && line.text("gl_account_number").equals(account)) {
                expected.merge(line.text("business_unit_code"), signed(line), Long::sum);
            }
        }
        for (Row allocation : data.rows("payment_allocations")) {
            expected.merge(
                    payments.get(allocation.text("payment_id")).text("company_code"),
                    allocation.number("local_amount"),
                    Long::sum);
        }
        assertThat(open).isEqualTo(expected).hasSize(3);
    }

    private static String accountOf(String controlType) {
        return data.rows("gl_accounts").stream()
                .filter(account -> controlType.equals(account.text("control_type")))
                .map(account -> account.text("gl_account_number"))
                .findFirst()
                .orElseThrow();
    }

    private static long signed(Row line) {
        return line.text("amount_credit_debit_indicator").equals("D")
                ? line.number("local_amount")
                : -line.number("local_amount");
    }
}
