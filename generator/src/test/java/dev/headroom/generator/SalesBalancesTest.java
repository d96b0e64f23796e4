package dev.headroom.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.generator.LedgerConfiguration.Company;
import dev.headroom.generator.LedgerConfiguration.Industry;
import dev.headroom.generator.LedgerConfiguration.SalesFlow;
import dev.headroom.generator.LedgerConfiguration.Transactions;
import dev.headroom.generator.Tabulation.Row;
import dev.headroom.generator.ledger.Translation;
import dev.headroom.generator.master.AccountRole;
import dev.headroom.generator.master.Currencies;
import dev.headroom.generator.master.Materials;
import dev.headroom.generator.totals.LedgerBalances;
import dev.headroom.generator.totals.Totals;
import dev.headroom.generator.totals.TotalsLayout;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What sales leave open when a ledger begins and ends, and what they take from stock, against the balances of its accounts. */
class SalesBalancesTest {
    private static final LocalDate START = LocalDate.of(2025, 2, 1);

    private static Ledger ledger(Industry industry, int months) {
        LedgerConfiguration usual = Configurations.clean(1);
        return Ledger.of(usual.withPeriod(START, months)
                .withCompanies(
                        "USD",
                        new Company("US01", "Northfield Inc.", "USD", "US", 3),
                        new Company("DE01", "Nordfeld GmbH", "EUR", "DE", 2),
                        new Company("JP01", "Kitano KK", "JPY", "JP", 1))
                .withIndustry(industry)
                .withTransactions(new Transactions(8000, 0, 1, 0, 0, 0))
                .withSalesFlow(new SalesFlow(.2, .1, .04, 7, 1, 45)));
    }

    /** The balance of an account when a ledger begins or ends, by company; of those that have any. */
    private static Map<String, Long> balances(Tabulation data, String account, boolean opening) {
        Map<String, Long> balances = new TreeMap<>();
        for (Row row : data.rows("trial_balances")) {
            if (row.text("gl_account_number").startsWith(account) && (!opening || row.number("period") == 0)) {
                balances.put(row.text("company_code"), row.number("ending_balance"));
            }
        }
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }

