package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.procurement.PurchaseSchedule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseTest {
    private Tabulation data;

    @BeforeAll
    void generate() {
        data = Tabulation.of(Ledger.of(Configurations.clean(40_000)), Fidelity.NORMAL, 4096);
    }

    private Map<String, Row> byId(String table, String column) {
        Map<String, Row> rows = new HashMap<>();
        data.rows(table).forEach(row -> rows.put(row.text(column), row));
        return rows;
    }

    private Map<String, Long> sums(String table, String column, String... keys) {
        Map<String, Long> sums = new HashMap<>();
        for (Row row : data.rows(table)) {
            sums.merge(key(row, keys), row.number(column), Long::sum);
        }
        return sums;
    }

    private List<Row> ofType(String table, String column, String type) {
        return data.rows(table).stream()
                .filter(row -> row.text(column).equals(type))
                .toList();
    }

    private List<Row> invoices() {
        return ofType("vendor_invoices", "invoice_type", "invoice");
    }

    private List<Row> creditMemos() {
        return ofType("vendor_invoices", "invoice_type", "credit_memo");
    }

    private List<Row> returns() {
        return ofType("goods_receipts", "receipt_type", "return");
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
        for (Row returned : returns()) {
            assertThat(returned.day("receipt_date"))
                    .isGreaterThan(
                            receipts.get(returned.text("returned_receipt_id")).day("receipt_date"));
        }
        Map<String, Row> credits = new HashMap<>();
        for (Row credit : creditMemos()) {
            Row invoice = invoices.get(credit.text("credited_invoice_id"));
            assertThat(credit.day("invoice_date")).isBetween(invoice.day("invoice_date"), invoice.day("due_date"));
            assertThat(credits.put(invoice.text("vendor_invoice_id"), credit)).isNull();
        }
        int afterCredit = 0;
        for (Row allocation : data.rows("payment_allocations")) {
            String invoice = allocation.text("vendor_invoice_id");
            int day = payments.get(allocation.text("payment_id")).day("payment_date");
            assertThat(day).isGreaterThanOrEqualTo(invoices.get(invoice).day("invoice_date"));
            if (credits.containsKey(invoice)) {
                assertThat(day).isGreaterThanOrEqualTo(credits.get(invoice).day("invoice_date"));
                afterCredit++;
            }
        }
        assertThat(afterCredit).isGreaterThan(50);
    }

    @Test
    void receivesAtMostWhatIsOrdered() {
        Map<String, Long> ordered = sums("purchase_order_lines", "quantity", "purchase_order_id", "line_number");
        Map<String, Row> receipts = byId("goods_receipts", "goods_receipt_id");
        Map<String, Long> received = new HashMap<>();
        for (Row line : data.rows("goods_receipt_lines")) {
            if (receipts.get(line.text("goods_receipt_id")).text("receipt_type").equals("receipt")) {
                received.merge(
                        key(line, "purchase_order_id", "purchase_order_line_number"),
                        line.number("quantity"),
                        Long::sum);
            }
        }
        received.forEach((line, quantity) -> assertThat(quantity).isBetween(1L, ordered.get(line)));
    }

    @Test
    void returnsAPartOfAReceiptAtStandardCost() {
        Map<String, Row> materials = byId("materials", "material_id");
        Map<String, Long> received =
                sums("goods_receipt_lines", "quantity", "goods_receipt_id", "purchase_order_line_number");
        Map<String, Row> returns = new HashMap<>();
        returns().forEach(row -> returns.put(row.text("goods_receipt_id"), row));
        Map<String, Long> standard = new HashMap<>();
        Map<String, Long> ordered = new HashMap<>();
        for (Row line : data.rows("goods_receipt_lines")) {
            Row returned = returns.get(line.text("goods_receipt_id"));
            if (returned != null) {
                String receipt = returned.text("returned_receipt_id");
                assertThat(line.number("quantity"))
                        .isBetween(
                                1L, received.get(receipt + "|" + line.number("purchase_order_line_number") + "|") - 1);
                assertThat(line.number("amount")).isPositive();
                Row material = materials.get(line.text("material_id"));
                // Supplies were used up as they came: nothing of them is in stock.
                boolean stocked = !material.text("material_type").equals("supply");
                long cost = stocked ? material.number("standard_cost") : 0;
                standard.merge(key(returned, "journal_id"), line.number("quantity") * cost, Long::sum);
                ordered.merge(key(returned, "journal_id"), line.number("amount"), Long::sum);
            }
        }
        Map<String, Long> inventory = movements("INVENTORY");
        Map<String, Long> receivedOrInvoiced = movements("GRIR");
        int posted = 0;
        for (Row returned : returns.values()) {
            String entry = returned.text("journal_id");
            if (entry != null) {
                assertThat(inventory.getOrDefault(entry, 0L)).isEqualTo(-standard.get(entry + "|"));
                assertThat(receivedOrInvoiced.get(entry)).isEqualTo(ordered.get(entry + "|"));
                posted++;
            }
        }
        assertThat(posted
                        / (double) ofType("goods_receipts", "receipt_type", "receipt")
                                .size())
                .isBetween(.01, .04);
    }

    @Test
    void creditsWhatIsReturnedOrInvoicedWrongly() {
        Map<String, Row> documents = byId("vendor_invoices", "vendor_invoice_id");
        Map<String, Row> receipts = byId("goods_receipts", "goods_receipt_id");
        Map<String, Long> prices = sums("purchase_order_lines", "unit_price", "purchase_order_id", "line_number");
        Map<String, Long> invoicedPrices = new HashMap<>();
        for (Row line : data.rows("vendor_invoice_lines")) {
            invoicedPrices.put(key(line, "vendor_invoice_id", "purchase_order_line_number"), line.number("unit_price"));
        }
        Map<String, Long> atOrderPrice = new HashMap<>();
        Map<String, Long> quantities = new HashMap<>();
        for (Row line : data.rows("goods_receipt_lines")) {
            long quantity = line.number("quantity");
            atOrderPrice.merge(
                    line.text("goods_receipt_id"),
                    quantity * prices.get(key(line, "purchase_order_id", "purchase_order_line_number")),
                    Long::sum);
            quantities.put(key(line, "goods_receipt_id", "purchase_order_line_number"), quantity);
        }
        Map<String, Long> cleared = sums("payment_allocations", "amount", "vendor_invoice_id");
        Map<String, Long> atInvoicePrice = new HashMap<>();
        for (Row line : data.rows("vendor_invoice_lines")) {
            Row document = documents.get(line.text("vendor_invoice_id"));
            String receipt = document.text("goods_receipt_id");
            if (document.text("invoice_type").equals("credit_memo")
                    && receipts.get(receipt).text("receipt_type").equals("return")) {
                String orderLine = "|" + line.number("purchase_order_line_number") + "|";
                atInvoicePrice.merge(
                        line.text("vendor_invoice_id"),
                        quantities.get(receipt + orderLine)
                                * invoicedPrices.get(document.text("credited_invoice_id") + orderLine),
                        Long::sum);
            }
        }
        int[] causes = new int[2];
        int paid = 0;
        for (Row credit : creditMemos()) {
            Row invoice = documents.get(credit.text("credited_invoice_id"));
            Row receipt = receipts.get(credit.text("goods_receipt_id"));
            boolean returned = receipt.text("receipt_type").equals("return");
            assertThat(credit.number("net_amount")).isPositive().isLessThan(invoice.number("net_amount"));
            assertThat(credit.number("exchange_rate")).isEqualTo(invoice.number("exchange_rate"));
            assertThat(credit.text("match_status")).isNull();
            assertThat(credit.flag("payment_block")).isFalse();
            if (returned) {
                assertThat(receipt.text("returned_receipt_id")).isEqualTo(invoice.text("goods_receipt_id"));
                assertThat(credit.number("net_amount")).isEqualTo(atInvoicePrice.get(credit.text("vendor_invoice_id")));
                assertThat(invoice.text("match_status")).isNotEqualTo("unmatched");
                causes[0]++;
            } else {
                assertThat(invoice.number("net_amount") - credit.number("net_amount"))
                        .isEqualTo(atOrderPrice.get(invoice.text("goods_receipt_id")));
                assertThat(invoice.text("match_status")).isEqualTo("unmatched");
                causes[1]++;
            }
            long payments = cleared.getOrDefault(key(invoice, "vendor_invoice_id"), 0L);
            long payable = invoice.number("gross_amount") - credit.number("gross_amount");
            assertThat(payments).isBetween(0L, payable);
            paid += payments == payable ? 1 : 0;
        }
        assertThat(causes[0]).isGreaterThan(30);
        assertThat(causes[1]).isGreaterThan(30);
        assertThat(paid).isGreaterThan(50);
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
            if (invoices.get(id).text("invoice_type").equals("credit_memo")) {
                continue;
            }
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
        Set<String> corrected = new HashSet<>();
        creditMemos().forEach(credit -> corrected.add(credit.text("credited_invoice_id")));
        int blocked = 0;
        for (Row invoice : invoices()) {
            String id = invoice.text("vendor_invoice_id");
            boolean open = invoice.text("match_status").equals("unmatched") && !corrected.contains(id);
            assertThat(invoice.flag("payment_block")).isEqualTo(open);
            blocked += open ? 1 : 0;
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
                    if (open) {
                        assertThat(cleared).doesNotContainKey(id + "|");
                    }
                    statuses[2]++;
                }
            }
        }
        assertThat(blocked).isBetween(statuses[2] / 5, statuses[2] / 2);
        assertThat(statuses[2] / (double) invoices().size()).isBetween(.03, .07);
        assertThat(statuses[1] / (double) invoices().size()).isBetween(.04, .14);
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

    /** Whatever was tolerated, returned or corrected. */
    @Test
    void clearsWhatIsReceivedAndInvoiced() {
        Map<String, String> orderOfEntry = new HashMap<>();
        Map<String, Row> orders = byId("purchase_orders", "purchase_order_id");
        Set<String> open = new HashSet<>();
        Set<String> unmatched = new HashSet<>();
        for (String table : List.of("goods_receipts", "vendor_invoices")) {
            for (Row row : data.rows(table)) {
                if (row.text("journal_id") == null) {
                    // What is from before the ledger is not in the journal.
                    open.add(row.text("purchase_order_id"));
                }
                orderOfEntry.put(row.text("journal_id"), row.text("purchase_order_id"));
            }
        }
        Set<String> invoiced = new HashSet<>();
        for (Row invoice : data.rows("vendor_invoices")) {
            invoiced.add(invoice.text("goods_receipt_id"));
            String order = invoice.text("purchase_order_id");
            if (invoice.flag("payment_block")) {
                open.add(order);
            } else if (!"matched".equals(invoice.text("match_status"))) {
                unmatched.add(order);
            }
        }
        Map<String, Long> received = new HashMap<>();
        Map<String, Row> receipts = byId("goods_receipts", "goods_receipt_id");
        receipts.forEach((id, receipt) -> {
            if (!invoiced.contains(id)) {
                open.add(receipt.text("purchase_order_id"));
            }
        });
        for (Row line : data.rows("goods_receipt_lines")) {
            if (receipts.get(line.text("goods_receipt_id")).text("receipt_type").equals("receipt")) {
                received.merge(line.text("purchase_order_id"), line.number("quantity"), Long::sum);
            }
        }
        Map<String, Long> balances = new HashMap<>();
        movements("GRIR").forEach((entry, amount) -> balances.merge(orderOfEntry.get(entry), amount, Long::sum));
        Map<String, Long> ordered = sums("purchase_order_lines", "quantity", "purchase_order_id");
        int cleared = 0;
        int differing = 0;
        for (String order : orders.keySet()) {
            if (ordered.get(order + "|").equals(received.get(order)) && !open.contains(order)) {
                assertThat(balances.get(order)).as(order).isZero();
                cleared++;
                differing += unmatched.contains(order) ? 1 : 0;
            }
        }
        assertThat(cleared).isGreaterThan(1000);
        assertThat(differing).isGreaterThan(100);
    }

    @Test
    void writesWhatBeganBeforeTheLedgerWithoutEntries() {
        int first = (int) LocalDate.of(2024, 7, 1).toEpochDay();
        Map<String, String> dates =
                Map.of("goods_receipts", "receipt_date", "vendor_invoices", "invoice_date", "payments", "payment_date");
        Map<String, Integer> latest = new HashMap<>();
        dates.forEach((table, date) -> {
            int earlier = 0;
            for (Row row : data.rows(table)) {
                assertThat(row.text("journal_id") == null).isEqualTo(row.day(date) < first);
                earlier += row.day(date) < first ? 1 : 0;
                if (!table.equals("payments")) {
                    latest.merge(row.text("purchase_order_id"), row.day(date), Math::max);
                }
            }
            assertThat(earlier)
                    .as(table)
                    .isPositive()
                    .isLessThan(data.rows(table).size() / 4);
        });
        Set<String> open = new HashSet<>();
        Map<String, Row> documents = byId("vendor_invoices", "vendor_invoice_id");
        for (Row item : data.rows("open_items")) {
            if (item.day("as_of_date") < first && item.text("vendor_id") != null) {
                String id = item.text("document_id");
                open.add(documents.containsKey(id) ? documents.get(id).text("purchase_order_id") : id);
            }
        }
        int early = 0;
        for (Row order : data.rows("purchase_orders")) {
            String id = order.text("purchase_order_id");
            if (order.day("order_date") < first) {
                // Each reaches into the ledger.
                assertThat(open.contains(id) || latest.getOrDefault(id, Integer.MAX_VALUE) >= first)
                        .as(id)
                        .isTrue();
                early++;
            }
        }
        assertThat(early).isGreaterThan(50);
    }

    @Test
    void buysTheAssetsThatTheRegisterHasFromWithinTheLedger() {
        int first = (int) LocalDate.of(2024, 7, 1).toEpochDay();
        Map<String, Row> orders = byId("purchase_orders", "purchase_order_id");
        Map<String, Row> vendors = byId("vendors", "vendor_id");
        Map<String, Row> companies = byId("companies", "company_code");
        Map<String, Row> receipts = new HashMap<>();
        data.rows("goods_receipts").forEach(row -> receipts.put(row.text("purchase_order_id"), row));
        Map<String, Long> capitalised = movements("FIXED_ASSETS");
        Set<String> bought = new HashSet<>();
        for (Row asset : data.rows("fixed_assets")) {
            String order = asset.text("purchase_order_id");
            assertThat(order == null).isEqualTo(asset.day("acquired_on") < first);
            if (order != null) {
                long cost = asset.number("acquisition_cost");
                assertThat(orders.get(order).number("total_amount")).isEqualTo(cost);
                for (Row document : List.of(orders.get(order), receipts.get(order))) {
                    assertThat(document.text("company_code")).isEqualTo(asset.text("company_code"));
                }
                String currency = companies.get(asset.text("company_code")).text("currency");
                assertThat(orders.get(order).text("currency")).isEqualTo(currency);
                assertThat(vendors.get(orders.get(order).text("vendor_id")).text("currency"))
                        .isEqualTo(currency);
                assertThat(receipts.get(order).day("receipt_date")).isEqualTo(asset.day("acquired_on"));
                assertThat(capitalised.get(receipts.get(order).text("journal_id")))
                        .isEqualTo(cost);
                assertThat(bought.add(order)).isTrue();
            }
        }
        String account = accountOf("FIXED_ASSETS");
        assertThat(data.rows("purchase_order_lines").stream()
                        .filter(line -> line.text("gl_account_number").equals(account))
                        .map(line -> line.text("purchase_order_id")))
                .containsExactlyInAnyOrderElementsOf(bought)
                .hasSizeGreaterThan(50);
    }

    @Test
    void hardlyAnyPurchaseTakesLongerThanTheLead() {
        int lead = 30 * PurchaseSchedule.leadMonths(Configurations.clean(1).purchaseFlow());
        Map<String, Row> invoices = byId("vendor_invoices", "vendor_invoice_id");
        Map<String, Row> orders = byId("purchase_orders", "purchase_order_id");
        Map<String, Row> payments = byId("payments", "payment_id");
        int longer = 0;
        for (Row allocation : data.rows("payment_allocations")) {
            Row order = orders.get(
                    invoices.get(allocation.text("vendor_invoice_id")).text("purchase_order_id"));
            int paid = payments.get(allocation.text("payment_id")).day("payment_date");
            longer += paid > order.day("order_date") + lead ? 1 : 0;
        }
        assertThat(longer).isLessThanOrEqualTo(payments.size() / 1000);
    }

    private String accountOf(String controlType) {
        return data.rows("gl_accounts").stream()
                .filter(account -> controlType.equals(account.text("control_type")))
                .map(account -> account.text("gl_account_number"))
                .findFirst()
                .orElseThrow();
    }

    /** What entries add to the balance of a control account. */
    private Map<String, Long> movements(String controlType) {
        String account = accountOf(controlType);
        Map<String, Long> movements = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("gl_account_number").equals(account)) {
                boolean debit = line.text("amount_credit_debit_indicator").equals("D");
                long amount = line.number("local_amount");
                movements.merge(line.text("journal_id"), debit ? amount : -amount, Long::sum);
            }
        }
        return movements;
    }

    @Test
    void aVendorNumbersItsInvoicesInOneWayAndInTheOrderOfTime() {
        Map<String, List<Row>> ofVendor =
                data.rows("vendor_invoices").stream().collect(Collectors.groupingBy(row -> row.text("vendor_id")));
        Set<String> styles = new HashSet<>();
        ofVendor.forEach((vendor, invoices) -> {
            Set<String> own = new HashSet<>();
            Set<String> numbers = new HashSet<>();
            Row previous = null;
            for (Row invoice : invoices.stream()
                    .sorted(Comparator.comparing(row -> row.text("vendor_invoice_number")))
                    .toList()) {
                String number = invoice.text("vendor_invoice_number");
                own.add(number.replaceAll("[0-9]", "0"));
                assertThat(numbers.add(number)).isTrue();
                if (previous != null) {
                    assertThat(invoice.day("invoice_date")).isGreaterThanOrEqualTo(previous.day("invoice_date"));
                }
                previous = invoice;
            }
            assertThat(own).hasSize(1);
            styles.addAll(own);
        });
        assertThat(styles).hasSize(3);
    }
}