    private static int day(boolean opening, int months) {
        return (int) START.plusMonths(opening ? 0 : months).toEpochDay() - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "MANUFACTURING, 12",
        "RETAIL, 12",
        "FINANCIAL_SERVICES, 12",
        "HEALTHCARE, 12",
        "TECHNOLOGY, 12",
        "MANUFACTURING, 1",
        "TECHNOLOGY, 1",
        "TECHNOLOGY, 30"
    })
    void openItemsAddUpToReceivables(Industry industry, int months) {
        Tabulation data = Tabulation.of(ledger(industry, months), Fidelity.NORMAL, 4096);
        for (boolean opening : new boolean[] {true, false}) {
            int day = day(opening, months);
            Map<String, Long> sums = new TreeMap<>();
            Map<String, Long> items = new HashMap<>();
            Set<String> currencies = new TreeSet<>();
            for (Row item : data.rows("open_items")) {
                if (item.day("as_of_date") == day && item.text("control_type").equals("AR")) {
                    sums.merge(item.text("company_code"), item.number("local_amount"), Long::sum);
                    items.put(item.text("document_id"), item.number("amount"));
                    currencies.add(item.text("company_code") + item.text("currency"));
                }
            }
            assertThat(sums).hasSize(3).isEqualTo(balances(data, "1100", opening));
            assertThat(currencies).hasSizeGreaterThan(5);
            assertThat(items).isEqualTo(openByDocuments(data, day));
        }
        assertThat(data.rows("open_items").stream()
                        .map(item -> item.day("as_of_date"))
                        .distinct())
                .containsExactlyInAnyOrder(day(true, months), day(false, months));
    }

    /** What is open of each invoice and credit memo at the end of a day, by what the documents say. */
    private static Map<String, Long> openByDocuments(Tabulation data, int day) {
        Map<String, Long> open = new HashMap<>();
        Map<String, Row> receipts = new HashMap<>();
        data.rows("receipts").forEach(receipt -> receipts.put(receipt.text("receipt_id"), receipt));
        Map<String, Integer> clearings = new HashMap<>();
        for (Row allocation : data.rows("receipt_allocations")) {
            int cleared = receipts.get(allocation.text("receipt_id")).day("receipt_date");
            clearings.put(allocation.text("customer_invoice_id"), cleared);
        }
        for (Row invoice : data.rows("customer_invoices")) {
            String id = invoice.text("customer_invoice_id");
            String credited = invoice.text("credited_invoice_id");
            if (invoice.day("invoice_date") > day) {
                continue;
            }
            if (credited == null) {
                open.merge(id, invoice.number("gross_amount"), Long::sum);
            } else if (clearings.getOrDefault(credited, Integer.MAX_VALUE) >= invoice.day("invoice_date")) {
                open.merge(credited, -invoice.number("gross_amount"), Long::sum);
            } else {
                open.merge(id, -invoice.number("gross_amount"), Long::sum);
            }
        }
        for (Row allocation : data.rows("receipt_allocations")) {
            Row receipt = receipts.get(allocation.text("receipt_id"));
            boolean refund = receipt.text("receipt_type").equals("refund");
            if (receipt.day("receipt_date") <= day) {
                open.merge(
                        allocation.text("customer_invoice_id"),
                        (refund ? 1 : -1) * allocation.number("amount"),
                        Long::sum);
            }
        }
        open.values().removeIf(amount -> amount == 0);
        return open;
    }

    @ParameterizedTest
    @CsvSource({"FINANCIAL_SERVICES, 12", "TECHNOLOGY, 1", "TECHNOLOGY, 24", "MANUFACTURING, 12"})
    void deferredRevenueIsWhatIsNotReleased(Industry industry, int months) {
        Tabulation data = Tabulation.of(ledger(industry, months), Fidelity.NORMAL, 4096);
        Map<String, String> companies = new HashMap<>();
        data.rows("companies").forEach(row -> companies.put(row.text("company_code"), row.text("currency")));
        for (boolean opening : new boolean[] {true, false}) {
            LocalDate day = LocalDate.ofEpochDay(day(opening, months));
            Map<String, Long> deferred = new TreeMap<>();
            for (Row invoice : data.rows("customer_invoices")) {
                LocalDate date = LocalDate.ofEpochDay(invoice.day("invoice_date"));
                long all = invoice.number("revenue_months");
                if (all > 0 && !date.isAfter(day)) {
                    long released = Math.min(
                            all,
                            12L * (day.getYear() - date.getYear()) + day.getMonthValue() - date.getMonthValue() + 1);
                    String company = invoice.text("company_code");
                    long unit = companies.get(company).equals("JPY") ? 100 : 1;
                    long local =
                            Translation.convert(invoice.number("net_amount"), invoice.number("exchange_rate"), unit);
                    deferred.merge(company, local * released / (all * unit) * unit - local, Long::sum);
                }
            }
            deferred.values().removeIf(amount -> amount == 0);
            assertThat(deferred).isNotEmpty().isEqualTo(balances(data, "2400", opening));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Industry.class,
            names = {"MANUFACTURING", "RETAIL", "HEALTHCARE"})
    void stocksMoveByWholeUnitsAtStandardCost(Industry industry) {
        Ledger ledger = ledger(industry, 12);
        Totals totals =
                WholeLedger.generate(ledger, Fidelity.NORMAL, 4096, batch -> {}).totals();
        TotalsLayout layout = ledger.totalsLayout();
        LedgerBalances balances = new LedgerBalances(layout, totals);
        Materials materials = ledger.masters().materials();
        Map<String, Long> issued = new TreeMap<>();
        Map<String, Long> credits = new TreeMap<>();
        for (int slot = 0; slot < layout.slots(); slot++) {
            for (int material = 0; material < materials.count(); material++) {
                long value = balances.issued(material, slot) * materials.standardCost(material);
                if (value != 0) {
                    assertThat(materials.type(material).stocked()).isTrue();
                    String key = materials.companyOf(material) + " " + slot + " " + materials.account(material);
                    issued.merge(key, value, Long::sum);
                }
            }
            for (int company = 0; company < 3; company++) {
                for (int account : stockAccounts(ledger)) {
                    long credit = balances.credit(company, slot, account);
                    if (slot != TotalsLayout.OPENING && credit != 0) {
                        credits.put(company + " " + slot + " " + account, credit);
                    }
                }
            }
        }
        assertThat(issued).hasSizeGreaterThan(20).isEqualTo(credits);
    }

    private static List<Integer> stockAccounts(Ledger ledger) {
        return List.of(
                ledger.masters().accounts().account(AccountRole.INVENTORY),
                ledger.masters().accounts().account(AccountRole.FINISHED_GOODS));
    }

    @Test
    void productionUsesWhatBillsOfMaterialSay() {
        Tabulation data = Tabulation.of(ledger(Industry.MANUFACTURING, 12), Fidelity.NORMAL, 4096);
        Map<String, Long> costs = new HashMap<>();
        data.rows("materials").forEach(row -> costs.put(row.text("material_id"), row.number("standard_cost")));
        Map<String, Long> raw = new HashMap<>();
        for (Row row : data.rows("bills_of_material")) {
            raw.merge(row.text("material_id"), row.number("quantity") * costs.get(row.text("component_id")), Long::sum);
        }
        int first = (int) START.toEpochDay();
        Set<String> orders = new HashSet<>();
        data.rows("sales_orders").stream()
                .filter(row -> row.day("order_date") >= first)
                .forEach(row -> orders.add(row.text("sales_order_id")));
        Map<String, Long> used = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        data.rows("deliveries").forEach(row -> types.put(row.text("delivery_id"), row.text("delivery_type")));
        for (Row line : data.rows("delivery_lines")) {
            boolean made = line.text("material_id") != null
                    && types.get(line.text("delivery_id")).equals("delivery");
            if (made && orders.contains(line.text("sales_order_id"))) {
                used.merge(
                        line.text("sales_order_id"),
                        line.number("quantity") * raw.get(line.text("material_id")),
                        Long::sum);
            }
        }
        Map<String, Long> posted = new HashMap<>();
        for (Row line : data.rows("journal_entries")) {
            if (line.text("document_type").equals("WF")
                    && line.text("gl_account_number").startsWith("1300")
                    && orders.contains(line.text("source_document_id"))) {
                assertThat(line.text("amount_credit_debit_indicator")).isEqualTo("C");
                posted.merge(line.text("source_document_id"), line.number("local_amount"), Long::sum);
            }
        }
        // What is to be delivered after the ledger's end can be made before.
        posted.keySet().retainAll(used.keySet());
        assertThat(used).hasSizeGreaterThan(300).isEqualTo(posted);
    }

    @Test
    void whatIsOwedInForeignCurrencyIsWhatIsOpen() {
        Ledger ledger = ledger(Industry.RETAIL, 12);
        Tabulation data = Tabulation.of(ledger, Fidelity.NORMAL, 4096);
        Map<String, String> local = new HashMap<>();
        data.rows("companies").forEach(row -> local.put(row.text("company_code"), row.text("currency")));
        assertThat(data.rows("customer_invoices"))
                .filteredOn(row -> row.text("journal_id") == null)
                .isNotEmpty()
                .allMatch(row -> row.day("invoice_date") < START.toEpochDay());
        Map<String, Long> items = new TreeMap<>();
        for (Row item : data.rows("open_items")) {
            String company = item.text("company_code");
            if (!item.text("control_type").equals("GRIR")
                    && !item.text("currency").equals(local.get(company))) {
                boolean opening = item.day("as_of_date") < START.toEpochDay();
                String key = company + " " + item.text("currency");
                items.merge(key + (opening ? " first" : " last"), item.number("amount"), Long::sum);
                items.merge(key + (opening ? " first" : " last") + " local", item.number("local_amount"), Long::sum);
            }
        }
        Totals totals =
                WholeLedger.generate(ledger, Fidelity.NORMAL, 4096, batch -> {}).totals();
        LedgerBalances balances = new LedgerBalances(ledger.totalsLayout(), totals);
        Map<String, Long> owed = new TreeMap<>();
        for (int company = 0; company < local.size(); company++) {
            for (int currency = 0; currency < Currencies.codes().size(); currency++) {
                String key = ledger.masters().companies().codes().text(company) + " "
                        + Currencies.codes().text(currency);
                for (int slot = 0; slot < ledger.totalsLayout().slots(); slot++) {
                    for (String day : slot == TotalsLayout.OPENING ? List.of(" first", " last") : List.of(" last")) {
                        owed.merge(key + day, balances.owed(company, currency, slot), Long::sum);
                        owed.merge(key + day + " local", balances.localOwed(company, currency, slot), Long::sum);
                    }
                }
            }
        }
        owed.values().removeIf(amount -> amount == 0);
        assertThat(owed).hasSizeGreaterThan(20).isEqualTo(items);
    }
}
